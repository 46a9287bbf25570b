"""The colours of each theme, and the clinic's own among them; plain Python, no Qt."""
