"""How an impact is shared out: the walk back up its arrows, and the rows it gives."""
