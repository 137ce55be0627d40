"""Events: planned with an aim, logged with what they cost, and the people met there."""
