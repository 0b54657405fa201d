"""Who asks, and what is kept for them? People, sessions and tokens, saved cases, the log of what was done."""
