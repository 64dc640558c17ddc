"""One row of a paper in full: what was read, where, and how its timescale is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.correcting.rows import OUTSIDE, rows_of
from tracker.errors import NotFound
from tracker.reports.counting import counted
from tui.widgets.problem_table import SIGNS, say_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.correcting.rows import Row
    from tracker.drafts import PaperDraft, Problem, ProposalDraft
    from tracker.framework import Framework


def detail_of(paper: PaperDraft, key: str | None, framework: Framework) -> Text:
    """Return what a paper says at the row of a reference or a code."""
    if key is None:
        return Text("The paper holds nothing yet.")
    try:
        lines = _lines_of(paper, key, framework)
    except NotFound:
        return Text()
    text = Text()
    for number, (label, words) in enumerate(lines):
        text.append("\n" if number else "")
        text.append(f"{label} " if label else "", "bold")
        text.append(words)
    return text


def detail_of_problem(problem: Problem) -> Text:
    """Return a problem in full."""
    return Text.assemble(
        (f"{SIGNS[problem.severity]} · {problem.place}", "bold"), "\n", say_problem(problem)
    )


def _lines_of(paper: PaperDraft, key: str, framework: Framework) -> list[tuple[str, str]]:
    if "/" in key:
        found = next((row for row in rows_of(paper) if row.draft.ref == key), None)
        return [*_action(found)] if found else []
    if key == OUTSIDE:
        return [("", "These actions stand under no proposal. v gives one its proposal.")]
    held = next((proposal for proposal in paper.proposals if proposal.code == key), None)
    return [*_proposal(held, framework)] if held else []


def _action(row: Row) -> Iterator[tuple[str, str]]:
    draft = row.draft
    also = f", also printed as {' and '.join(draft.aliases)}" if draft.aliases else ""
    section = f" · {row.section}" if row.section else ""
    yield draft.ref, f"{draft.place}{also}{section}"
    yield "", draft.text
    for item in draft.sub_items:
        yield "", f"- {item}"
    if draft.corrected:
        yield "Corrected:", "; ".join(draft.corrected)
    if draft.cross_reference:
        yield "Points to", f"the actions of {draft.cross_reference}; it is none of its own."
        return
    if draft.timescale:
        yield "Timescale:", draft.timescale.text or "empty"
        yield "Read as:", draft.timescale.reading
    printed = f" (printed: {draft.printed_status})" if draft.printed_status else ""
    yield "Status:", f"{draft.status}{printed}"
    if draft.owners:
        yield "Owners:", "; ".join(draft.owners)
    if draft.delivery:
        yield "Delivery:", draft.delivery
    if draft.progress:
        yield "So far:", draft.progress
    for heading, cell in draft.further:
        yield f"{heading}:", cell


def _proposal(proposal: ProposalDraft, framework: Framework) -> Iterator[tuple[str, str]]:
    known = framework.by_code.get(proposal.code)
    yield proposal.code, f"{known.name if known else ''} · {proposal.place}"
    yield "Rating now:", proposal.rating or "none"
    yield "Rating before:", proposal.previous_rating or "none printed"
    if proposal.title:
        yield "", proposal.title
    if proposal.evidence:
        pieces = counted(len(proposal.evidence), "piece")
        yield "Evidence:", f"{pieces}, such as: {proposal.evidence[0]}"
