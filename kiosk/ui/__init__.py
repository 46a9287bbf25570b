"""How the kiosk looks and is touched: the only part that knows widgets."""
