"""Packs of rules as files: those that come with the package, and anybody's own."""
