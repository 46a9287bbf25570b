"""What keeps the open kiosk going: joins Qt's event loop to kiosk.health."""
