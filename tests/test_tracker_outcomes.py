"""What became of an action, from what the repeat says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.lineages import real_lineage
from tests.plans import action
from tracker.kinds import Outcome, Status
from tracker.lineage import groups, wording_in_paper
from tracker.matching import suggest
from tracker.outcomes import Said, outcome_of, said_in_plan
from tracker.plan import UpdateView

if TYPE_CHECKING:
    from tracker.drafts import ActionDraft

SILENT = Said()


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ([SILENT], [Said(Status.COMPLETE)], Outcome.COMPLETE),
        ([SILENT], [Said(Status.IN_PLACE)], Outcome.IN_PLACE),
        ([SILENT], [Said(Status.WITHDRAWN)], Outcome.WITHDRAWN),
        ([SILENT], [Said(Status.SUPERSEDED)], Outcome.SUPERSEDED),
        ([SILENT], [Said(Status.ON_HOLD)], Outcome.OPEN),
        ([SILENT], [SILENT], Outcome.OPEN),
        ([], [SILENT], Outcome.OPEN),
        ([SILENT], [], Outcome.NOT_KNOWN),
        ([Said(Status.COMPLETE)], [], Outcome.COMPLETE),
        ([Said(Status.IN_PLACE)], [], Outcome.NOT_KNOWN),
        ([Said(Status.COMPLETE)], [Said(Status.IN_PROGRESS)], Outcome.OPEN),
        ([Said(Status.IN_PLACE)], [Said(Status.IN_PLACE)], Outcome.OPEN),
        ([SILENT], [Said(Status.COMPLETE), Said(Status.ONGOING)], Outcome.OPEN),
        ([SILENT], [Said(Status.COMPLETE), Said(Status.WITHDRAWN)], Outcome.COMPLETE),
        ([SILENT, SILENT], [Said(Status.COMPLETE)], Outcome.COMPLETE),
        ([SILENT], [Said(printed_status="Completed – May 2022")], Outcome.COMPLETE),
        ([SILENT], [Said(printed_status="Delayed")], Outcome.OPEN),
        ([SILENT], [Said(printed_status="see above")], Outcome.OPEN),
        ([SILENT], [Said(implied=Status.COMPLETE)], Outcome.COMPLETE),
        ([SILENT], [Said(Status.IN_PROGRESS, implied=Status.COMPLETE)], Outcome.OPEN),
        ([SILENT], [Said(Status.IN_PROGRESS, texts=("Completed in May.",))], Outcome.OPEN),
    ],
)
def test_the_outcome_is_what_is_said_most_plainly(
    before: list[Said], after: list[Said], outcome: Outcome
) -> None:
    """A status stated goes before one printed, implied or told; one open part leaves all open."""
    assert outcome == outcome_of(before, after)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Completed in September 2021.", Outcome.COMPLETE),
        ("Complete – September 2021", Outcome.COMPLETE),
        ("This action is now complete.", Outcome.COMPLETE),
        ("Fully implemented", Outcome.COMPLETE),
        ("Action completed and reported to the IJB in March 2022.", Outcome.COMPLETE),
        ("Now in place", Outcome.IN_PLACE),
        ("Superseded by the new commissioning plan.", Outcome.SUPERSEDED),
        ("This will not be taken forward.", Outcome.WITHDRAWN),
        ("No longer required.", Outcome.WITHDRAWN),
        ("Completed first phase", Outcome.OPEN),
        ("Completed, but the evaluation is outstanding", Outcome.OPEN),
        ("The survey was finished in May. Report still to be written.", Outcome.OPEN),
        ("To be completed by May", Outcome.OPEN),
        ("Not yet completed", Outcome.OPEN),
        ("Partly complete", Outcome.OPEN),
        ("Complete the survey by May", Outcome.OPEN),
        ("Implemented by a team of two", Outcome.OPEN),
        ("Two workshops held", Outcome.OPEN),
        ("", Outcome.OPEN),
    ],
)
def test_words_count_only_where_they_are_plain(text: str, outcome: Outcome) -> None:
    """A comment that opens with the end of the whole action tells it, unless it takes it back."""
    assert outcome == outcome_of([SILENT], [Said(texts=(text,))])


def test_a_held_plan_says_what_its_newest_update_says() -> None:
    """The text for the board counts as what is said, beside how it is to be delivered."""
    update = UpdateView(2, date(2022, 4, 1), board_text="Completed in March 2022.")
    held = action("1.1/1", delivery="By the locality teams", status=Status.NOT_REPORTED)
    told = action("1.1/1", status=Status.NOT_REPORTED, later=(update,))
    assert Said(Status.NOT_REPORTED, texts=("By the locality teams",)) == said_in_plan(held)
    assert Outcome.COMPLETE == outcome_of([said_in_plan(held)], [said_in_plan(told)])


def said(draft: ActionDraft) -> Said:
    """Return what a paper says of an action."""
    texts = tuple(text for text in (draft.delivery, draft.progress) if text)
    implied = draft.timescale.status if draft.timescale else None
    return Said(draft.status, draft.printed_status, implied, texts)


@pytest.mark.parametrize("ending", ["docx", "pdf", "txt"])
def test_real_repeat_gives_every_link_fate_and_outcome(ending: str) -> None:
    """Of a published plan and an invented repeat, all 68 links, 70 fates and outcomes are right."""
    base, repeat, expected = real_lineage("moray-2021", "moray-2022-repeat", ending)
    before = {draft.ref: draft for draft in base.actions}
    after = {draft.ref: draft for draft in repeat.actions}
    earlier = [wording_in_paper(draft) for draft in before.values()]
    later = [wording_in_paper(draft) for draft in after.values()]
    links = suggest(earlier, later).links
    told = {
        (
            group.base,
            group.repeat,
            str(group.fate),
            str(
                outcome_of(
                    [said(before[ref]) for ref in group.base],
                    [said(after[ref]) for ref in group.repeat],
                )
            ),
        )
        for group in groups(earlier, later, links)
    }
    assert expected == told
