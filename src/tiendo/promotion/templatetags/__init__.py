"""Template tags of the pages of industry."""
