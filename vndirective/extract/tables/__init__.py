"""Tables and lists of tasks: who leads, who takes part, until when."""
