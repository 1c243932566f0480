"""The registers of enterprises."""
