"""The zones of Porter’s chart."""
