"""Editions: what patients see is a checked snapshot that nothing changes any more."""
