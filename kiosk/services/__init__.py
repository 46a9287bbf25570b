"""What the open kiosk does beside showing pages: each joins a part of the interface with the machine."""
