"""Which words belong together: printed lines as paragraphs with their marks, and the outline these make."""
