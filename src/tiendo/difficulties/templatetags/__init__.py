"""Tags of the pages of difficulties and petitions."""
