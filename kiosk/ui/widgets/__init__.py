"""Widgets that know the theme and the touch, and nothing of pages."""
