"""The Qt application: everything that shows something or touches the operating system."""

__version__ = "0.1.0"
