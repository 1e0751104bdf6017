"""Chain to Scene to files: measured text, shapes that keep their meaning, and their writers."""
