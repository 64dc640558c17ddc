"""Rows that leave their proposal empty: what is told of where they are read.

Owns the words and the naming of several places at once. Which proposal such a row is given is for
`plan_table`.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tracker.kinds import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.papers.found import Found

_MOST = 20
"""Groups of rows that one note names before it only counts them."""


def tell_inherited(found: Found) -> None:
    """Tell once of the rows that are read like the row above, and of those with none above."""
    known: list[tuple[str, list[str]]] = []
    for (codes, section), group in groupby(found.inherited, key=lambda row: row[1:]):
        places = [place for place, _, _ in group]
        if codes:
            known.append((" and ".join(codes), places))
        elif section:
            found.tell(
                places[0],
                f"{name_places(places)} {_blank(places)}, and “{section}”"
                " in the row above is none of the framework. What stands there is kept under"
                f" “{section}” as a recommendation; give it its proposal by hand.",
            )
    if not known:
        return
    told = [f"{name_places(places)} as under {codes}" for codes, places in known[:_MOST]]
    if len(known) == 1:
        ((codes, places),) = known
        message = (
            f"{name_places(places)} {_blank(places)}; read as under {codes} like the row above."
        )
    else:
        more = f" and {len(known) - _MOST} more groups" if len(known) > _MOST else ""
        message = (
            "These rows have no proposal of their own and are read like the row above:"
            f" {'; '.join(told)}{more}."
        )
    found.tell(known[0][1][0], message, Severity.NOTE)


def name_places(places: Sequence[str]) -> str:
    """Return places as a person names them: `table 1, rows 5 to 8 and 10`."""
    parted = [re.fullmatch(r"(.*?)(row|line) (\d+)", place) for place in places]
    named = [match for match in parted if match]
    if len(named) < len(places) or len({(m[1], m[2]) for m in named}) != 1:
        return ", ".join(dict.fromkeys(places))
    runs: list[list[int]] = []
    for number in dict.fromkeys(int(match[3]) for match in named):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [str(r[0]) if len(r) == 1 else f"{r[0]} to {r[-1]}" for r in runs]
    listed = " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
    plural = "s" if len({match[3] for match in named}) > 1 else ""
    return f"{named[0][1]}{named[0][2]}{plural} {listed}"


def _blank(places: Sequence[str]) -> str:
    several = len(set(places)) > 1
    return "have no proposal of their own" if several else "has no proposal of its own"
