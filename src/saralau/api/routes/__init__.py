"""Routes by subject: each file answers the addresses of one. What they tell comes from the rooms below."""
