"""What becomes of the data when a process dies between two writes, or two people act at once."""
