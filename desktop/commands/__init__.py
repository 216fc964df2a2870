"""The command line. Nothing in here imports Qt."""
