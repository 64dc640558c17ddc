"""Cards: tables of two columns that print one action each, a label beside each answer.

Owns the turning of such tables into a head and a row, so that they are read like any other plan.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.columns import find_column
from tracker.readers.document import Row, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.readers.document import Block, Cell

_NEEDED = frozenset(("proposal", "action"))
_ANSWERED = frozenset(("owners", "timescale", "status", "owners_timescale"))
_RATED = frozenset(("rating", "evidence"))
"""Labels of a proposal's own table, which is read as such."""
_KNOWN = 0.7
"""Share of labels that must be known for a table to be cards."""

_Pair = tuple[Row, "Cell", "Cell | None"]


def lay_flat(block: Block) -> Block:
    """Return a table of cards as a head and a row for each; anything else as it is."""
    if not isinstance(block, Table):
        return block
    pairs = _pairs(block)
    cards = _cards(pairs or ())
    if not cards or not all(_is_card(card) for card in cards):
        return block
    return Table(tuple(row for card in cards for row in _flat(card)), block.place)


def _pairs(table: Table) -> list[_Pair] | None:
    """Return labels with the cells beside them, or None where rows hold anything else."""
    pairs: list[_Pair] = []
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.lines]
        if not filled:
            continue
        if len(filled) > 2 or filled[0].column > 0 or filled[0].span >= table.width:
            return None
        pairs.append((row, filled[0], filled[1] if len(filled) > 1 else None))
    return pairs


def _cards(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Part the pairs where a label is printed again."""
    cards: list[list[_Pair]] = []
    for pair in pairs:
        if not cards or pair[1].text in {label.text for _, label, _ in cards[-1]}:
            cards.append([])
        cards[-1].append(pair)
    return cards


def _is_card(card: Sequence[_Pair]) -> bool:
    keys = [find_column(label.text) for _, label, _ in card]
    if _RATED & set(keys):
        return False
    known = sum(key is not None for key in keys)
    return set(keys) >= _NEEDED and bool(_ANSWERED & set(keys)) and known >= _KNOWN * len(keys)


def _flat(card: Sequence[_Pair]) -> tuple[Row, Row]:
    """Return a card as a head and one row, which has the place of its action."""
    place = next(row.place for row, label, _ in card if find_column(label.text) == "action")
    head = tuple(replace(label, column=i, span=1) for i, (_, label, _) in enumerate(card))
    cells = tuple(
        replace(value, column=i, span=1)
        for i, (_, _, value) in enumerate(card)
        if value is not None
    )
    page = card[0][0].page
    return Row(head, card[0][0].place, page), Row(cells, place, page)
