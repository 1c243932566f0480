"""Outlines brought in as .geojson: read, matched to communes or rows, shown, stored in one piece, taken back."""
