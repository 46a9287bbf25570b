"""A monkey at the kiosk: it touches, wipes, leans on the glass, presses keys, waits, and never gets it into trouble."""
