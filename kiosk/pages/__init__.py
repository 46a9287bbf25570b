"""Pages as visitors meet them: in chapters and rows, with their sources, and at which place; plain Python, no Qt."""
