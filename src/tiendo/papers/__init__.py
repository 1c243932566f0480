"""Documents that plans say shall be drawn up, issued, reviewed or submitted, and how far each has come."""
