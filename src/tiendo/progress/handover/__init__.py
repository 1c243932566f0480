"""Handing over what is open of offices that end: previewed, confirmed, made in parts, put back."""
