"""Reading, checking and writing ``settings.toml``. Nothing in here imports Qt."""
