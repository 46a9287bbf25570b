"""Staying up and in order: the heartbeat, faults, the day, self-tests, support. Plain Python, no Qt."""
