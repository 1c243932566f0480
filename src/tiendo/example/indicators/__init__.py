"""The indicators of the worked example: what its targets are measured by, with invented figures."""
