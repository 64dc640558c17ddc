"""What is known of an action besides its fields: updates, history, lineage, where it was printed.

Owns the words and their order; reading them is the screen's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.dates import say_day
from tracker.reports.action import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.compare import ActionFate
    from tracker.plan import ActionView
    from tracker.recorded import Entry

Lineage = tuple[tuple[str, str, "ActionFate"], ...]
"""The labels of an earlier and a later cycle, and what became of the action between them."""


def updates_of(action: ActionView) -> Text:
    """Return what was said of an action, newest first."""
    lines = Text()
    _head(lines, f"Updates ({len(action.updates)})")
    for update in reversed(action.updates):
        lines.append(f"{say_day(update.happened_on)}", "bold")
        lines.append(f"  {said(update)}")
        lines.append(f"  ({update.said_by})\n" if update.said_by else "\n", "dim")
    return lines


def printed_of(action: ActionView) -> Text:
    """Return where an action was printed, and what else was printed with it."""
    record = action.record
    lines = Text()
    _head(lines, "As printed")
    for item in record.sub_items:
        lines.append(f"• {item}\n")
    facts = (
        ("also at", ", ".join(record.aliases)),
        ("printed status", action.printed_status),
        ("section", record.section),
        ("paper", record.source),
        ("place", record.place),
        *record.further,
    )
    for name, value in facts:
        if value:
            lines.append(f"{name}: ", "dim")
            lines.append(f"{value}\n")
    return lines if len(lines.plain.splitlines()) > 1 else Text()


def history_of(entries: Iterable[Entry]) -> Text:
    """Return who recorded what of an action, newest first."""
    lines = Text()
    _head(lines, "History")
    for entry in entries:
        act = entry.act
        lines.append(f"{act.at:%d %b %Y %H:%M}", "bold")
        lines.append(f"  {act.who}, {act.verb}")
        lines.append(" (taken back)" if entry.undone_by else "", "dim")
        told = "; ".join(one.said for one in entry.told)
        lines.append(f"\n   {told}\n" if told else "\n")
        if act.reason:
            lines.append(f"   why: {act.reason}\n", "dim")
    return lines


def lineage_of(found: Lineage) -> Text:
    """Return which action of the cycles beside it goes on with it, or went before."""
    lines = Text()
    if not found:
        return lines
    _head(lines, "In other cycles")
    for base, repeat, fate in found:
        lines.append(f"{base} → {repeat}: ", "bold")
        lines.append(f"{fate.fate}, {fate.outcome}\n")
        before = ", ".join(f"{base}:{one.ref}" for one in fate.base) or "none"
        after = ", ".join(f"{repeat}:{one.ref}" for one in fate.repeat) or "none"
        lines.append(f"   {before} → {after}\n")
        sure = "confirmed" if fate.confirmed else "suggested"
        certainty = f", {fate.certainty:.0%} certain" if fate.certainty is not None else ""
        if fate.base and fate.repeat:
            lines.append(f"   {sure}{certainty}: {fate.reason}\n", "dim")
    return lines


def _head(lines: Text, words: str) -> None:
    lines.append(f"{words}\n", "bold underline")
