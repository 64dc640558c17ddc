"""Actions that go on from one cycle to the next under the same reference.

Owns their rows in the new cycle (wording, positions, proposals) and the confirmed links. What was
said of them and who leads them is not copied here: while the new cycle is drafted it is read from
the live one, and `agreeing` writes it down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.bulk import record_inserts
from db.session import reader_of
from tracker.kinds import LinkState
from tracker.models import ActionProposalRow, ActionRow, LinkRow, PositionRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from db.reader import Reader
    from db.session import ActSession

# Any: what a column holds is its own affair; it is written as it was read.
Values = dict[str, Any]
WORDED = (
    "code",
    "number",
    "text",
    "sub_items",
    "delivery",
    "section",
    "feature",
    "further",
    "place",
    "source_id",
)
PLACED = ("code", "number", "action_id", "cross_reference", "text", "place")
UNDER = ("action_id", "proposal_id", "position")


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes on from a cycle to the next."""

    base: int
    cycle: int
    actions: Sequence[int]
    """The rows in the base of those that go on."""
    merged: Mapping[int, tuple[int, str]]
    """Of those that are merged into one that goes on: its row in the base, and why."""
    reason: str
    """Why they are linked, in a sentence."""
    codes: frozenset[str] = frozenset()
    """Proposals whose printed references go on: “as per 3.4” where 3.4 still has actions."""


def carry_actions(session: ActSession, carried: Carried) -> None:
    """Store actions of a cycle in the next, each with its reference, and link them."""
    wanted = set(carried.actions)
    held = [row for row in rows_of(session, "action", WORDED, carried.base) if row["id"] in wanted]
    rows = [{name: row[name] for name in WORDED} | {"cycle_id": carried.cycle} for row in held]
    ids = record_inserts(session, ActionRow, rows)
    new = dict(zip((row["id"] for row in held), ids, strict=True))
    homes = new | {old: new[into] for old, (into, _) in carried.merged.items()}
    record_inserts(session, PositionRow, [*_positions(session, carried, homes)])
    record_inserts(session, ActionProposalRow, [*_proposals(session, carried, homes)])
    record_inserts(session, LinkRow, [*_links(carried, new)])


def _positions(session: ActSession, carried: Carried, homes: Mapping[int, int]) -> Iterator[Values]:
    """Yield the printed positions; those of a merged action find the one that goes on."""
    for row in rows_of(session, "position", PLACED, carried.base):
        told = {name: row[name] for name in PLACED} | {"cycle_id": carried.cycle}
        if row["action_id"] in homes:
            yield told | {"action_id": homes[row["action_id"]]}
        elif row["action_id"] is None and row["cross_reference"] in carried.codes:
            yield told


def _proposals(session: ActSession, carried: Carried, homes: Mapping[int, int]) -> Iterator[Values]:
    """Yield the proposals of each action, and after them those of what was merged into it."""
    rows = rows_of(session, "action_proposal", UNDER, carried.base)
    rows.sort(key=lambda row: (row["action_id"] in carried.merged, row["position"], row["id"]))
    found: dict[int, list[int]] = {}
    for row in rows:
        home = homes.get(row["action_id"])
        if home is not None and row["proposal_id"] not in found.setdefault(home, []):
            found[home].append(row["proposal_id"])
    for action, proposals in found.items():
        for position, proposal in enumerate(proposals):
            yield {
                "cycle_id": carried.cycle,
                "action_id": action,
                "proposal_id": proposal,
                "position": position,
            }


def _links(carried: Carried, new: Mapping[int, int]) -> Iterator[Values]:
    """Yield a confirmed link for each action, and for each that was merged."""
    pairs = [(old, number, carried.reason) for old, number in new.items()]
    pairs += [(old, new[into], why) for old, (into, why) in carried.merged.items()]
    for base, repeat, reason in pairs:
        yield {
            "cycle_id": carried.cycle,
            "base_action_id": base,
            "repeat_action_id": repeat,
            "certainty": 1000,
            "reason": reason,
            "state": LinkState.CONFIRMED,
        }


DRAFTED = """
SELECT c.id FROM cycle_step s JOIN cycle c ON c.id = s.cycle_id
WHERE s.kind = 'opened' AND s.from_cycle_id = :cycle AND c.state IN ('drafting', 'submitted')
"""


def drafted_from(reader: Reader, cycle: int) -> list[int]:
    """Return the cycles that are being drafted as repeats of one."""
    return [number for (number,) in reader.rows(DRAFTED, {"cycle": cycle})]


def rows_of(session: ActSession, table: str, names: Sequence[str], cycle: int) -> list[Values]:
    """Return rows of a cycle with their ids, in the order in which they were made."""
    columns = ", ".join(f'"{name}"' for name in ("id", *names))
    sql = f'SELECT {columns} FROM "{table}" WHERE cycle_id = :cycle ORDER BY id'  # noqa: S608  # our own names
    found = reader_of(session).rows(sql, {"cycle": cycle})
    return [dict(zip(("id", *names), row, strict=True)) for row in found]
