"""SVG to PNG, in a process of its own: `python -m tiendo.ui.charts.typeset WIDTH < chart.svg > chart.png`.

typst hangs for ever in a process that was forked from one that had used it; this one never is.
"""

import sys
from pathlib import Path
from typing import Any

import typst

FACES = Path(__file__).resolve().parents[1] / "static" / "vendor"
SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)
"""
POINTS_PER_INCH = 72.0


def png_of(svg: str, width: int) -> bytes:
    """The picture, `width` pixels across, with the faces that come with the product and no others."""
    faces: list[Any] = [str(FACES)]  # typst wants them to be of the type of the source
    return typst.compile(
        SOURCE,
        format="png",
        ppi=POINTS_PER_INCH,
        font_paths=faces,
        ignore_system_fonts=True,
        sys_inputs={"svg": svg, "width": str(width)},
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(png_of(sys.stdin.buffer.read().decode("utf-8"), int(sys.argv[1])))
