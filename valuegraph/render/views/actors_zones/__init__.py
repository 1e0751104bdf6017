"""The zones of the view ``actors``."""
