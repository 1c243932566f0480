"""Industry of a locality: its establishments, clusters and land."""
