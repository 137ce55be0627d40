"""The plan: what is proposed, what is to be done, what became of it."""
