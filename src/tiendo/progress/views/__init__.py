"""The pages of the running plan."""
