"""The Common Impact Data Standard 3.2.1: a chain as linked data, and back."""
