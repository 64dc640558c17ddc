"""The course of what was said of an action or a rating: what stood before, and what stands after.

Owns that what stands is what was said last of each field, by the day on which it happened. The
words of a saying, and everything else that an act changed, are `db.telling`'s.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from db.decode import day, listed
from db.log import COLUMNS, change_of
from tracker.dates import say_day
from tracker.kinds import ChangeKind
from tracker.recorded import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from db.log import ChangeView
    from db.reader import Reader

Row = dict[str, Any]
"""A row as the record has it; what a column holds is its own affair."""
SAID_OF = f"""
SELECT {COLUMNS} FROM change
WHERE record_table = '%s' AND record_id IN (%s) AND table_name = '%s' ORDER BY act_id, number
"""  # noqa: S608  # our own names
PASSING = frozenset({"note", "why", "decision", "decided by"})
"""What is said of one moment, and does not stand until it is said again."""


class Course:
    """The course of what was said of records, so that each saying can be told with the one before.

    What stands is what the newest saying of each field says, by the day on which it happened, at
    every act as the record has it.
    """

    def __init__(
        self,
        reader: Reader,
        held: Sequence[ChangeView],
        record: str,
        table: str,
        words: Callable[[Row], dict[str, str]],
    ) -> None:
        self._words = words
        concerned = {change.record_id for change in held if change.table == table}
        wanted = {(change.act, change.row) for change in held if change.table == table}
        self._before: dict[tuple[int, int], dict[str, str]] = {}
        self._after: dict[tuple[int, int], dict[str, str]] = {}
        if not concerned:
            return
        stand: dict[int, dict[int, Row]] = defaultdict(dict)
        self._said: dict[int, tuple[str, dict[str, str]]] = {}
        for row in reader.rows(SAID_OF % (record, listed(concerned), table)):
            change = change_of(row)
            rows = stand[change.record_id]
            is_wanted = (change.act, change.row) in wanted
            if is_wanted:
                self._before[change.act, change.row] = self._standing(rows)
            if change.kind is ChangeKind.DELETE:
                rows.pop(change.row, None)
            else:
                new = {field: pair[1] for field, pair in change.fields.items()}
                rows[change.row] = whole = rows.get(change.row, {}) | new
                on = str(whole.get("happened_on") or whole.get("decided_on") or "")
                self._said[change.row] = on, words(whole)
            if is_wanted:
                self._after[change.act, change.row] = self._standing(rows)

    def _standing(self, rows: Iterable[int]) -> dict[str, str]:
        """Return what stands of each field."""
        found: dict[str, str] = {}
        for number in sorted(rows, key=lambda n: (self._said[n][0], n)):
            found |= self._said[number][1]
        return found

    def told(self, change: ChangeView, subject: str) -> Iterator[Told]:
        """Yield what a saying that came or went changed."""
        came = change.kind is ChangeKind.INSERT
        said = self._words({field: pair[came] for field, pair in change.fields.items()})
        key = change.act, change.row
        before, after = self._before.get(key, {}), self._after.get(key, {})
        for field, value in said.items():
            if field in PASSING:
                one = _one(subject, field, None, value, came=came)
            elif before.get(field) == after.get(field) != value:
                # A later day says otherwise: what stands was not changed.
                on = say_day(day(self._said[change.row][0]))
                one = _one(subject, f"{field} on {on}", None, value, came=came)
            else:
                one = _one(subject, field, (before if came else after).get(field), value, came=came)
            if one.before != one.after:
                yield one


def _one(subject: str, field: str, other: str | None, value: str, *, came: bool) -> Told:
    """Tell what was said, or is no longer said, beside what stands without it."""
    return Told(subject, field, other, value) if came else Told(subject, field, value, other)
