"""Advice that speaks of screens and keys."""

from __future__ import annotations

import pytest

from tui.hints import on_screens

ANEW = "Or leave with q and start anew with another path: tracker --db PATH."


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("", ""),
        ("Name the body or meeting with --by.", "Name the body or meeting."),
        ("Give the day of the decision: --on.", "Give the day of the decision."),
        ("tracker history shows those there are.", "History (y) shows those there are."),
        ("See all with: tracker actions.", "See all with: Actions (a)."),
        ('Say it with --by, such as --by "Board".', 'Say it, such as "Board".'),
        (
            "Import a paper with tracker import, or look around with tracker demo.",
            "Press i to read a paper, or d for the sample plan.",
        ),
        ("Make it with: tracker demo.", "Press d: it is made and opened."),
        ("Say why: --leave 2.4=WHY.", "Say why."),
        (
            "Make the folder first, or give another path with --db.",
            "Make the folder first. " + ANEW,
        ),
        (
            "Look at the name and the folder; put quotes around spaces.",
            "Look at the name and the folder.",
        ),
        ("Undo that first: tracker undo 12.", "Undo that first: History (y)."),
        ("Under 2.4 there are 2.4/1 to 2.4/6.", "Under 2.4 there are 2.4/1 to 2.4/6."),
        (
            "Run tracker doctor to look at it.",
            "Leave with q and run: tracker doctor to look at it.",
        ),
    ],
)
def test_advice_names_screens_and_keys(hint: str, said: str) -> None:
    """Somebody who has never typed a command can follow it."""
    assert said == on_screens(hint)
