"""Chains in tables: workbooks, folders of CSV files, frames."""
