"""Packs: the clinic's folder in one ZIP file, to be carried on a stick."""
