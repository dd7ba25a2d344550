"""Duties: clauses with what the lines above hand down to them."""
