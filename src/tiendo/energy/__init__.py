"""Electricity safety, renewable sources, and what establishments do to save energy and resources."""
