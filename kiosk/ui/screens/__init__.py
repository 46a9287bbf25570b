"""One screen, one file: each is given a page of the model and a theme."""
