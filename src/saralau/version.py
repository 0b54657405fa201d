"""The version, alone on the ground so that every floor may read it."""

__version__ = "0.1.0"
