"""Drawn paths → rules: stroked lines and frames, thin filled boxes, wherever in the page they are nested."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2
from pypdfium2 import raw

from vanban.layout.geometry import Rule
from vanban.sources.pdf.frame import Frame

THICK = 4.0  # points: thicker is a surface, not a line
DEEPEST = 6  # forms within forms
MOST_OBJECTS = 60_000  # on one page; more is a drawing
MOST_SEGMENTS = 20_000  # of one path
MOST_CORNERS = 300_000  # of all paths of a page; more is a drawing, which has no tables
Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]  # left, bottom, right, top
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def rules_of(page: pypdfium2.PdfPage, frame: Frame) -> tuple[Rule, ...]:
    """The thin lines of a page as seen in `frame`."""
    found: list[Rule] = []
    corners = 0
    for item, matrix in drawn_objects(page):
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH:
            corners += min(raw.FPDFPath_CountSegments(item), MOST_SEGMENTS)
            if corners > MOST_CORNERS:
                return ()
            found += [Rule(*frame.seen(*line)) for line in _lines(item, matrix)]
        elif (bounds := bounds_of(item, matrix)) and _is_thin(bounds):
            found.append(Rule(*frame.seen(*bounds)))  # a picture of one dot, drawn out
    return tuple(found)


def pictured(page: pypdfium2.PdfPage) -> float:
    """The share of the page that pictures cover, at most 1; drawn curves count as a picture."""
    width, height = page.get_size()
    area = 0.0
    paths = 0
    for item, matrix in drawn_objects(page):
        kind = raw.FPDFPageObj_GetType(item)
        paths += kind == raw.FPDF_PAGEOBJ_PATH
        if kind == raw.FPDF_PAGEOBJ_IMAGE and (bounds := bounds_of(item, matrix)):
            area += (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    return 1.0 if paths > 1000 else min(1.0, area / (width * height))


def drawn_objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Any, Matrix]]:
    """Paths and pictures with the matrix of the forms around them."""
    count = min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)
    stack = [(raw.FPDFPage_GetObject(page, place), PLAIN, 0) for place in range(count)]
    seen = 0
    while stack and seen < MOST_OBJECTS:
        item, matrix, depth = stack.pop()
        seen += 1
        kind = raw.FPDFPageObj_GetType(item)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            yield item, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _times(_matrix(item), matrix)
            count = min(raw.FPDFFormObj_CountObjects(item), MOST_OBJECTS)
            stack += [(raw.FPDFFormObj_GetObject(item, k), inner, depth + 1) for k in range(count)]


def _matrix(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return PLAIN
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i, a * h + b * j,
        c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def bounds_of(item: Any, matrix: Matrix = PLAIN) -> Bounds | None:
    """What a drawn thing covers, None where it covers nothing."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    if matrix == PLAIN:
        return left, bottom, right, top
    return _around(_point(matrix, left, bottom), _point(matrix, right, top))


def _around(*points: tuple[float, float]) -> Bounds:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_thin(bounds: Bounds) -> bool:
    left, bottom, right, top = bounds
    return min(right - left, top - bottom) <= THICK


def _lines(path: Any, matrix: Matrix) -> Iterator[Bounds]:
    """The straight level and upright lines a path draws."""
    bounds = bounds_of(path, matrix)
    if bounds is None:
        return
    if _is_thin(bounds):
        yield bounds
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    count = raw.FPDFPath_CountSegments(path)
    if count > MOST_SEGMENTS or (count <= 5 and not stroke.value):
        return
    inner = _times(_matrix(path), matrix)
    for outline in _outlines(path, count, inner):
        if stroke.value:
            yield from _sides(outline)
        elif _is_thin(around := _around(*outline)):
            yield around


def _sides(outline: list[tuple[float, float]]) -> Iterator[Bounds]:
    for (x, y), (u, v) in pairwise(outline):
        if abs(x - u) < 1.0 or abs(y - v) < 1.0:
            yield _around((x, y), (u, v))


def _outlines(path: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corner points of every part of a path; parts with curves are left out."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for place in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, place)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(_point(matrix, x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
