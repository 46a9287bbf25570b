"""Screens, and the dialogs that belong to them: each is given a scene, its route and its size."""
