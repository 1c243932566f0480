"""Establishments that were entered twice: found, compared, made one, and two again."""
