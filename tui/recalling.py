"""The verbs on what was recorded: history, undo and redo.

Owns which act is meant when none is named. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db import queries
from tui.finding import find_action

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.lookback import Asked
    from tracker.recorded import Act, Entry
    from tui.workspace import Workspace


def history(
    workspace: Workspace, asked: Asked, *, ref: str | None = None, cycle: str | None = None
) -> tuple[str, tuple[Entry, ...]]:
    """Return acts with what they changed, newest first, and what they are the history of.

    Args:
        workspace: Whose plan, and for whom.
        asked: Which acts.
        ref: Only those that changed this action, in whatever round it was carried into, or the
            rating of this proposal.
        cycle: The cycle of that action; the live one where nothing is said.

    Raises:
        NotFound: No such partnership, cycle or action.
    """
    from db.lookback import find_record, history, history_of, same_action

    with workspace.reading() as reader:
        if ref is None:
            whose = workspace.named(reader)
            found = history(reader, asked, partnership=whose.id if whose else None)
            return whose.name if whose else "everything held", _in_local_time(found)
        partnership = workspace.partnership(reader)
        chosen = workspace.chosen_cycle(reader, partnership, cycle, workspace.settings.today)
        record = find_record(reader, chosen.id, ref)
        if record is None:
            plan = queries.load_plan(reader, chosen.id, as_at=workspace.settings.today)
            record = "action", find_action(plan, ref).id
        about = f"{ref}, {partnership.name} {chosen.label}"
        table, number = record
        rows = [number]
        if table == "action":
            rows = same_action(reader, partnership.id, chosen.id, number)
        told = [entry for row in rows for entry in history_of(reader, table, row, asked)]
        return about, _in_local_time(_together(told, asked.limit))


def _together(entries: Sequence[Entry], limit: int) -> tuple[Entry, ...]:
    """Return what acts changed of one action in several rounds, each act once, newest first."""
    found: dict[int, Entry] = {}
    for entry in entries:
        held = found.get(entry.act.number, entry)
        told = tuple(dict.fromkeys((*held.told, *entry.told)))
        cycles = tuple(dict.fromkeys((*held.cycles, *entry.cycles)))
        found[entry.act.number] = replace(held, told=told, cycles=cycles)
    return tuple(found[number] for number in sorted(found, reverse=True))[:limit]


def newest_act(workspace: Workspace) -> int:
    """Return the number of the newest act held; 0 where there is none yet."""
    from db.log import acts

    with workspace.reading() as reader:
        newest = acts(reader, limit=1)
    return newest[0].number if newest else 0


def undoable(workspace: Workspace, number: int | None = None) -> Act:
    """Return the act that undo means: the one of a number, else the newest that stands.

    Where a partnership was named, the newest that concerns it.

    Raises:
        NotFound: There is none.
    """
    from db.log import act_numbered, newest_standing
    from db.lookback import latest

    with workspace.reading() as reader:
        if number is not None:
            return act_numbered(reader, number)
        whose = workspace.named(reader)
        return latest(reader, whose.id, undoing=False) if whose else newest_standing(reader)


def redoable(workspace: Workspace) -> Act:
    """Return the act that redo takes back: the newest undoing that stands.

    Raises:
        NotFound: Nothing stands undone.
    """
    from db.log import newest_undoing
    from db.lookback import latest

    with workspace.reading() as reader:
        whose = workspace.named(reader)
        return latest(reader, whose.id, undoing=True) if whose else newest_undoing(reader)


def undo(workspace: Workspace, act: Act, *, reason: str | None = None) -> tuple[Entry, Entry]:
    """Take back all that an act wrote, as a new act.

    Args:
        workspace: Where, and who acts.
        act: The act that is meant.
        reason: Why, in the person's words.

    Returns:
        The new act and the one taken back, each with what it changed.

    Raises:
        Refused: It is undone already, something has changed since, or a cycle has closed.
    """
    from db.log import act_numbered
    from db.lookback import undoing_verb
    from db.telling import tell
    from db.undoing import undo_act

    with workspace.reading() as reader:
        verb = undoing_verb(reader, act)
    with workspace.act(verb, reason=reason, undoes=act.number) as session:
        undo_act(session=session, act=act.number)
        number = session.act
    with workspace.reading() as reader:
        made, taken = tell(reader, [act_numbered(reader, n) for n in (number, act.number)])
    done, undone = _in_local_time((made, taken))
    return done, undone


def _in_local_time(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return acts with their moments as the clock on the wall showed them."""
    return tuple(
        replace(entry, act=replace(entry.act, at=entry.act.at.astimezone())) for entry in entries
    )
