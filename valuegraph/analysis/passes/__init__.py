"""Passes over a network: the kernels that every number is read from."""
