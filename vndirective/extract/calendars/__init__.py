"""Calendars: the lunar one, and days off."""
