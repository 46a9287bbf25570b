"""The staff screen: the PIN, its pages, and cleaning."""
