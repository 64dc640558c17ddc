"""Colours that everybody can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.content import Content
from textual.style import Style

from tests.screens import opened, press, settled
from tui.themes import CONTRAST, THEMES
from tui.widgets.key_bar import KeyBar
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize("keys", ["block-cursor", "block-cursor-blurred"])
@pytest.mark.parametrize("name", sorted(THEMES))
def test_the_line_under_the_cursor_can_be_read(name: str, keys: str) -> None:
    """The cursor's own pair of colours stands out, also while one types somewhere else."""
    colours = THEMES[name].variables
    assert 4.5 <= contrast(colours[f"{keys}-foreground"], colours[f"{keys}-background"])


async def test_keys_take_the_colours_of_the_theme_also_where_nobody_looks(plan_file: Path) -> None:
    """A screen that was seen in the dark is read in the light when it is gone back to."""
    async with opened(plan_file) as (app, pilot):
        home = app.screen.query_one(KeyBar)
        await press(pilot, "comma")
        app.theme = THEMES["light"].name
        await settled(pilot)
        wanted = Color.parse(app.theme_variables["footer-key-foreground"])
        for bar in (home, app.screen.query_one(KeyBar)):
            assert isinstance(bar.content, Content)
            span = bar.content.spans[0].style
            assert isinstance(span, Style)
            assert wanted == span.foreground


@pytest.mark.parametrize("name", sorted(THEMES))
def test_a_field_can_be_seen_and_read(name: str) -> None:
    """An empty field is told from the ground below it.

    In high contrast 3 to 1, near enough: a grey that is further from black than that is nearer to
    white than 7 to 1.
    """
    theme = THEMES[name]
    strict = theme is CONTRAST
    field = theme.variables["field"]
    assert (7 if strict else 4.5) <= contrast(theme.variables["text-muted"], field)
    for ground in GROUNDS:
        if ground != "panel":
            assert (2.9 if strict else 1.2) <= contrast(field, getattr(theme, ground))


@pytest.mark.parametrize("name", sorted(THEMES))
async def test_the_best_find_can_be_read_while_one_types(plan_file: Path, name: str) -> None:
    """The keys are in the field then; the list's cursor is drawn in other colours."""
    async with opened(plan_file) as (app, pilot):
        app.theme = THEMES[name].name
        await press(pilot, "a", "slash", *"board")
        line = app.screen.query_one(Rows).render_line(1)
        styles = [part.style for part in line if part.text.strip() and part.style]
        assert styles
        for style in styles:
            assert style.color is not None
            assert style.bgcolor is not None
            drawn = (style.color, style.bgcolor)
            assert 4.5 <= contrast(*(Color.from_rich_color(one).hex for one in drawn))


def test_the_contrast_is_measured_as_wcag_does() -> None:
    """Black on white is 21 to 1."""
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))
