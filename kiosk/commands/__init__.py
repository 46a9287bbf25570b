"""Commands of the command line that are large enough for files of their own."""
