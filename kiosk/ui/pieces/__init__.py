"""What screens are put together from: each is given a screen, or its scene, and what of a page to put there."""
