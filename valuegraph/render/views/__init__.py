"""Views: a chain becomes a scene."""
