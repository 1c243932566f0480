"""The pages on which a document is read in and reviewed, and on which it stays to be read."""
