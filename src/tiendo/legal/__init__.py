"""What work rests on: laws, decrees and policies with their validity, and the limits they set, by day."""
