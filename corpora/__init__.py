"""Demonstration corpus: a directive and the seminar papers that answer it."""
