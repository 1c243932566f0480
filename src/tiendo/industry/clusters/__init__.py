"""Rules of clusters and of the land under them: area, stages, occupancy, split, clearance, works, reports. Pure."""
