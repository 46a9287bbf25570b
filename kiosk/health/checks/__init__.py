"""One question to the machine each: what is there, does it work, what to do if not."""
