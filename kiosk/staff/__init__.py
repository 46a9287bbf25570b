"""What staff are told and may do at the screen itself; plain Python."""
