"""The zones of the table of activities and circuits."""
