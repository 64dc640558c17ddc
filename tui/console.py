"""What is shown on a terminal: reports as drawn tables, and words that any console can print.

Owns widths, colours and the symbols of poor consoles. Text from people reaches Rich only as
`Text`, never as markup.
"""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING

from exports.texts import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    from tracker.report import Cell, Column, Report
    from tracker.report import Table as ReportTable

TONES = {"good": "green", "warn": "yellow", "bad": "bold red", "quiet": "dim"}
PLAINER = "tracker-plainer"
"""What this program calls its way with characters that a console lacks."""
SPARE_SYMBOLS = {
    "▲": "^", "▼": "v", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
    "•": "*", "█": "#", "░": ".", "▓": "+", "✓": "x", "→": "->", "≥": ">=",
}  # fmt: skip
NARROWEST = 14
"""Columns of text that a wrapping column needs to be readable."""
GAP = 2
"""Between two columns."""
WIDEST_WORD = 20
"""A longer word is broken where room is scarce."""


def settle_streams() -> None:
    """Let nothing that is printed fail on a console that lacks a character.

    A Windows console with code page 1252 or 850 has no ▲; what it lacks is shown by a plainer
    sign, or as a question mark.
    """
    codecs.register_error(PLAINER, _plainer)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=PLAINER)


def let_output_go() -> None:
    """Send what is still to be printed nowhere: its reader has gone, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Return plainer signs for those that an encoding lacks, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(SPARE_SYMBOLS.get(sign, "?") for sign in lacking), error.end


def narrate(text: str) -> None:
    """Write a line on stderr, after the results so far; stdout belongs to results."""
    sys.stdout.flush()
    sys.stderr.write(f"{text}\n")


def make_console(stream: TextIO | None = None) -> Console:
    """Return a console for results; NO_COLOR and pipes are heeded."""
    from rich.console import Console

    return Console(file=stream or sys.stdout, highlight=False, markup=False, emoji=False)


def show(report: Report, console: Console) -> None:
    """Draw a report on a terminal."""
    for part in drawn(report, console.width):
        console.print(part)


def drawn(
    report: Report, width: int, tones: Mapping[str, str] = TONES
) -> Iterator[RichTable | Text]:
    """Yield the parts of a report as they stand below each other.

    Args:
        report: The report.
        width: In columns.
        tones: The style of each tone.
    """
    from rich.text import Text

    yield Text(report.title, style="bold")
    if report.subtitle:
        yield Text(report.subtitle, style="dim")
    for section in report.sections:
        yield Text()
        if section.heading:
            yield Text(section.heading, style="bold")
        yield from map(Text, section.paragraphs)
        if section.table:
            yield from _drawn_table(section.table, width, tones)


def _drawn_table(
    table: ReportTable, width: int, tones: Mapping[str, str]
) -> Iterator[RichTable | Text]:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown, left_out = fitting(table, width)
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for place, wide in zip(shown, widths(table, shown, width), strict=True):
        column = table.columns[place]
        made.add_column(
            Text(column.heading),
            justify="right" if column.align == "right" else "left",
            overflow="fold",
            width=wide,
        )
    for row in table.rows:
        made.add_row(*(_text(row[place], tones) for place in shown))
    yield made
    if left_out:
        names = ", ".join(column.heading for column in left_out)
        yield Text(f"Not shown in {width} columns: {names}.", style="dim")
    if table.total is not None and table.total > len(table.rows):
        yield Text(f"{len(table.rows)} of {table.total} shown.", style="dim")


def _text(cell: Cell, tones: Mapping[str, str]) -> Text:
    from rich.text import Text

    if cell.bar:
        return Text.assemble(*((piece.signs, tones.get(piece.tone, "")) for piece in cell.bar))
    return Text(said(cell), style=tones.get(cell.tone, ""))


def _widest(table: ReportTable, place: int) -> int:
    from rich.cells import cell_len

    words = (cell_len(said(row[place])) for row in table.rows)
    return max(cell_len(table.columns[place].heading), *words, 1)


def fitting(table: ReportTable, width: int) -> tuple[list[int], list[Column]]:
    """Choose the columns that fit a width.

    Columns without any content are left out silently; then the most spare ones, which are told.

    Returns:
        The places of the columns shown, and the columns that had content but no room.
    """
    places = [
        place
        for place, column in enumerate(table.columns)
        if not column.spare or any(said(row[place]) for row in table.rows)
    ]
    left_out: list[Column] = []
    while _needed(table, places) > width:
        spare = max(places, key=lambda place: table.columns[place].spare)
        if not table.columns[spare].spare:
            break
        places.remove(spare)
        left_out.append(table.columns[spare])
    return places, left_out


def widths(table: ReportTable, places: list[int], width: int) -> list[int]:
    """Share a width out among columns.

    Each has the least that it can be read in; what is left goes by weight to those that hold more.
    Where even the least does not fit, the widest give way, one character after another.
    """
    found = [_least(table, place) for place in places]
    most = [_widest(table, place) for place in places]
    left = width - GAP * (len(places) - 1) - sum(found)
    while left > 0:
        open_ = [n for n, place in enumerate(places) if found[n] < most[n]]
        if not open_:
            break
        weights = sum(table.columns[places[n]].weight for n in open_)
        shares = {n: left * table.columns[places[n]].weight // max(weights, 1) for n in open_}
        for n in open_:
            given = min(max(shares[n], 1), most[n] - found[n], left)
            found[n] += given
            left -= given
    while left < 0 and max(found) > 1:
        found[found.index(max(found))] -= 1
        left += 1
    return found


def _needed(table: ReportTable, places: list[int]) -> int:
    return sum(_least(table, place) + GAP for place in places) - GAP


def _least(table: ReportTable, place: int) -> int:
    """Return the width below which a column breaks words or cannot be read."""
    from rich.cells import cell_len

    column = table.columns[place]
    if column.weight == 0:
        return _widest(table, place)
    texts = [column.heading, *(said(row[place]) for row in table.rows)]
    longest = max((cell_len(word) for text in texts for word in text.split()), default=1)
    readable = NARROWEST * 2 if column.weight > 3 else NARROWEST
    return max(min(longest, WIDEST_WORD), min(readable, _widest(table, place)))
