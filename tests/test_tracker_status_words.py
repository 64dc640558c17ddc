"""Status words, letters and shades: read where they are known, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.kinds import Outlook, Status
from tracker.status_words import READINGS, read_fill, read_status

KNOWN = [
    ("Complete", Status.COMPLETE, Outlook.NOT_STATED),
    ("Completed \u2013 September 2021", Status.COMPLETE, Outlook.NOT_STATED),
    ("COMPLETE (February 2022)", Status.COMPLETE, Outlook.NOT_STATED),
    ("Complete September 2021", Status.COMPLETE, Outlook.NOT_STATED),
    ("Delivered/Embedded", Status.COMPLETE, Outlook.NOT_STATED),
    ("Delivered", Status.COMPLETE, Outlook.NOT_STATED),
    ("Fully implemented", Status.COMPLETE, Outlook.NOT_STATED),
    ("Achieved", Status.COMPLETE, Outlook.NOT_STATED),
    ("Complete / in place", Status.COMPLETE, Outlook.NOT_STATED),
    ("100%", Status.COMPLETE, Outlook.NOT_STATED),
    ("100% complete", Status.COMPLETE, Outlook.NOT_STATED),
    ("Green - complete", Status.COMPLETE, Outlook.NOT_STATED),
    ("Blue (complete)", Status.COMPLETE, Outlook.NOT_STATED),
    ("Amber \u2013 not started", Status.NOT_STARTED, Outlook.AT_RISK),
    ("\u2612 Complete \u2610 In progress", Status.COMPLETE, Outlook.NOT_STATED),
    ("\u2610 Complete \u2612 In progress", Status.IN_PROGRESS, Outlook.NOT_STATED),
    ("Partially achieved", Status.IN_PROGRESS, Outlook.NOT_STATED),
    ("Embedded", Status.IN_PLACE, Outlook.NOT_STATED),
    ("On track", Status.IN_PROGRESS, Outlook.ON_TRACK),
    ("In progress - on track", Status.IN_PROGRESS, Outlook.ON_TRACK),
    ("G", Status.IN_PROGRESS, Outlook.ON_TRACK),
    ("AMBER", Status.IN_PROGRESS, Outlook.AT_RISK),
    ("Delayed", Status.IN_PROGRESS, Outlook.OFF_TRACK),
    ("Red: behind schedule", Status.IN_PROGRESS, Outlook.OFF_TRACK),
    ("Not started", Status.NOT_STARTED, Outlook.NOT_STATED),
    ("On-going", Status.ONGOING, Outlook.NOT_STATED),
    ("Paused due to the pandemic", Status.ON_HOLD, Outlook.NOT_STATED),
    ("In place", Status.IN_PLACE, Outlook.NOT_STATED),
    ("No longer required", Status.WITHDRAWN, Outlook.NOT_STATED),
    ("Superseded by the new plan", Status.SUPERSEDED, Outlook.NOT_STATED),
    ("Partially complete", Status.IN_PROGRESS, Outlook.NOT_STATED),
]


@pytest.mark.parametrize(("text", "status", "outlook"), KNOWN)
def test_known_status_is_read(text: str, status: Status, outlook: Outlook) -> None:
    """Printed statuses become ours, with the outlook that they state."""
    reading = read_status(text)
    assert (status, outlook) == (reading and reading.status, reading and reading.outlook)


@pytest.mark.parametrize(
    "text",
    [
        "Open",
        "Not complete",
        "50% complete",
        "Complete / ongoing",
        "n/a",
        "see above",
        "To be completed",
        "Blue",
        "B",
        "A/B",
        "Red - complete",
        "\u2610 Complete \u2610 In progress",
        "\u2612 Complete \u2612 In progress",
        "Complete \u2610",
        "90%",
        "Not delivered",
    ],
)
def test_doubtful_status_is_not_read(text: str) -> None:
    """Words that could mean more than one thing are left to a person."""
    assert read_status(text) is None


def test_outlooks_that_disagree_are_left_out() -> None:
    """Amber and delayed at once say that it is under way, and no more."""
    reading = read_status("Amber \u2013 delayed")
    assert (Status.IN_PROGRESS, Outlook.NOT_STATED) == reading


@pytest.mark.parametrize(
    ("fill", "outlook"),
    [
        ("FF0000", Outlook.OFF_TRACK),
        ("FFC7CE", Outlook.OFF_TRACK),
        ("FFC000", Outlook.AT_RISK),
        ("FFFF00", Outlook.AT_RISK),
        ("92D050", Outlook.ON_TRACK),
        ("00B050", Outlook.ON_TRACK),
    ],
)
def test_traffic_light_shade_is_read(fill: str, outlook: Outlook) -> None:
    """The usual reds, ambers and greens are told apart."""
    reading = read_fill(fill)
    assert outlook == (reading and reading.outlook)


@pytest.mark.parametrize("fill", ["D9D9D9", "DEEAF6", "0070C0", "000000", "FFFFFF", "E7E6E6"])
def test_background_shade_is_no_status(fill: str) -> None:
    """Greys, pale backgrounds and a blue that no key explains say nothing."""
    assert read_fill(fill) is None


@given(st.sampled_from(sorted(READINGS)), st.sampled_from(["", " - June 2021", " (see note)"]))
def test_first_words_decide(words: str, rest: str) -> None:
    """A status keeps its meaning whatever stands in brackets or after a dash."""
    assert READINGS[words] == read_status(words + rest)


@given(st.text(max_size=80))
def test_any_text_can_be_a_status_cell(text: str) -> None:
    """No text breaks the reading."""
    reading = read_status(text)
    assert reading is None or reading.status in set(Status)


@given(st.integers(min_value=0, max_value=0xFFFFFF))
def test_any_shade_can_be_a_status_cell(number: int) -> None:
    """No shade breaks the reading."""
    reading = read_fill(f"{number:06X}")
    assert reading is None or Status.IN_PROGRESS == reading.status
