"""The zones of the view ``system``."""
