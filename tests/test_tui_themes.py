"""Colours that everybody can read."""

from __future__ import annotations

import pytest
from textual.color import Color

from tui.themes import CONTRAST, THEMES

TEXTS = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "text-muted",
)
GROUNDS = ("background", "surface", "panel")


def brightness(colour: Color) -> float:
    """Return the relative luminance by which WCAG 2 measures contrast."""

    def straight(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (straight(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dim, bright = sorted(brightness(Color.parse(colour)) for colour in (one, other))
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", sorted(THEMES))
def test_every_text_stands_out_from_every_ground(name: str, ground: str, text: str) -> None:
    """At least 4.5 to 1; in high contrast 7 to 1."""
    theme = THEMES[name]
    least = 7 if theme is CONTRAST else 4.5
    colour = getattr(theme, text, None) or theme.variables[text]
    assert least <= contrast(colour, getattr(theme, ground))


@pytest.mark.parametrize("name", sorted(THEMES))
def test_the_line_under_the_cursor_can_be_read(name: str) -> None:
    """The cursor's own pair of colours stands out as well."""
    colours = THEMES[name].variables
    pair = colours["block-cursor-foreground"], colours["block-cursor-background"]
    assert 4.5 <= contrast(*pair)


def test_the_contrast_is_measured_as_wcag_does() -> None:
    """Black on white is 21 to 1."""
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))
