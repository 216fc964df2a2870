"""Adapters: one module for each outside thing. They know no window."""
