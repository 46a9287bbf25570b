"""What the machine can do and must keep: PINs, counts."""
