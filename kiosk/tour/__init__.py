"""Walks through every screen without a visitor: takes pictures of them, or records what they say."""
