"""Reads official Vietnamese plans: a file in, its header, tasks, duties and targets out."""
