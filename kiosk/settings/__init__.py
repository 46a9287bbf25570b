"""What one machine and its clinic have chosen."""
