"""A chain, or two tables, compiled into the integer-coded arrays that questions are put to."""
