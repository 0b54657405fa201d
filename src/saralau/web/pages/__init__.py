"""Pages by subject: each file answers the addresses of one. What they show comes from the rooms below."""
