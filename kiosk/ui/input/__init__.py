"""Fingers and keys: from what the machine tells of them to what it means."""
