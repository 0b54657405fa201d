"""Benchmarks: each capability beside a peer on the same work, ratios in one run. Timings are printed, never asserted."""
