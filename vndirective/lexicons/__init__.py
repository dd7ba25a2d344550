"""Vocabulary and patterns as data."""
