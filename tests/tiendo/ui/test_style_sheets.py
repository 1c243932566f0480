"""The style sheets: contrast of every pair of colours, old browsers, faces that exist, no stray paint."""

import re
from pathlib import Path

import pytest

UI = Path(__file__).parents[3] / "src" / "tiendo" / "ui"
SHEETS = sorted((UI / "static" / "ui").glob("*.css"))
TEMPLATES = sorted((UI.parent).glob("**/templates/**/*.html"))
TOKENS = dict(
    re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", (UI / "static/ui/tokens.css").read_text("utf-8"))
)
WHITE = "#ffffff"


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in ("surface", "bg")),
        *((tone, f"{tone}-soft") for tone in ("ok", "warn", "bad", "wait", "mute")),
        ("accent-2", "accent-soft"),
        ("accent", "bg"),
        ("on-solid", "bad-solid"),
        ("on-solid", "accent"),
        ("warn", "gold-soft"),
        ("ink-3", "sunken"),
    ],
)
def test_text_can_be_read(text, ground):
    assert contrast(TOKENS[text], TOKENS[ground]) >= 4.5


@pytest.mark.parametrize("edge", ["field", "ok-solid", "warn-solid", "wait-solid", "bad-solid"])
def test_edges_and_shapes_can_be_seen(edge):
    assert contrast(TOKENS[edge], WHITE) >= 3


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_younger_than_the_oldest_browser_we_serve(sheet):
    """Chromium 109 and Firefox 115 know no nesting, and Firefox 115 knows no :has()."""
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
    young = ("&", "@scope", "light-dark(", "color-mix(", "@starting-style", "anchor(", "popover")
    assert not [feature for feature in young if feature in rules]
    for rule in re.findall(r"[^{}]*:has\([^{}]*{", rules):
        assert rule.strip().startswith(".choice"), "its fallback is .choice input:checked + span"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_class_of_a_colour_comes_from_the_tokens(sheet):
    used = set(re.findall(r"var\(--([\w-]+)\)", sheet.read_text("utf-8")))
    defined = set(re.findall(r"--([\w-]+):", (UI / "static/ui/tokens.css").read_text("utf-8")))
    assert used <= defined


def test_faces_come_from_the_files_copied_at_set_up():
    sources = re.findall(r'url\("([^"]+)"\)', (UI / "static/ui/tokens.css").read_text("utf-8"))
    pattern = (
        r"\.\./vendor/(be-vietnam-pro-(vietnamese|latin|latin-ext)-(400|500|600)"
        r"|inter-latin-(400|500|600|700)|tinos-(vietnamese|latin|latin-ext)-(400|700))"
        r"-normal\.woff2"
    )
    assert len(sources) == len(set(sources)) == 19
    assert [source for source in sources if not re.fullmatch(pattern, source)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_carry_no_style_and_no_script_of_their_own(path):
    source = path.read_text("utf-8")
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", source)
    assert not re.search(r"<script(?![^>]*\bsrc=)", source)


def test_every_sheet_is_linked():
    linked = (UI / "templates/ui/styles.html").read_text("utf-8")
    assert {sheet.name for sheet in SHEETS} == set(re.findall(r"ui/(\w+\.css)", linked))
