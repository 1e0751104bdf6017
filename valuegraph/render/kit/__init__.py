"""The workshop kit: what is printed for a room where people make a chain together."""
