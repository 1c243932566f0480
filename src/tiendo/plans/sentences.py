"""Where a text can be split: between its sentences, else at its semicolons."""

import re

END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])|(?<=;)\s+")


def parts_of(text: str) -> list[str]:
    """At most three parts of the text: its sentences, the third holding the rest. One part if there is no cut."""
    parts = [part for part in END_OF_SENTENCE.split(text) if part.strip()]
    return [*parts[:2], " ".join(parts[2:])] if len(parts) > 3 else parts
