"""How one impact is taken apart into a tree."""
