"""Actors: organizations, offices, persons and groups."""
