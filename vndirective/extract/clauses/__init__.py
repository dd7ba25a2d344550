"""Clauses: who must, the cue, the verb and its action; and lines that hand them down."""
