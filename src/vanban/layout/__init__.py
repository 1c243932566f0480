"""Page geometry → blocks; shared by PDF files and scanned pages."""
