"""The shape of every content file, as frozen values."""
