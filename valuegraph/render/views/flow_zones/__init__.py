"""The zones of the flow view: what it reads from a chain, columns, ribbons, lanes, words."""
