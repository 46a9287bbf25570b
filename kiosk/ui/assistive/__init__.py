"""What assistive technology and a tactile pad are told."""
