"""Steps from one schema of the kept things to the next."""
