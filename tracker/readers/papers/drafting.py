"""What was found as drafts: timescales, statuses and owners read, references given.

Owns the reading of an action's cells and the settling of a proposal's rating between its own table
and the summary. Leaves the dates of the rounds to `cycles`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.drafts import ActionDraft, ProposalDraft, RecommendationDraft, status_from
from tracker.kinds import CLOSED, Outlook, Scope, Severity, Status
from tracker.readers.papers.codes import feature_named
from tracker.readers.papers.inherited import name_places
from tracker.readers.papers.marks import Reading, read_marks
from tracker.readers.papers.merging import numbered
from tracker.status_words import UNEXPLAINED, StatusReading, colour_of, read_fill, read_status
from tracker.timescale import read_timescale

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.framework import Framework, Proposal
    from tracker.readers.papers.found import Found, Notes, Printed
    from tracker.readers.papers.legend import Legend
    from tracker.timescale import Timescale


@dataclass(frozen=True, slots=True)
class Frame:
    """What every cell is read against."""

    framework: Framework
    legend: Legend
    as_at: date | None
    """The day from which relative timescales count."""
    rated: bool = True
    """The paper rates at all, so that a missing rating is worth telling."""


def draft_proposals(found: Found, frame: Frame) -> tuple[ProposalDraft, ...]:
    """Draft the proposals that a paper holds, in the framework's order."""
    positions = [
        (printed.codes, draft_action(printed, frame, found))
        for printed in found.actions
        if printed.codes
    ]
    actions = numbered(positions)
    codes = set(found.notes) | set(actions) | {c for codes, _ in positions for c in codes}
    return tuple(
        _draft_proposal(proposal, found, tuple(actions.get(proposal.code, ())), frame)
        for proposal in frame.framework.proposals
        if proposal.code in codes
    )


def draft_recommendations(found: Found, frame: Frame) -> tuple[RecommendationDraft, ...]:
    """Draft the actions that stand under no proposal."""
    drafts = []
    for number, printed in enumerate((p for p in found.actions if not p.codes), start=1):
        action = draft_action(printed, frame, found)
        drafts.append(
            RecommendationDraft(
                ref=f"R/{number}",
                section=printed.section,
                text=action.text,
                place=printed.place,
                feature=feature_named(printed.section, frame.framework),
                timescale=action.timescale,
                status=action.status,
                printed_status=action.printed_status,
                owners=action.owners,
                sub_items=action.sub_items,
                delivery=action.delivery,
                outlook=action.outlook,
                progress=action.progress,
                contributors=action.contributors,
                further=action.further,
            )
        )
    return tuple(drafts)


def draft_action(printed: Printed, frame: Frame, found: Found) -> ActionDraft:
    """Read the cells of an action."""
    values = dict(printed.values)
    timescale = _timescale(values, frame.as_at)
    status, outlook, printed_status = _status(values, printed, frame.legend, found)
    return ActionDraft(
        ref="",
        text=printed.text,
        place=printed.place,
        sub_items=printed.sub_items,
        delivery=values.get("delivery") or None,
        timescale=timescale,
        status=status if status is not None else status_from(timescale),
        printed_status=printed_status,
        outlook=outlook,
        progress=values.get("progress") or None,
        owners=printed.owners,
        contributors=printed.contributors,
        cross_reference=printed.cross_reference,
        further=printed.further,
    )


def _timescale(values: Mapping[str, str], as_at: date | None) -> Timescale | None:
    """Read a timescale; a revised date replaces it and the former stays in the words."""
    if not {"timescale", "revised"} & set(values):
        return None
    first, revised = values.get("timescale", ""), values.get("revised", "")
    if not revised:
        return read_timescale(first, as_at=as_at)
    if not first:
        return read_timescale(revised, as_at=as_at)
    both = read_timescale(f"Was {first}, now {revised}", as_at=as_at)
    now = read_timescale(revised, as_at=as_at)
    if both.due == now.due and both.due is not None:
        return both
    former = read_timescale(first, as_at=as_at).due
    return replace(now, text=f"{first}; revised: {revised}", former=former)


def _status(
    values: Mapping[str, str], printed: Printed, legend: Legend, found: Found
) -> tuple[Status | None, Outlook, str | None]:
    """Read the status of an action from its status, its traffic light and its outlook.

    Returns:
        The status or None where none is printed, the outlook, and the words that are not ours.
    """
    fills = dict(printed.fills)
    readings: list[StatusReading] = []
    words: list[str] = []
    blue: list[str] = []
    for key in ("status", "rag", "outlook"):
        text = values.get(key, "")
        fill = fills.get(key) if key in values and not text else None
        reading = _reading(text, fill, legend)
        unexplained = reading is None and _is_unexplained(text, fill)
        if unexplained:
            blue.append(text or "blue shade")
        if text and text.casefold() not in set(Status) | set(Outlook):
            words.append(text)
        if reading is not None:
            readings.append(reading)
        elif text and not unexplained:
            message = f'The status "{text}" is not one that is known. It is kept as printed.'
            found.tell(printed.place, message, about="status")
    told = [r for r in readings if r.status is not None]
    if blue and not any(r.status in CLOSED for r in told):
        found.unexplained.append((printed.place, blue[0]))
        words += [] if words else blue
    printed_status = " / ".join(dict.fromkeys(words)) or None
    if not told:
        return (Status.NOT_REPORTED if words else None), Outlook.NOT_STATED, printed_status
    status = told[0].status
    if len({r.status in CLOSED for r in told}) > 1:
        message = f'The status and the traffic light ("{printed_status}") contradict each other.'
        found.tell(printed.place, f"{message} The status counts.", about="status")
    outlook = next(
        (r.outlook for r in reversed(readings) if r.outlook is not Outlook.NOT_STATED),
        Outlook.NOT_STATED,
    )
    live = status is not None and status.is_live
    return status, outlook if live else Outlook.NOT_STATED, printed_status


def _reading(text: str, fill: str | None, legend: Legend) -> StatusReading | None:
    """Read one cell: as the paper's own legend says, by its words, or by its shade."""
    if text:
        return legend.status_of(text) or read_status(text)
    if fill:
        return legend.status_of_fill(fill) or read_fill(fill)
    return None


def _is_unexplained(text: str, fill: str | None) -> bool:
    """Tell whether a cell holds a colour that means one thing here and another there."""
    if text:
        return re.split(r"\W", text.strip().casefold(), maxsplit=1)[0] in UNEXPLAINED
    return bool(fill) and colour_of(fill or "") in UNEXPLAINED


def tell_unexplained(found: Found) -> None:
    """Tell once of all blue statuses that no key of the paper explains."""
    places = list(dict.fromkeys(place for place, _ in found.unexplained))
    if not places:
        return
    words = " or ".join(f'"{words}"' for words in dict.fromkeys(w for _, w in found.unexplained))
    found.tell(
        places[0],
        f"The status {words} stands at {name_places(places)}, and no key in the paper says what"
        " it means: some use blue for complete, others for not started. It is not read as"
        ' complete. If it means complete, add a line such as "Blue = complete" to the paper and'
        " import it again, or set the status of these actions by hand.",
    )


def _draft_proposal(
    proposal: Proposal, found: Found, actions: tuple[ActionDraft, ...], frame: Frame
) -> ProposalDraft:
    notes = found.notes.get(proposal.code)
    if notes is None:
        place = actions[0].place if actions else ""
        return ProposalDraft(proposal.code, scope=proposal.scope, place=place, actions=actions)
    rating, previous = _rating(proposal, notes, found, frame)
    return ProposalDraft(
        code=proposal.code,
        title=notes.title,
        scope=proposal.scope,
        rating=rating,
        previous_rating=previous,
        indicators={
            level.name: " ".join(line.text for line in notes.indicators[level.name])
            for level in frame.framework.scale
            if level.name in notes.indicators
        },
        evidence=tuple(line.text for line in notes.evidence),
        place=notes.place or notes.heading,
        actions=actions,
        national=notes.national,
    )


def _rating(
    proposal: Proposal, notes: Notes, found: Found, frame: Frame
) -> tuple[str | None, str | None]:
    """Settle the rating: the proposal's own table before the summary, and never a guess."""
    own = read_marks(
        notes.rating_rows,
        notes.levels,
        legend=frame.legend,
        framework=frame.framework,
        scale=notes.scale,
    )
    summary = _summary(notes, frame)
    if proposal.scope is Scope.NATIONAL:
        told = own.now or own.previous or summary.now
        if told:
            message = f'A rating ("{told}") is printed for {proposal.code}, which is national and'
            found.tell(
                notes.place or notes.heading, f"{message} never rated locally. It is not kept."
            )
        return None, None
    for place, fault in (*own.faults, *(() if own.now else summary.faults)):
        message = f"Rating of {proposal.code}: {fault}."
        found.tell(place, message, Severity.ERROR, about=f"rating {proposal.code}")
    if own.now and summary.now and own.now != summary.now:
        message = (
            f'The summary table rates {proposal.code} "{summary.now}", its own table "{own.now}".'
            " The own table counts."
        )
        found.tell(notes.summary[0][0].place, message, about=f"rating {proposal.code}")
    now = own.now if own.marked or notes.shifted else summary.now
    explained = bool(own.faults or summary.faults or notes.shifted)
    if now is None and frame.rated and not explained:
        message = f"No rating is marked for {proposal.code}."
        found.tell(notes.place or notes.heading, message, about=f"rating {proposal.code}")
    return now, own.previous or summary.previous


def _summary(notes: Notes, frame: Frame) -> Reading:
    """Read the rows that a summary table has for a proposal."""
    if not notes.summary:
        return Reading()
    return read_marks(
        [row for row, _ in notes.summary],
        notes.summary[0][1],
        legend=frame.legend,
        framework=frame.framework,
    )
