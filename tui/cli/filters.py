"""The options that say which actions are meant, for lists and for updates alike.

Owns how they are read, and that a name which nothing could ever have is refused. What passes a
filter is `tracker.reports.actions`'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import NotFound
from tui.cli.common import span_of, words_of

if TYPE_CHECKING:
    from tracker.plan import PlanView
    from tracker.reports.actions import ActionFilter

Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="A status, an outlook, live, closed, overdue, undated ...; may be repeated.",
    ),
]
Owner = Annotated[
    str | None,
    typer.Option("--owner", metavar="NAME", help="Words of a post's name; “none” for no owner."),
]
Proposals = Annotated[
    list[str] | None,
    typer.Option("--proposal", metavar="CODE", help="Under this proposal; may be repeated."),
]
Features = Annotated[
    list[str] | None,
    typer.Option("--key-feature", metavar="CODE", help="Under this key feature; may be repeated."),
]
Words = Annotated[
    str | None,
    typer.Option("--words", metavar="TEXT", help="All of these words, in any order."),
]
DueFrom = Annotated[
    str | None, typer.Option("--due-from", metavar="DATE", help="Due on this day or later.")
]
DueTo = Annotated[
    str | None, typer.Option("--due-to", metavar="DATE", help="Due on this day or earlier.")
]
Undated = Annotated[bool, typer.Option("--undated", help="Only those without a date.")]


def owner_words(owner: str | None) -> str | None:
    """Return the words to look for in owners; empty text stands for no owner."""
    return "" if owner is not None and owner.strip().casefold() in {"", "none"} else words_of(owner)


def filter_of(
    plan: PlanView,
    *,
    status: list[str] | None,
    owner: str | None,
    proposal: list[str] | None,
    feature: list[str] | None,
    words: str | None,
    due_from: str | None,
    due_to: str | None,
    undated: bool,
) -> ActionFilter:
    """Put together a filter from options, refusing names that nothing could ever have.

    Raises:
        NotFound: A status, proposal or key feature that does not exist.
        UsageFault: The days end before they begin.
    """
    from tracker.reports.actions import STATES, ActionFilter

    first, last = span_of(due_from, due_to, options=("--due-from", "--due-to"))
    states = _known("status", status, STATES)
    codes = _known("proposal", proposal, [*plan.framework.by_code, "R"])
    features = _known("key feature", feature, [f.code for f in plan.framework.features])
    return ActionFilter(
        statuses=states,
        owner=owner_words(owner),
        proposals=codes,
        features=features,
        words=words_of(words),
        due_from=first,
        due_to=last,
        undated=undated,
    )


def _known(what: str, said: list[str] | None, known: list[str]) -> frozenset[str]:
    """Return the words that were said, as they are known."""
    held = {word.casefold(): word for word in known}
    chosen = [word.strip().replace("-", " ").casefold() for word in said or ()]
    for word in chosen:
        if word not in held:
            raise NotFound(f"There is no {what} “{word}”.", f"It is one of: {', '.join(known)}.")
    return frozenset(held[word] for word in chosen)
