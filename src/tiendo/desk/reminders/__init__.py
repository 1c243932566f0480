"""Telling people what is due: one digest a day, calendars, text to paste."""
