"""The proof that a machine which is switched on becomes a kiosk, and stays one: an emulated PC, booted and broken."""
