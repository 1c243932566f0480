"""The rule of judging once more, in SQL: it judges thousands of targets in the database, and leaves ties to Python."""
