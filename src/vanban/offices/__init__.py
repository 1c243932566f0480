"""Who: the offices and posts that words name, and how their names are listed, shortened and qualified."""
