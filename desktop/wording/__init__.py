"""Every sentence of the program, built from kinds and facts. Nothing in here imports Qt."""
