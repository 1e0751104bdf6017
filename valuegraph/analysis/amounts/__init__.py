"""Amounts a chain tells: what may be added up, by circuit and by actor."""
