"""A waiting-room kiosk with plain, honest explainers about back pain."""

__version__ = "0.1.0"
