"""What colours, sizes, fonts, icons and pictures look like: one place for all of it."""
