"""Template tags of environment."""
