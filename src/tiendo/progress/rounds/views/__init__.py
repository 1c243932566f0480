"""The pages of reporting rounds."""
