"""The checks over a whole library, one kind of question a file."""
