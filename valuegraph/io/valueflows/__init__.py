"""ValueFlows 1.0: a chain as intents, commitments and economic events, and back."""
