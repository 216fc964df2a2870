"""Guides, pictures, icons, presets and sources, read through `importlib.resources`."""
