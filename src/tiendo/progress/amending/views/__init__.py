"""The pages of amendments, of their clauses, and of what offices propose."""
