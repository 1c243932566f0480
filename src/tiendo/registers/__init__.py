"""Registers: tables of like things, each declared once."""
