"""Hours in minutes: many spoilt inputs, and many power cuts."""
