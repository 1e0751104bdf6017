"""Scene to bytes: one module a format."""
