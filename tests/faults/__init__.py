"""What a room and a machine may do to the kiosk: docs/reliability.md lists it, with the test that does it."""
