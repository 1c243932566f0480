"""English pages show days and figures like the Vietnamese ones: one document, one way to read it."""

from tiendo.ui.formats.vi.formats import *  # noqa: F403  Django reads the names of this module
