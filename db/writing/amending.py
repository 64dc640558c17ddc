"""Changing what is held of a cycle to what a later paper prints of it.

Owns the rows that a difference touches. Whether it may be applied at all is `reconciling`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.bulk import record_deletes, record_inserts, record_updates
from db.plan_rows import CARRIED
from db.session import reader_of
from db.writing.actions import put_under
from db.writing.assessments import decision_row, learn_wording
from db.writing.numbers import next_number
from db.writing.owners import add_contributors, set_leads
from db.writing.paper_actions import action_row, store_entries
from db.writing.texts import words
from db.writing.updates import add_updates, update_row
from tracker.kinds import Match, Status
from tracker.models import ActionRow, AssessmentRow, DecisionRow, EvidenceRow, IndicatorRow
from tracker.printed import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.reader import Reader
    from db.writing.filing import Filed
    from tracker.drafts import ActionDraft, ProposalDraft
    from tracker.entries import Entry
    from tracker.plan import ActionView, PlanView
    from tracker.reconciling.difference import ActionDifference, Difference, TextDifference
    from tracker.timescale import Timescale

INDICATORS = "SELECT id, assessment_id, level_id FROM indicator WHERE cycle_id = :cycle"
EVIDENCE = "SELECT id, assessment_id, kind FROM evidence WHERE cycle_id = :cycle"
Home = tuple[int, int]
"""The cycle and the action with which what is said of an action is kept."""
COLUMNS = {
    "text": ("text", "sub_items", "source_id", "place"),
    "delivery": ("delivery",),
    "other columns": ("further",),
    "section": ("section",),
}
"""The fields of a difference that are columns of an action."""
SAID = frozenset({"timescale", "status", "outlook", "progress"})
"""Those that an update says of a day."""


def amend_assessments(filed: Filed, plan: PlanView, seen: Difference) -> None:
    """Record the ratings and texts that differ."""
    ids = {assessment.code: assessment.id for assessment in plan.assessments}
    printed = {proposal.code: proposal for proposal in filed.paper.proposals}
    decisions = [
        decision_row(filed, filed.cycle, ids[one.code], one.read, filed.as_at) for one in seen.rated
    ]
    record_inserts(filed.session, DecisionRow, decisions)
    by_name: dict[str, list[TextDifference]] = {}
    for text in seen.texts:
        by_name.setdefault(text.name, []).append(text)
    titles = by_name.pop("title", [])
    told = [{"id": ids[one.code], "title": words(one.read[0])} for one in titles]
    record_updates(filed.session, AssessmentRow, told)
    learn_wording(filed, {one.code: printed[one.code] for one in titles})
    before = [
        {"id": ids[one.code], "previous_printed_id": filed.levels[one.read[0]]}
        for one in by_name.pop("previous rating", [])
    ]
    record_updates(filed.session, AssessmentRow, before)
    _amend_indicators(filed, ids, by_name.pop("indicator", []))
    rest = [
        (ids[one.code], one.name, printed[one.code]) for texts in by_name.values() for one in texts
    ]
    _amend_evidence(filed, rest)


def _amend_indicators(filed: Filed, ids: dict[str, int], texts: Sequence[TextDifference]) -> None:
    rows = reader_of(filed.session).rows(INDICATORS, {"cycle": filed.cycle})
    held = {(assessment, level): number for number, assessment, level in rows}
    new = []
    for one in texts:
        assessment, level = ids[one.code], filed.levels[one.level or ""]
        wording = words(one.read[0])
        if (assessment, level) in held:
            row = {"id": held[assessment, level], "text": wording}
            record_updates(filed.session, IndicatorRow, [row])
        else:
            row = {"cycle_id": filed.cycle, "assessment_id": assessment, "level_id": level}
            new.append(row | {"text": wording})
    record_inserts(filed.session, IndicatorRow, new)


def _amend_evidence(filed: Filed, amended: Sequence[tuple[int, str, ProposalDraft]]) -> None:
    """Replace the texts of a kind beside an assessment with those that the paper prints."""
    if not amended:
        return
    wanted = {(assessment, kind) for assessment, kind, _ in amended}
    rows = reader_of(filed.session).rows(EVIDENCE, {"cycle": filed.cycle})
    gone = [number for number, assessment, kind in rows if (assessment, kind) in wanted]
    if gone:
        record_deletes(filed.session, "evidence", gone)
    new = [
        {
            "cycle_id": filed.cycle,
            "assessment_id": assessment,
            "kind": kind,
            "position": position,
            "text": words(text),
        }
        for assessment, name, proposal in amended
        for position, (kind, text) in enumerate(texts_of(proposal))
        if kind == name and words(text)
    ]
    record_inserts(filed.session, EvidenceRow, new)


def kept_with(reader: Reader, plan: PlanView) -> dict[int, Home]:
    """Return where updates and posts of actions are kept that a draft goes on with: by their ids.

    Until a repeat is agreed, what is said of a carried action is said in the live cycle, and the
    draft shows it.
    """
    base = plan.cycle.opened_from
    if base is None or not plan.cycle.state.is_draft:
        return {}
    rows = reader.rows(CARRIED, {"cycle": plan.cycle.id, "base": base})
    return {number: (base, held) for number, held in rows}


def amend_actions(filed: Filed, plan: PlanView, seen: Difference) -> tuple[str, ...]:
    """Record what differs in actions, add the new ones, and return the references of these."""
    homes = kept_with(reader_of(filed.session), plan)
    rows: list[dict[str, object]] = []
    timescales: list[Timescale | None] = []
    for one in seen.actions:
        if one.ref is None or one.entry is None or not one.taken:
            continue
        action = plan.by_ref[one.ref]
        _amend_wording(filed, action, one.entry, one)
        home = homes.get(action.id, (filed.cycle, action.id))
        _amend_posts(filed, home, one.entry.draft, one.taken)
        if one.taken & SAID:
            rows.append(_said(filed, home, one.entry.draft, one.taken))
            timescales.append(one.entry.draft.timescale if "timescale" in one.taken else None)
    add_updates(filed.session, rows, timescales)
    return _add(filed, seen.of(Match.NEW))


def _amend_wording(filed: Filed, action: ActionView, entry: Entry, one: ActionDifference) -> None:
    read = action_row(filed, entry)
    row = {name: read[name] for field in COLUMNS if field in one.taken for name in COLUMNS[field]}
    if row:
        record_updates(filed.session, ActionRow, [{"id": action.id} | row])
    if "proposals" in one.taken:
        proposals = [filed.proposals[code] for code in one.under]
        put_under(filed.session, filed.cycle, action.id, proposals)


def _amend_posts(filed: Filed, home: Home, draft: ActionDraft, taken: frozenset[str]) -> None:
    cycle, action = home
    if "owner" in taken:
        set_leads(
            session=filed.session,
            partnership=filed.partnership,
            cycle=cycle,
            actions=[action],
            leads=draft.owners,
        )
    if "contributors" in taken:
        add_contributors(
            session=filed.session,
            partnership=filed.partnership,
            cycle=cycle,
            action=action,
            names=draft.contributors,
        )


def _said(filed: Filed, home: Home, draft: ActionDraft, taken: frozenset[str]) -> dict[str, object]:
    """Return the row of an update that says what the paper says anew."""
    status = "status" in taken
    return update_row(
        filed.session,
        cycle=home[0],
        action=home[1],
        happened_on=filed.as_at,
        source=filed.source,
        status=draft.status if status else None,
        printed_status=draft.printed_status if status else None,
        timescale=draft.timescale if "timescale" in taken else None,
        outlook=draft.outlook if "outlook" in taken else None,
        board_text=draft.progress if "progress" in taken else None,
    )


def _add(filed: Filed, new: Sequence[ActionDifference]) -> tuple[str, ...]:
    """Add new actions, each with a number that its partnership never used."""
    entries = [*_numbered(filed, new)]
    store_entries(filed, entries, [one.under for one in new])
    return tuple(f"{code}/{number}" for code, number in (entry.at for entry in entries))


def _numbered(filed: Filed, new: Sequence[ActionDifference]) -> Iterator[Entry]:
    for one in new:
        if one.entry is not None:
            code = one.entry.at[0]
            number = next_number(filed.session, filed.partnership, code)
            yield replace(one.entry, at=(code, number), aliases=())


def withdraw_missing(
    filed: Filed, plan: PlanView, gone: Sequence[ActionDifference], *, reason: str
) -> None:
    """Withdraw actions that the paper does not print, as of its day."""
    homes = kept_with(reader_of(filed.session), plan)
    missing = [plan.by_ref[one.ref].id for one in gone if one.ref is not None]
    rows = [
        update_row(
            filed.session,
            cycle=cycle,
            action=action,
            happened_on=filed.as_at,
            source=filed.source,
            status=Status.WITHDRAWN,
            reason=reason,
        )
        for cycle, action in (homes.get(number, (filed.cycle, number)) for number in missing)
    ]
    add_updates(filed.session, rows, [None] * len(rows))
