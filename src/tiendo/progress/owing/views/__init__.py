"""The pages of who owes what."""
