"""The report: the chain and its evaluation told in words, tables and pictures."""
