"""What the machine has and keeps: voice, sounds, printer, headphones, keypad, USB sticks, PINs, counts."""
