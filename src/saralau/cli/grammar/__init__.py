"""What each command is called and takes. No logic: a command imports the room that does the work when it is called."""
