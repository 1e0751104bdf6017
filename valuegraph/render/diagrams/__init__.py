"""A chain as a text of boxes and arrows, for the programs that lay such texts out themselves."""
