"""What people type about indicators, their figures, and how targets are judged by them."""
