"""What the kiosk can say: the model, the reader, the checks. Plain Python, no Qt."""
