"""YAML text: read with its places, and written to be read aloud."""
