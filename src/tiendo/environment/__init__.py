"""Establishments watched for the environment: why they are listed, their papers, inspections, samples, fines."""
