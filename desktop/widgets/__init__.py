"""Painted widgets, drawn for this application in one style."""
