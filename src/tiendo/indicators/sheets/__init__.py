"""Tables of figures, pasted or as .xlsx: read, shown before they are stored, given back with what to correct."""
