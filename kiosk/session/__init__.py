"""One visitor: where they are, the way back, how they read, what they want to ask, and whether they are still there."""
