"""Deadlines: which times limit a duty, and when they fall due."""
