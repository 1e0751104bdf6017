"""Packs of rules as data: small tests over a chain, which a method or a house puts together."""
