"""From a picture to what its web page is made of: the chain in plain words and arcs."""
