"""What questions about an evaluation are answered with."""
