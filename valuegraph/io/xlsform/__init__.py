"""A questionnaire made from the indicators of a chain, for the tools that read XLSForm."""
