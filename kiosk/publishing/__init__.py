"""Brings what staff change to the screen, beside Qt's loop: watches the folder, publishes, notices what is on show."""
