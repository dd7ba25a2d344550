"""Times: dates, clock times, periods, lengths and recurrences, with their values."""
