"""An action as the fields of a form: what is read from them, what is wrong, two people's edits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans import action, plan
from tracker.action_form import (
    HELD,
    Form,
    change_in,
    changed_fields,
    codes_in,
    form_of,
    merge,
    milestones_in,
    posts_in,
    rewording,
    would_change,
)
from tracker.form_faults import WHOLE, faults
from tracker.kinds import CycleState, Outlook, Status
from tracker.plan import MilestoneView

TODAY = date(2022, 1, 31)
TYPED = st.builds(Form, **{name: st.text("abc", max_size=2) for name in HELD})
ACTION = action(
    "1.1/1",
    "Open a shared room",
    status=Status.IN_PROGRESS,
    due=date(2022, 3, 31),
    owners=("Chief Officer",),
    milestones=(MilestoneView(1, "Lease signed", date(2021, 12, 1)),),
)
FIRST = form_of(ACTION, on=TODAY, said_by="A. Tester")
PLAN = plan(ACTION, action("1.2/1", "Share plans"))


def test_a_form_in_which_nothing_was_typed_changes_nothing() -> None:
    """Opening and saving records nothing."""
    assert () == changed_fields(FIRST, FIRST)
    assert rewording(FIRST, FIRST) is None
    assert change_in(FIRST, FIRST, today=TODAY) is None
    assert {} == faults(PLAN, ACTION, FIRST, FIRST, today=TODAY)
    assert () == would_change(ACTION, FIRST, FIRST, today=TODAY)


def test_spaces_around_a_text_are_no_change() -> None:
    """A key pressed by mistake is not an edit."""
    assert () == changed_fields(FIRST, replace(FIRST, text=f"  {FIRST.text}\n"))


def test_only_what_was_typed_is_said() -> None:
    """A field that was left alone says nothing, so that nothing is dated anew."""
    mine = replace(FIRST, status="complete", note="Opened", on="15 January 2022")
    change = change_in(FIRST, mine, today=TODAY)
    assert change is not None
    assert (Status.COMPLETE, "Opened", date(2022, 1, 15)) == (change.status, change.note, change.on)
    assert (None, None, None) == (change.timescale, change.owners, change.board_text)
    assert "A. Tester" == change.said_by
    assert rewording(FIRST, mine) is None


def test_a_reworded_action_says_nothing_of_what_happened() -> None:
    """Wording and proposals are the action's own; no update is made of them."""
    mine = replace(FIRST, text="Open two rooms", delivery="With the landlord", proposals="1.1, 1.2")
    reworded = rewording(FIRST, mine)
    assert reworded is not None
    assert ("Open two rooms", "With the landlord", ("1.1", "1.2")) == (
        reworded.text,
        reworded.delivery,
        reworded.codes,
    )
    assert change_in(FIRST, mine, today=TODAY) is None
    told = would_change(ACTION, FIRST, mine, today=TODAY)
    assert ("wording changed", "delivery changed", "proposals changed") == told


def test_a_milestone_that_is_ticked_is_reached_on_the_day() -> None:
    """Each is an update of its own, with a note that says so."""
    mine = replace(FIRST, done=("Lease signed",))
    (reached,) = milestones_in(mine, today=TODAY)
    assert ("Lease signed", TODAY) == (reached.milestone, reached.on)
    assert ("milestone reached: Lease signed",) == would_change(ACTION, FIRST, mine, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"text": "  "}, "text", "needs a wording"),
        ({"proposals": "9.9"}, "proposals", "no proposal 9.9"),
        ({"proposals": ""}, "proposals", "at least one"),
        ({"status": "withdrawn"}, "reason", "why it is withdrawn"),
        ({"status": "superseded"}, "superseded_by", "which action"),
        ({"status": "superseded", "superseded_by": "7.7/7"}, "superseded_by", "no action 7.7/7"),
        ({"status": "superseded", "superseded_by": "1.1/1"}, "superseded_by", "its own place"),
        ({"timescale": ""}, "timescale", "to be agreed"),
        ({"timescale": "when pigs fly"}, "timescale", "not understood"),
        ({"status": "complete", "outlook": "at risk"}, "outlook", "for live actions"),
        ({"note": "x", "on": "soon"}, "on", "cannot be read"),
        ({"note": "x", "on": "1 February 2022"}, WHOLE, "not come yet"),
        ({"note": "x", "on": "1 January 2001"}, WHOLE, "before the plan"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(typed: dict[str, Any], field: str, said: str) -> None:
    """The sentence stands where it is mended."""
    found = faults(PLAN, ACTION, FIRST, replace(FIRST, **typed), today=TODAY)
    assert said in found[field]


def test_a_closed_cycle_is_told() -> None:
    """A closed cycle never changes, and the form says so before anything is saved."""
    closed = plan(ACTION, state=CycleState.CLOSED)
    found = faults(closed, ACTION, FIRST, replace(FIRST, note="x"), today=TODAY)
    assert "closed" in found[WHOLE]


def test_superseded_by_another_action_is_complete() -> None:
    """Small letters and spaces do no harm."""
    mine = replace(FIRST, status="superseded", superseded_by=" 1.2/1 ")
    assert {} == faults(PLAN, ACTION, FIRST, mine, today=TODAY)
    change = change_in(FIRST, mine, today=TODAY)
    assert change is not None
    assert "1.2/1" == change.superseded_by


def test_an_outlook_is_said_with_its_reason() -> None:
    """Either of the two says both."""
    mine = replace(FIRST, outlook="at risk", outlook_reason="The lease is late")
    change = change_in(FIRST, mine, today=TODAY)
    assert change is not None
    assert (Outlook.AT_RISK, "The lease is late") == (change.outlook, change.outlook_reason)


def test_lists_are_read_as_people_write_them() -> None:
    """Commas, spaces and semicolons; each once."""
    assert ("1.1", "2.4") == codes_in("1.1,2.4; 1.1")
    assert ("Chief Officer", "Head of Service, North") == posts_in(
        " Chief Officer; Head of Service, North;;Chief Officer"
    )
    assert () == posts_in("  ")


@given(first=TYPED, mine=TYPED, theirs=TYPED)
def test_nothing_that_anybody_typed_is_lost(first: Form, mine: Form, theirs: Form) -> None:
    """What only one of two changed stands as they wrote it; what both changed, shows both."""
    merged = merge(first, mine, theirs)
    told = dict(merged.theirs)
    for name in HELD:
        read, typed, newer = (getattr(one, name) for one in (first, mine, theirs))
        shown = getattr(merged.form, name)
        if newer in {read, typed}:
            assert typed == shown
            assert name not in told
        elif typed == read:
            assert newer == shown
            assert name in merged.taken
        else:
            assert typed == shown
            assert newer == told[name]


@given(mine=TYPED, first=TYPED)
def test_without_another_edit_a_merge_changes_nothing(first: Form, mine: Form) -> None:
    """Reading the plan again leaves the fields as they are."""
    assert (mine, (), ()) == (
        merge(first, mine, first).form,
        merge(first, mine, first).taken,
        merge(first, mine, first).theirs,
    )
