"""Graphs of other programs: GraphML, GEXF, Cytoscape, node-link, Kumu, edge lists."""
