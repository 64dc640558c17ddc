"""The timescales of published papers, read as those who checked the papers expect."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.papers import EXPECTED
from tests.timescales import told
from tracker.timescale import read_timescale

NATIONAL = date(2019, 2, 4)
"""The day of the review, from which the timescales of the national plan count."""


# The expected results are JSON of several shapes.
def expected(name: str) -> dict[str, Any]:
    """Return a paper's expected results, or skip the test by its name."""
    path = EXPECTED / f"{name}.json"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return held


def test_every_timescale_of_a_published_plan_is_read_as_expected() -> None:
    """Due dates agree for all actions, and milestones where there are several."""
    plan = expected("moray-2021")
    cells = [action["timescale"] for part in plan["proposals"] for action in part["actions"]]
    assert len(cells) == 69
    for cell in cells:
        reading = read_timescale(cell["text"] or "", as_at=date(2021, 4, 30))
        points = [point["due"] for point in cell["milestones"] if point["due"]]
        several = points if len(points) > 1 else []
        due = reading.due.isoformat() if reading.due else None
        assert (cell["text"], cell["due"]) == (cell["text"], due)
        assert several == [point.due.isoformat() for point in reading.milestones]
        assert str(reading.kind) != "unclear"


@pytest.mark.parametrize(
    ("text", "due", "former"),
    [
        ("December 2021\nRevised to September 2022", "2022-09-30", "2021-12-31"),
        ("Was June 2021, now October 2022", "2022-10-31", "2021-06-30"),
        ("July/August 2021, now June 2022", "2022-06-30", "2021-08-31"),
        ("December 2021 – slipped to December 2022", "2022-12-31", "2021-12-31"),
        ("Sept 2022 (from July 2021)", "2022-09-30", "2021-07-31"),
        ("Oct 2021, now 31/03/2023", "2023-03-31", "2021-10-31"),
        ("August 2021\nRevised date: June 2022", "2022-06-30", "2021-08-31"),
        ("November 2022 (was November 2021)", "2022-11-30", "2021-11-30"),
        ("Summer 2022 (July 2021)", "2022-08-31", "2021-07-31"),
        ("November 2021, revised 30.11.22", "2022-11-30", "2021-11-30"),
        ("November 2021 now 30 November 2022", "2022-11-30", "2021-11-30"),
        ("November 2021\nRevised – Spring 2023", "2023-05-31", "2021-11-30"),
    ],
)
def test_a_slipped_date_keeps_the_one_before(text: str, due: str, former: str) -> None:
    """The ways in which a repeated plan prints a slip give the new date and the old one."""
    reading = read_timescale(text, as_at=date(2022, 4, 30))
    assert (due, former, ()) == (str(reading.due), str(reading.former), reading.milestones)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("3 months", "relative 2019-05-04 month"),
        ("6 months", "relative 2019-08-04 month"),
        ("12 months", "relative 2020-02-04 month"),
        ("3-6 months", "relative 2019-08-04 month"),
        ("6 - 12 months", "relative 2020-02-04 month"),
        ("6 -12 months", "relative 2020-02-04 month"),
        ("From 31st March 2019 onwards", "starts-from start=2019-03-31"),
        (
            "By 1st April 2019 and thereafter each year by end March",
            "recurring 2019-04-01 day rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
        ),
        (
            "By end of March 2019 and thereafter each year by end March",
            "recurring 2019-03-31 month rule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
        ),
    ],
)
def test_national_timescales_count_from_the_review(text: str, reading: str) -> None:
    """The national plan's lengths of time count from its own date."""
    assert reading == told(read_timescale(text, as_at=NATIONAL))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In place", "in place"),
        ("Ongoing", "ongoing"),
        ("In place\nOngoing", "ongoing"),
        ("In place\nReview required by October 2021", "in place"),
        ("March 2020\nIn place", "in progress"),
        ("Complete (February 2022)", "complete"),
        ("Commenced Q2 2021/22", "in progress"),
        ("To be agreed", None),
        ("December 2021", None),
        ("", None),
    ],
)
def test_a_timescale_implies_a_status_where_its_words_do(text: str, status: str | None) -> None:
    """A plan without a status column takes what the timescale says, and nothing more."""
    implied = read_timescale(text, as_at=date(2022, 4, 30)).status
    assert status == (str(implied) if implied else None)
