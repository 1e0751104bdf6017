"""How routes are found, counted and told."""
