"""What a person wants of their network, and whom to ask about it."""
