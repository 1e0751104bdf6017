"""The zones of the view ``framework``."""
