"""Who owes what: the table that says it, and the obligations that follow from it."""
