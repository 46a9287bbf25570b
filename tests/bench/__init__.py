"""How fast and how big the kiosk is, beside Chromium on the same words, seen from outside: `make bench`."""
