"""Page geometry → blocks; shared by PDF files and scanned pages."""

from vanban.layout.blocks import blocks_of
from vanban.layout.geometry import PageLayout, PlacedWord, Rule

__all__ = ["PageLayout", "PlacedWord", "Rule", "blocks_of"]
