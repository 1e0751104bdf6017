"""The schema side of the text form: a tree becomes a chain, a chain becomes plain data."""
