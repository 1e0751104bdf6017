"""Questions put to a chain; never changes it."""
