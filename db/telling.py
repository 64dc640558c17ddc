"""Telling what acts changed in the words of the people who use the plan.

Owns the sentences' parts: which thing, which field, from what to what. A paper's import is told by
what it brought, not row by row. What stood before something was said of a thing is `db.course`'s;
the record itself is read by `db.log`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from db.course import Course
from db.decode import day, listed
from db.log import COLUMNS, change_of, undone
from db.names import Names
from tracker.dates import say_day
from tracker.kinds import ChangeKind
from tracker.recorded import Entry, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from db.course import Row
    from db.log import ChangeView
    from db.reader import Reader
    from tracker.recorded import Act

MOST = 200
"""How many changes of one act are looked at; of the rest the count is told."""
CHANGES = f"""
SELECT {COLUMNS} FROM change
WHERE act_id IN (%s) AND (number <= {MOST} OR table_name IN ('cycle', 'cycle_step', 'partnership'))
ORDER BY act_id, number
"""  # noqa: S608  # our own names
COUNTS = """
SELECT act_id, cycle_id, table_name, count(*) FROM change WHERE act_id IN (%s)
GROUP BY act_id, cycle_id, table_name ORDER BY act_id, cycle_id, table_name
"""
BROUGHT = {
    "action": ("action", "actions"),
    "rating_decision": ("rating", "ratings"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "link": ("link", "links"),
}
"""What is counted of a cycle that comes or goes."""
UNTOLD = frozenset(
    {
        "position",
        "numbering",
        "problem",
        "source",
        "framework",
        "level",
        "key_feature",
        "proposal",
    }
)
"""Tables that follow from others, or that nobody changes by hand."""
PASSED_ON = frozenset({"action_update", "milestone", "action_owner"})
"""What a cycle that is agreed, or opened again, takes over from another as it was said there."""
PLACES = frozenset({"position", "place"})
"""Where a thing stands on the screen or in its paper: nobody asks who changed that."""
FIELDS = {
    "text": "wording",
    "delivery": "how we will deliver",
    "done_on": "reached",
    "ordered_on": "order",
    "email": "e-mail",
    "as_at": "as at",
    "title": "official wording",
}
IDS = {"level_id": "level", "proposal_id": "proposal", "post_id": "post"}
"""Columns whose rows have names of their own."""


def tell(reader: Reader, found: Sequence[Act]) -> tuple[Entry, ...]:
    """Return acts with what each changed, in their order."""
    if not found:
        return ()
    numbers = listed(act.number for act in found)
    held = [change_of(row) for row in reader.rows(CHANGES % numbers)]
    counts: dict[int, dict[int | None, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for act, cycle, table, count in reader.rows(COUNTS % numbers):
        counts[act][cycle][table] = count
    return _entries(reader, found, held, counts)


def tell_record(
    reader: Reader, found: Sequence[Act], changes: Iterable[ChangeView]
) -> tuple[Entry, ...]:
    """Return acts with what each changed of one record.

    Args:
        reader: The store.
        found: The acts.
        changes: What they did to the record and all that belongs to it, oldest first.
    """
    return _entries(reader, found, list(changes), {}) if found else ()


def _entries(
    reader: Reader,
    found: Sequence[Act],
    held: Sequence[ChangeView],
    counts: Mapping[int, Mapping[int | None, Counter[str]]],
) -> tuple[Entry, ...]:
    """Put acts and what is told of them together."""
    teller = _Teller(reader, held)
    by_act: dict[int, list[ChangeView]] = defaultdict(list)
    for change in held:
        by_act[change.act].append(change)
    gone = undone(reader)
    return tuple(
        Entry(
            act,
            told=tuple(teller.told(by_act[act.number], counts.get(act.number, {}))),
            more=_more(by_act[act.number], counts.get(act.number, {})),
            undone_by=gone.get(act.number),
            cycles=teller.cycles(by_act[act.number]),
        )
        for act in found
    )


def _more(changes: Sequence[ChangeView], counts: Mapping[int | None, Counter[str]]) -> int:
    """Return how many changes are not told, where the act is told change by change."""
    whole = any(c.table == "cycle" and c.kind is not ChangeKind.UPDATE for c in changes)
    whole = whole or bool(_turned(changes))
    total = sum(count.total() for count in counts.values())
    return 0 if whole else max(0, total - len(changes))


class _Teller:
    """Tells changes, knowing the names of what they are about and what was said before."""

    def __init__(self, reader: Reader, held: Sequence[ChangeView]) -> None:
        self._name = Names(reader)
        self._learn(held)
        self._actions = Course(reader, held, "action", "action_update", self._update_words)
        self._ratings = Course(reader, held, "assessment", "rating_decision", self._rating_words)

    def _learn(self, held: Sequence[ChangeView]) -> None:
        """Look up all names that the changes need, in one statement for each kind."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for change in held:
            wanted[change.record].add(change.record_id)
            if change.cycle is not None:
                wanted["cycle"].add(change.cycle)
            for field, pair in change.fields.items():
                table = _table_of(field)
                if table:
                    wanted[table] |= {number for number in pair if isinstance(number, int)}
        for table, numbers in wanted.items():
            self._name.learn(table, numbers)

    def cycles(self, changes: Iterable[ChangeView]) -> tuple[str, ...]:
        """Return the cycles that changes were made in."""
        found = dict.fromkeys(change.cycle for change in changes if change.cycle is not None)
        return tuple(self._name("cycle", number) for number in found)

    def told(
        self, changes: Sequence[ChangeView], counts: Mapping[int | None, Counter[str]]
    ) -> Iterator[Told]:
        """Yield what one act changed."""
        turned = _turned(changes)
        changes = [c for c in changes if c.cycle not in turned or c.table not in PASSED_ON]
        whole = {
            change.row: change.kind
            for change in changes
            if change.table == "cycle" and change.kind is not ChangeKind.UPDATE
        }
        records = {
            (change.record, change.row)
            for change in changes
            if change.table == change.record and change.kind is not ChangeKind.UPDATE
        }
        for number, kind in whole.items():
            brought = [
                f"{n} {BROUGHT[table][n != 1]}"
                for table, n in counts.get(number, {}).items()
                if table in BROUGHT
            ]
            words = f"with {', '.join(brought)}" if brought else "held"
            yield _made(kind, f"cycle {self._name('cycle', number)}", "cycle", words)
        if not whole:
            yield from self._owners(changes, records)
        for change in changes:
            is_part = change.table != change.record and (change.record, change.record_id) in records
            if change.cycle not in whole and not is_part and change.table not in UNTOLD:
                yield from self._one(change)

    def _owners(
        self, changes: Sequence[ChangeView], records: set[tuple[str, int]]
    ) -> Iterator[Told]:
        """Yield for each action whose owners or proposals changed which went and which came."""
        for table, field, word in (
            ("action_owner", "post_id", "owner"),
            ("action_proposal", "proposal_id", "proposals"),
        ):
            moved: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
            for change in changes:
                known = change.table == table and (change.record, change.record_id) not in records
                if known and change.kind is not ChangeKind.UPDATE:
                    came = change.kind is ChangeKind.INSERT
                    number = change.fields[field][came]
                    name = self._name(_table_of(field) or "", _number(number))
                    moved[change.record_id][came].append(name)
            for action, (went, came_in) in moved.items():
                before, after = ", ".join(went) or None, ", ".join(came_in) or None
                yield Told(self._name("action", action), word, before or "none", after)

    def _one(self, change: ChangeView) -> Iterator[Told]:
        """Yield what one change of a row tells."""
        if change.table == "cycle_step":
            yield self._step(change)
        elif change.table == "action_update" and change.kind is not ChangeKind.UPDATE:
            yield from self._actions.told(change, self._name("action", change.record_id))
        elif change.table == "rating_decision" and change.kind is not ChangeKind.UPDATE:
            yield from self._ratings.told(change, self._name("assessment", change.record_id))
        elif change.kind is ChangeKind.UPDATE:
            yield from self._fields(change)
        elif change.table == change.record:
            yield self._whole(change)

    def _step(self, change: ChangeView) -> Told:
        """Return a step in the life of a cycle: who took it, on which day, and why."""
        came = change.kind is ChangeKind.INSERT
        row = {field: pair[came] for field, pair in change.fields.items()}
        said = [row.get("taken_by"), say_day(day(str(row["taken_on"]))), row.get("reason")]
        words = ", ".join(str(part) for part in said if part)
        return _made(change.kind, self._subject(change), str(row["kind"]), words)

    def _fields(self, change: ChangeView) -> Iterator[Told]:
        """Yield each field of a row that was changed."""
        subject = self._subject(change)
        for field, (old, new) in change.fields.items():
            if field not in PLACES and (not field.endswith("_id") or field in IDS):
                before, after = self._value(field, old), self._value(field, new)
                yield Told(subject, _word(field), before or "none", after)

    def _whole(self, change: ChangeView) -> Told:
        """Return what came or went as a whole."""
        came = change.kind is ChangeKind.INSERT
        row = {field: pair[came] for field, pair in change.fields.items()}
        if change.table in {"post", "partnership"}:
            words = "known"
        elif change.table == "action":
            words = str(row["text"])
        else:
            told = ((_word(f), self._value(f, v)) for f, v in row.items() if _is_told(f))
            words = ", ".join(f"{field} {value}" for field, value in told if value)
        kind = change.table.replace("_", " ")
        return _made(change.kind, self._subject(change), kind, words)

    def _subject(self, change: ChangeView) -> str:
        """Return what to call the thing that a row is about."""
        name = self._name(change.record, change.record_id)
        return f"{change.record} {name}" if change.record in {"cycle", "post"} else name

    def _value(self, field: str, value: object) -> str | None:
        """Return a value in words."""
        table = _table_of(field)
        if value is None:
            return None
        if table and isinstance(value, int):
            return self._name(table, value)
        if field in {"done_on", "as_at", "due", "decided_on"}:
            return say_day(day(str(value)))
        return str(value)

    def _update_words(self, row: Row) -> dict[str, str]:
        """Return what an update says, field by field."""
        timescale = None
        if row.get("timescale_kind"):
            due = row.get("due")
            text = row.get("timescale_text") or "none"
            timescale = f"{text} ({say_day(day(due))})" if due else text
        instead = row.get("superseded_by_id")
        words = {
            "status": row.get("status"),
            "timescale": timescale,
            "outlook": row.get("outlook"),
            "why": row.get("outlook_reason"),
            "for the board": row.get("board_text"),
            "note": row.get("note"),
            "superseded by": self._name("action", instead) if instead else None,
        }
        return {field: str(value) for field, value in words.items() if value}

    def _rating_words(self, row: Row) -> dict[str, str]:
        """Return what a decision says, field by field."""
        level = row.get("level_id")
        words = {
            "rating": self._name("level", level) if level else "not rated",
            "decision": row.get("kind"),
            "decided by": row.get("decided_by"),
        }
        return {field: str(value) for field, value in words.items() if value}


def _turned(changes: Iterable[ChangeView]) -> set[int]:
    """Return the cycles whose state changed: what was said of their actions is passed on."""
    return {
        change.row
        for change in changes
        if change.table == "cycle" and change.kind is ChangeKind.UPDATE and "state" in change.fields
    }


def _made(kind: ChangeKind, subject: str, what: str, words: str) -> Told:
    """Tell what came, or went."""
    came = kind is ChangeKind.INSERT
    return Told(subject, what, None if came else words, words if came else None)


def _table_of(field: str) -> str | None:
    """Return the table whose row a field names."""
    return "action" if field.endswith("action_id") else IDS.get(field)


def _is_told(field: str) -> bool:
    return field not in PLACES | {"uid", "key"} and (
        not field.endswith("_id") or _table_of(field) is not None
    )


def _word(field: str) -> str:
    return FIELDS.get(field, field.removesuffix("_id").replace("_", " "))


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
