"""A report in the formats people read, print and go on writing in."""
