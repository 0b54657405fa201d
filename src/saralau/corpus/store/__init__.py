"""What a library keeps: files with a record each, and a catalogue of them that can always be made anew from these."""
