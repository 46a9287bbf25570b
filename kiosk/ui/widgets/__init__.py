"""Widgets that know the theme and the touch, and nothing of screens or of where a visitor is."""
