"""Stored pictures of screens: what a person sees, as lines of text that a reviewer can read.

Colours are left out: nothing is told by them alone. `TRACKER_PICTURES=write` stores pictures anew;
look at each before it is kept.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

FOLDER = Path(__file__).with_name("seen")


def picture(app: App[None]) -> str:
    """Return what is on the screen, without the spaces at the ends of lines."""
    strips = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


def check_picture(app: App[None], name: str) -> None:
    """See that a screen looks as it is stored."""
    stored = FOLDER / f"{name}.txt"
    seen = picture(app)
    if os.environ.get("TRACKER_PICTURES") == "write":
        stored.write_text(seen, "utf-8")
    held, now = _without_bars(stored.read_text("utf-8")), _without_bars(seen)
    assert held == now, "\n".join(unified_diff(held, now, "stored", "seen", lineterm="", n=0))


def _without_bars(text: str) -> list[str]:
    """Return the lines without the ends of scroll bars, which move with every line added below."""
    return [line.rstrip("▁▂▃▄▅▆▇█ ") for line in text.splitlines()]
