"""The text form as a JSON Schema, made from the tables that the reader uses."""
