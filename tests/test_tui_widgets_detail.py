"""What is said of an action beside the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.plans import action, words
from tracker.kinds import Outlook, Status
from tracker.plan import UpdateView
from tracker.rules import stand
from tui.widgets.action_detail import described, facts

TODAY = date(2022, 1, 31)


def test_the_whole_of_it_is_said() -> None:
    """Wording with its parts, facts, delivery, and what was said, the newest first."""
    later = (
        UpdateView(2, date(2021, 6, 1), outlook=Outlook.AT_RISK, outlook_reason="few staff"),
        UpdateView(3, date(2021, 7, 1), note="Met", board_text="Begun", said_by="Lead"),
    )
    held = action(
        "1.1/1",
        due=date(2021, 12, 31),
        owners=("Chief Officer",),
        proposals=("1.1", "1.2"),
        delivery="By a group",
        later=later,
    )
    held = replace(held, record=replace(held.record, sub_items=("the first room",)))
    assert (
        "1.1/1  Open a shared room\n"
        "  • the first room\n"
        "not started · 2021-12-31 (31 days late) · Chief Officer · at risk (few staff) · "
        "also under 1.2\n\n"
        "How: By a group\n\n"
        "1 July 2021  Begun · Met (Lead)"
    ) == described(stand(held, as_at=TODAY)).plain


def test_what_is_said_already_is_not_said_twice() -> None:
    """An ongoing action whose timescale says ongoing; none at all is told."""
    ongoing = action(status=Status.ONGOING, timescale=words("Ongoing"))
    assert "ongoing · no owner" == facts(stand(ongoing, as_at=TODAY))
    assert "not started · no timescale · no owner" == facts(stand(action(), as_at=TODAY))


def test_text_from_people_is_only_text() -> None:
    """No markup, no escape codes."""
    held = action(text="[bold]x[/] \x1b[31mred")
    shown = described(stand(held, as_at=TODAY))
    assert "[bold]x[/] red" in shown.plain
    assert "\x1b" not in shown.plain
