"""Targets in their legal form: what is measured, the figures, how they are judged, where they lead."""
