"""The worked example: the facts of a real plan in our own words, read in by the very same intake."""
