"""The look: layout, components, charts, formats. The lowest layer; imports nothing of tiendo."""
