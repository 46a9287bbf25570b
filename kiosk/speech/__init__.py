"""What is said aloud and how: sentences, wording, voices, recordings, sound; plain Python."""
