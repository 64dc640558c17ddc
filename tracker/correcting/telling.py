"""How a correction is said: one sentence with the words that it is about.

Owns the sentences. They quote the words, because numbers move when rows are joined or dropped.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from tracker.correcting.amending import said_of
from tracker.correcting.applying import before
from tracker.correcting.corrections import Add, Amend, Drop, Join, LookedAt, Move, Rate, Split
from tracker.correcting.rows import find_row, rows_of

if TYPE_CHECKING:
    from tracker.correcting.corrections import Correction
    from tracker.drafts import PaperDraft

_LONG = 48


@singledispatch
def say(correction: Correction, paper: PaperDraft) -> str:
    """Return a sentence that says a correction of a paper, before it is applied."""
    raise NotImplementedError(correction, paper)


@say.register(Join)
def _join(correction: Join, paper: PaperDraft) -> str:
    rows = rows_of(paper)
    rest = find_row(rows, correction.ref)
    first = before(rows, rest)
    return (
        f"Joined {_named(paper, rest.draft.ref)} to {_named(paper, first.draft.ref)} before it: "
        "one action."
    )


@say.register(Split)
def _split(correction: Split, paper: PaperDraft) -> str:
    text = find_row(rows_of(paper), correction.ref).draft.text
    return f"Split {_named(paper, correction.ref)} before {_quoted(text[correction.at :])}."


@say.register(Amend)
def _amend(correction: Amend, paper: PaperDraft) -> str:
    was = said_of(find_row(rows_of(paper), correction.ref).draft, correction.part)
    said = _quoted(correction.said) if correction.said.strip() else "empty"
    return (
        f"Changed the {correction.part} of {_named(paper, correction.ref)}: {said}, read as "
        f"{_quoted(was) if was else 'empty'}."
    )


@say.register(Move)
def _move(correction: Move, paper: PaperDraft) -> str:
    return f"Moved {_named(paper, correction.ref)} under {correction.code}."


@say.register(Drop)
def _drop(correction: Drop, paper: PaperDraft) -> str:
    row = find_row(rows_of(paper), correction.ref)
    also = f", also printed as {' and '.join(row.draft.aliases)}" if row.draft.aliases else ""
    return f"Dropped {_named(paper, correction.ref)}{also}: it is no action."


@say.register(Add)
def _add(correction: Add, paper: PaperDraft) -> str:
    del paper
    return f"Added {_quoted(correction.text)} under {correction.code}."


@say.register(Rate)
def _rate(correction: Rate, paper: PaperDraft) -> str:
    held = next((one for one in paper.proposals if one.code == correction.code), None)
    was = held and (held.previous_rating if correction.previous else held.rating)
    which = "previous rating" if correction.previous else "rating"
    now = correction.level or "not rated"
    return f"Changed the {which} of {correction.code}: {now}, read as {was or 'not rated'}."


@say.register(LookedAt)
def _looked_at(correction: LookedAt, paper: PaperDraft) -> str:
    del paper
    return f"Looked at {correction.problem.place}: {_quoted(correction.problem.message)}."


def _named(paper: PaperDraft, ref: str) -> str:
    """Return an action by its reference and its first words."""
    return f"{ref} {_quoted(find_row(rows_of(paper), ref).draft.text)}"


def _quoted(text: str) -> str:
    """Return the first words of a text, in quotes."""
    flat = " ".join(text.split())
    if len(flat) > _LONG:
        flat = f"{flat[:_LONG].rsplit(' ', 1)[0]}…"
    return f"“{flat}”"
