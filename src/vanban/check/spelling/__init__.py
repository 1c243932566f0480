"""Doubtful spelling: what no Vietnamese syllable looks like, and pairs of words one slip away from a known pair."""
