"""Opens the kiosk and keeps it going: joins Qt's event loop to kiosk.health."""
