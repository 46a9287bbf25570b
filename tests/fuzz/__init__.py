"""Whatever comes from outside, attacked by inputs that are led by what they reach in the program."""
