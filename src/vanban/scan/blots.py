"""Connected patches of ink: letters, accents, specks, strokes of a pen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]  # rows × columns, True where there is ink
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Blots:
    """Patches of ink, one value in each array for each patch, in pixels; `right` and `bottom` are outside.

    `labels` holds the number of its patch for every pixel, -1 where there is no ink.
    """

    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    area: Numbers
    labels: NDArray[np.int32]

    @property
    def width(self) -> Numbers:
        return self.right - self.left

    @property
    def height(self) -> Numbers:
        return self.bottom - self.top


def find_blots(ink: Ink) -> Blots:
    """The patches of ink that hang together, corners included."""
    rows, columns = ink.shape
    stride = columns + 2  # two empty columns keep the end of a row from touching the next row
    flat = np.zeros((rows, stride), dtype=np.int8)
    flat[:, :columns] = ink
    steps = np.diff(flat.ravel(), prepend=0)
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    patch_of_run = _join(len(starts), *_touching(starts, ends, stride))
    labels = np.full(rows * stride, -1, dtype=np.int32)
    labels[flat.ravel() == 1] = np.repeat(patch_of_run, ends - starts)
    runs = (starts % stride, starts // stride, ends - (starts // stride) * stride)
    return _measure(patch_of_run, runs, labels.reshape(rows, stride)[:, :columns])


def _touching(starts: Numbers, ends: Numbers, stride: int) -> tuple[Numbers, Numbers]:
    """Pairs of runs, the second one row below the first, that touch."""
    first = np.searchsorted(ends, starts + stride - 1, side="right")
    last = np.searchsorted(starts, ends + stride + 1, side="left")
    counts = np.maximum(last - first, 0)
    above = np.repeat(np.arange(len(starts)), counts)
    offsets = np.arange(len(above)) - np.repeat(np.cumsum(counts) - counts, counts)
    return above, np.repeat(first, counts) + offsets


def _join(count: int, above: Numbers, below: Numbers) -> Numbers:
    """The number of its patch for every run, from 0 without gaps."""
    roots = np.arange(count)
    while len(above):
        one, other = roots[above], roots[below]
        apart = one != other
        above, below = above[apart], below[apart]
        np.minimum.at(roots, np.maximum(one, other)[apart], np.minimum(one, other)[apart])
        while not np.array_equal(deeper := roots[roots], roots):
            roots = deeper
    return np.unique(roots, return_inverse=True)[1].astype(np.int64)


def _measure(
    patch: Numbers, runs: tuple[Numbers, Numbers, Numbers], labels: NDArray[np.int32]
) -> Blots:
    order = np.argsort(patch, kind="stable")
    lefts, tops, rights = (values[order] for values in runs)
    begins = np.flatnonzero(np.diff(patch[order], prepend=-1))
    if not len(begins):
        empty = np.zeros(0, dtype=np.int64)
        return Blots(empty, empty, empty, empty, empty, labels)
    return Blots(
        np.minimum.reduceat(lefts, begins),
        np.minimum.reduceat(tops, begins),
        np.maximum.reduceat(rights, begins),
        np.maximum.reduceat(tops, begins) + 1,
        np.add.reduceat(rights - lefts, begins),
        labels,
    )
