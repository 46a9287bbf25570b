"""What must be seen, one file for each kind."""
