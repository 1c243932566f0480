"""The worker: background tasks and the daily work."""
