"""The web page of a chain: one file, or a piece of a host's page, that asks nothing of anybody."""
