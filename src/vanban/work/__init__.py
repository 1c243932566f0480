"""What is to be done: rows of tables as tasks, standing duties, and what is doubtful or said twice among them."""
