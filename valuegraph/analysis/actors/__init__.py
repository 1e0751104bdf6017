"""Who does what in a chain, and each one's part of it."""
