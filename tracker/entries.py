"""What of a paper becomes an action, and at which position: values only.

Owns the turning of what is printed (actions, recommendations, references to other proposals) into
entries, each at a position of its own. Storing them is `db.writing.paper_actions`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.kinds import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.drafts import ActionDraft, PaperDraft, RecommendationDraft

Position = tuple[str, int]
"""A code and a number under it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A printed position: an action, or a reference to another proposal's actions."""

    at: Position
    draft: ActionDraft
    under: tuple[str, ...] = ()
    aliases: tuple[Position, ...] = ()
    section: str | None = None
    feature: str | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that a paper prints as an action."""

    actions: tuple[Entry, ...]
    references: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    def positions(self) -> list[Position]:
        """Return every position that is taken."""
        aliases = [alias for entry in self.actions for alias in entry.aliases]
        return [entry.at for entry in (*self.actions, *self.references)] + aliases

    def codes(self) -> list[tuple[str, ...]]:
        """Return the proposals that each action stands under, also those that refer to it."""
        referring = _referring(self.references)
        return [
            tuple(
                dict.fromkeys(
                    (*entry.under, *(other for code in entry.under for other in referring[code]))
                )
            )
            for entry in self.actions
        ]


def entries_of(paper: PaperDraft) -> Entries:
    """Return what a paper prints as actions, with what is doubtful about their positions."""
    printed = [
        Entry(
            at=_position(draft.ref),
            draft=draft,
            under=tuple(dict.fromkeys((proposal.code, *draft.also_under))),
            aliases=tuple(map(_position, draft.aliases)),
        )
        for proposal in paper.proposals
        for draft in proposal.actions
    ]
    printed += map(_recommendation, paper.recommendations)
    placed, problems = _apart(printed)
    actions = tuple(entry for entry in placed if not entry.draft.cross_reference)
    references = tuple(entry for entry in placed if entry.draft.cross_reference)
    problems += _lost(references, actions)
    return Entries(actions, references, tuple(problems))


def _position(ref: str) -> Position:
    """Return the code and the number of a reference."""
    code, _, number = ref.rpartition("/")
    return code, int(number)


def _recommendation(item: RecommendationDraft) -> Entry:
    """Return a recommendation as an action under no proposal."""
    at = _position(item.ref)
    return Entry(at, item.as_action(), section=item.section, feature=item.feature)


def _apart(printed: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Return entries that share no position; one that does gets the next free number."""
    placed, problems = [], []
    printed = list(printed)
    highest: dict[str, int] = defaultdict(int)
    for code, number in (at for entry in printed for at in (entry.at, *entry.aliases)):
        highest[code] = max(number, highest[code])
    taken: set[Position] = set()
    for entry in printed:
        at = entry.at
        if at in taken:
            code, number = at
            highest[code] += 1
            at = code, highest[code]
            said = f"Two actions stand at {code}/{number}; the second is kept as {code}/{at[1]}."
            problems.append(Problem(entry.draft.place, Severity.WARNING, said))
        aliases = [alias for alias in dict.fromkeys(entry.aliases) if alias not in taken | {at}]
        taken |= {at, *aliases}
        placed.append(replace(entry, at=at, aliases=tuple(aliases)))
    return placed, problems


def _referring(references: Sequence[Entry]) -> dict[str, list[str]]:
    """Return for each proposal those whose positions mean its actions, also in several steps."""
    direct: dict[str, list[str]] = defaultdict(list)
    for entry in references:
        direct[entry.draft.cross_reference or ""].append(entry.at[0])
    found: dict[str, list[str]] = defaultdict(list)
    for code in list(direct):
        waiting, seen = list(direct[code]), dict.fromkeys([code])
        while waiting:
            step = waiting.pop(0)
            if step not in seen:
                seen[step] = None
                waiting += direct.get(step, [])
        found[code] = list(seen)[1:]
    return found


def _lost(references: Sequence[Entry], actions: Sequence[Entry]) -> Iterator[Problem]:
    """Yield the references that lead nowhere, or that say more than a reference can hold."""
    held = {code for entry in actions for code in entry.under}
    held |= {entry.at[0] for entry in references}
    for entry in references:
        draft, (code, number) = entry.draft, entry.at
        if draft.cross_reference not in held:
            said = f"{code} refers to {draft.cross_reference}, under which the paper has no action."
            yield Problem(draft.place, Severity.WARNING, said)
        more = draft.delivery, draft.progress, draft.sub_items, draft.owners, draft.further
        if any(more) or (draft.timescale and draft.timescale.text):
            said = f"{code}/{number} refers to {draft.cross_reference}; what its row says besides"
            yield Problem(draft.place, Severity.WARNING, f"{said} is not kept.")
