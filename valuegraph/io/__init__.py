"""Text forms of a chain: read and write."""
