"""The shapes of answers by subject, each for the routes of the same name."""
