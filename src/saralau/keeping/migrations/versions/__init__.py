"""Each step in a module of its own."""
