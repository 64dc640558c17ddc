"""History as a report: what a list shows of acts, and what scripts get."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tracker.recorded import Act, Entry, Told
from tracker.reports.history import LINES, history_report, undone_report

AT = datetime(2022, 1, 31, 14, 5, tzinfo=UTC)


def entry(number: int = 4, told: int = 1, **more: object) -> Entry:
    """Return an act that changed so many fields of one action."""
    changes = tuple(Told("1.1/1", f"field {place}", "a", "b") for place in range(told))
    act = Act(number, AT, "Morag", "update 1.1/1", "Agreed")
    return Entry(act, changes, **more)  # type: ignore[arg-type]  # the tests name what they mean


def test_a_thing_is_named_once_for_all_its_fields() -> None:
    """Each field is told from what to what."""
    (section,) = history_report([entry(told=2)], about="Strathmore", limit=20).sections
    assert section.table is not None
    (row,) = section.table.rows
    assert "1.1/1, field 0: a → b; field 1: a → b" == row[4].value
    assert "2022-01-31 14:05" == row[1].value


def test_a_long_act_is_told_field_by_field_and_counted_whole() -> None:
    """The list names the first and counts the others; scripts get every line."""
    new = (Told("1.1/9", "action", None, "Do it"), Told("post Chief Nurse", "post", None, "known"))
    owned = tuple(Told(f"1.1/{n}", "owner", "none", "Chief Nurse") for n in range(1, LINES))
    long = replace(entry(told=0, more=7), told=(*owned, *new))
    report = history_report([long], about="Strathmore", limit=20)
    assert report.sections[0].table is not None
    assert report.sections[0].table.rows[0][4].value == (
        "owner of 1.1/1, 1.1/2, 1.1/3 and 8 more; new 1.1/9, post Chief Nurse; and 7 more changes"
    )
    acts = report.data["acts"]
    assert isinstance(acts, list)
    (act,) = acts
    assert (LINES + 1, 7) == (len(act["changes"]), act["more"])


def test_a_list_says_that_there_may_be_more_or_that_there_is_nothing() -> None:
    """Neither an empty list nor a cut one is left without a word."""
    cut = history_report([entry()], about="Strathmore", limit=1)
    assert "--limit shows more" in cut.sections[-1].paragraphs[0]
    empty = history_report([], about="Strathmore", limit=1)
    assert ("Nothing was recorded that fits.",) == empty.sections[0].paragraphs


def test_what_came_or_went_is_told_without_the_other_side() -> None:
    """An action that is added was nothing before, and nothing is left of one taken away."""
    assert "action: Open a room" == Told("1.1/1", "action", None, "Open a room").said
    assert "action: Open a room → none" == Told("1.1/1", "action", "Open a room", None).said


def test_an_undoing_names_both_acts() -> None:
    """The words say what was taken back, whose it was, and under which number."""
    done = Entry(Act(5, AT, "Morag", "undo: update 1.1/1", undoes=4), entry().told)
    report = undone_report(done, entry())
    expected = (
        "Update 1.1/1 is taken back: act 5 takes back act 4, Morag, 31 January 2022 at 14:05."
    )
    assert expected == report.title
    assert ("1.1/1, field 0: a → b",) == report.sections[0].paragraphs
    assert (5, 4) == (report.data["act"], report.data["undoes"])
    again = Entry(Act(6, AT, "Morag", "redo: update 1.1/1", undoes=5))
    assert undone_report(again, done).title.startswith("Update 1.1/1 stands again: act 6")
