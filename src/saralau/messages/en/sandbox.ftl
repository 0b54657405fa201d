### Work on what was sent, in a process with limits.
sandbox-busy = The server is busy with other work; try again in a moment.
sandbox-time = This took longer than { $seconds } seconds and was stopped; send a shorter text.
sandbox-memory = This took more memory than it may; send a shorter text.
sandbox-deep = The text is nested too deeply; send a simpler one.
sandbox-answer-large = The answer would be too large; send a shorter text.
sandbox-died = The work broke off; send a shorter or simpler text.
sandbox-failed = Something broke on our side while the text was read; the reason is in the server's log.
