"""What the pages of products and brands show beside their facts."""
