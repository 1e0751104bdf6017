"""The zones of the view ``network``."""
