"""Text whose lines are rows of cells kept apart by a comma or the like.

Owns recognising it and cutting it into cells. Cells kept apart by TABs in a text are `text`,
unless the file's name says that it is a sheet.
"""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from tracker.readers.formats.decoding import decode

_SAMPLE = 64 * 1024
_ROWS = 40
_SUFFIXES = (".csv", ".tsv")
_ANYWHERE = ",;|"
"""What parts cells whatever the file's name is."""
_SHARE = 0.6
_WIDE = 3
_MANY = 5


class Cut(NamedTuple):
    """The rows of a delimited text."""

    rows: list[list[str]]
    note: str = ""
    """What was wrong with its quotation marks; empty where nothing was."""


def is_delimited(data: bytes, name: str) -> bool:
    """Tell whether the bytes of a text are those of a sheet."""
    return bool(delimiter_of(decode(data[:_SAMPLE]).text, name))


def delimiter_of(text: str, name: str) -> str:
    """Return what keeps the cells of a text apart; empty where it is no sheet.

    Without a telling name every line must have the same number of cells, so that prose with
    commas is not taken for a sheet.
    """
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    first = sample.lstrip().split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and len(first) == len("sep=,"):
        return first[-1]
    named = name.lower().endswith(_SUFFIXES)
    widths = {mark: _widths(sample, mark) for mark in (_ANYWHERE + "\t" if named else _ANYWHERE)}
    fits = [(min(found), mark) for mark, found in widths.items() if _is_regular(found, named=named)]
    return max(fits)[1] if fits else ""


def cut(text: str, delimiter: str) -> Cut:
    """Return the rows of a text."""
    if text.lstrip().lower().startswith(f"sep={delimiter}"):
        text = text.lstrip().split("\n", 1)[-1]
    try:
        return Cut(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error:
        plain = csv.reader(text.split("\n"), delimiter=delimiter, quoting=csv.QUOTE_NONE)
        return Cut(
            [[cell.strip('"') for cell in row] for row in plain],
            "A quotation mark is never closed; quotation marks were not minded.",
        )


def _widths(sample: str, delimiter: str) -> list[int]:
    """Return how many cells each of the first rows has."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    found: list[int] = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append(len(row))
            if len(found) == _ROWS:
                break
    except csv.Error:
        return []
    return found


def _is_regular(widths: list[int], *, named: bool) -> bool:
    if not widths:
        return False
    usual = max(set(widths), key=widths.count)
    if named:
        return usual > 1 and widths.count(usual) >= _SHARE * len(widths)
    same = len(set(widths)) == 1
    return same and len(widths) > 1 and (usual >= _WIDE or (usual > 1 and len(widths) >= _MANY))
