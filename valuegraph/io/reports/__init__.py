"""Reports that funders ask for: IATI results, the logical framework, the value map."""
