"""The zones of the view of the value cycle: the ring, its stations, what returns, the loops."""
