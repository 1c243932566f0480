"""Amendments carried out: what follows from a decision for tasks, offices and deadlines."""
