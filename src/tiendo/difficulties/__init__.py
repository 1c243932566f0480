"""Difficulties of establishments and offices: who has to answer by when, and what goes up as one petition."""
