"""The filters of a list in words: which can be chosen, and which are on.

Owns the words and which choice takes the place of which. What a filter lets pass is
`reports.actions`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.check import SILENT
from tracker.dates import say_day
from tracker.kinds import Outlook, Status
from tracker.reports.actions import ActionFilter
from tracker.rules import WITHIN, Bucket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.plan import PlanView

DATED = {
    Bucket.OVERDUE: "overdue",
    Bucket.DUE_SOON: "due within {} days",
    Bucket.DUE_LATER: "due later",
    Bucket.UNDATED: "live without a date",
}


def filter_choices(plan: PlanView, wanted: ActionFilter) -> list[tuple[ActionFilter, str]]:
    """Return every filter that can be put on top of those that are on, with its words."""
    everything = ActionFilter(within=wanted.within)
    return [
        (everything, "Everything: no filter"),
        *_by_date(wanted),
        *_by_status(wanted),
        *_by_owner(plan, wanted),
        *_by_place(plan, wanted),
    ]


def _by_date(wanted: ActionFilter) -> Iterator[tuple[ActionFilter, str]]:
    bare = replace(
        wanted,
        buckets=frozenset(),
        undated=False,
        reviews=False,
        silent=None,
        due_from=None,
        due_to=None,
    )
    yield bare, "Date: any"
    for bucket, words in DATED.items():
        yield (
            replace(bare, buckets=frozenset({bucket})),
            f"Date: {words.format(wanted.within)}",
        )
    yield replace(bare, reviews=True), "Date: review gone by"
    yield replace(bare, silent=SILENT), f"Date: nothing said for {SILENT} days"


def _by_status(wanted: ActionFilter) -> Iterator[tuple[ActionFilter, str]]:
    yield replace(wanted, statuses=frozenset()), "Status: any"
    for word in ("live", "closed", *Status):
        yield replace(wanted, statuses=frozenset({str(word)})), f"Status: {word}"
    for outlook in Outlook:
        yield replace(wanted, statuses=frozenset({str(outlook)})), f"Outlook: {outlook}"


def _by_owner(plan: PlanView, wanted: ActionFilter) -> Iterator[tuple[ActionFilter, str]]:
    yield replace(wanted, owner=None), "Owner: anybody"
    yield replace(wanted, owner=""), "Owner: nobody"
    names = {name for action in plan.actions for name in action.owner_names}
    for name in sorted(names, key=str.casefold):
        yield replace(wanted, owner=name), f"Owner: {name}"


def _by_place(plan: PlanView, wanted: ActionFilter) -> Iterator[tuple[ActionFilter, str]]:
    bare = replace(wanted, features=frozenset(), proposals=frozenset())
    yield bare, "Key feature: any"
    for feature in plan.framework.features:
        found = replace(bare, features=frozenset({feature.code}))
        yield found, f"Key feature: {feature.code} {feature.name}"
    for proposal in plan.framework.proposals:
        found = replace(bare, proposals=frozenset({proposal.code}))
        yield found, f"Proposal: {proposal.code} {proposal.name}"


def filter_words(wanted: ActionFilter) -> str:
    """Return the filters that are on, in a few words."""
    parts = [
        *sorted(_bucket_words(bucket, wanted.within) for bucket in wanted.buckets),
        *sorted(wanted.statuses),
        *(["nobody leads"] if wanted.owner == "" else [wanted.owner] if wanted.owner else []),
        *(f"key feature {code}" for code in sorted(wanted.features)),
        *(f"proposal {code}" for code in sorted(wanted.proposals)),
        *([f"“{wanted.words}”"] if wanted.words else []),
        *([f"due from {say_day(wanted.due_from)}"] if wanted.due_from else []),
        *([f"due to {say_day(wanted.due_to)}"] if wanted.due_to else []),
        *(["no date"] if wanted.undated else []),
        *(["review gone by"] if wanted.reviews else []),
        *([f"nothing said for {wanted.silent} days"] if wanted.silent else []),
    ]
    return " + ".join(parts)


def _bucket_words(bucket: Bucket, within: int) -> str:
    return DATED.get(bucket, str(bucket)).format(within)


def is_on(wanted: ActionFilter) -> bool:
    """Tell whether something is left out; how many days count as soon leaves nothing out."""
    return replace(wanted, within=WITHIN) != ActionFilter()


def hindrance(typed: str, wanted: ActionFilter) -> str:
    """Return what keeps a list empty, in the order in which Esc takes it away."""
    search = [f"the search “{typed}”"] if typed else []
    filters = [f"the filter {filter_words(wanted)}"] if is_on(wanted) else []
    return ", then ".join([*search, *filters])
