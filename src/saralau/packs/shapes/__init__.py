"""The shapes of packs, one module for each kind of data."""
