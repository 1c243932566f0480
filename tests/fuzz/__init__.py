"""Damaged documents by the thousand: whatever comes in, the reader answers with a reading or with a sentence."""
