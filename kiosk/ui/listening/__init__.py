"""What of a screen is read aloud, and the light on it meanwhile."""
