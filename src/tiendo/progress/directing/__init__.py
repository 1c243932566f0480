"""What leaders say on work by a day, what they want explained, and the cards of work that is late again."""
