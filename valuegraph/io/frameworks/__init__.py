"""Common bases as files: those that come with the package, and anybody's own."""
