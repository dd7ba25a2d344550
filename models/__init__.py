"""Numbers that the library ships, and the script that makes them from ``corpora/``."""
