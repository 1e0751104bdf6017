"""The zones of the poster."""
