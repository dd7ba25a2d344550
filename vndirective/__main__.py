"""``python -m vndirective``: the command line where its script is not on the path."""

from vndirective.cli import main

main()
