"""Observations collected apart from the chain: tables, survey exports, files of their own."""
