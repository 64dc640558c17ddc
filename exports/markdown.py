"""Reports as Markdown and as plain text, with tables drawn by tabulate.

Owns headings, sentences and tables on the page. How a value is worded is `texts`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exports.texts import said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from tracker.report import Report, Table

MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


def write(report: Report, stream: TextIO) -> None:
    """Write a report as GitHub-flavoured Markdown; text from people shows as it is."""
    stream.write(f"# {escape(report.title)}\n\n")
    if report.subtitle:
        stream.write(f"{escape(report.subtitle)}\n\n")
    for section in report.sections:
        if section.heading:
            stream.write(f"## {escape(section.heading)}\n\n")
        stream.writelines(f"{escape(paragraph)}\n\n" for paragraph in section.paragraphs)
        if section.table:
            stream.write(_drawn(section.table, "pipe", escaped=True) + "\n\n")


def write_plain(report: Report, stream: TextIO) -> None:
    """Write a report as plain text: one line for each row, nothing drawn or cut."""
    stream.write(f"{report.title}\n")
    if report.subtitle:
        stream.write(f"{report.subtitle}\n")
    for section in report.sections:
        stream.write("\n")
        if section.heading:
            stream.write(f"{section.heading}\n")
        stream.writelines(f"{paragraph}\n" for paragraph in section.paragraphs)
        if section.table:
            stream.write(_drawn(section.table, "plain", escaped=False) + "\n")


def escape(text: str) -> str:
    """Return text in which no character means anything to Markdown."""
    return MARKUP.sub(r"\\\1", text).replace("\n", " ")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _drawn(table: Table, style: str, *, escaped: bool) -> str:
    from tabulate import tabulate

    keep = escape if escaped else _one_line
    rows = [[keep(said(cell)) for cell in row] for row in table.rows]
    kept = _filled(table, rows) if escaped else range(len(table.columns))
    columns = [table.columns[place] for place in kept]
    return tabulate(
        [[row[place] for place in kept] for row in rows],
        headers=[keep(column.heading) for column in columns],
        tablefmt=style,
        colalign=[column.align for column in columns] if rows else None,
        disable_numparse=True,
    )


def _filled(table: Table, rows: Sequence[Sequence[str]]) -> Sequence[int]:
    """Return the places of columns to print: one that can be spared and says nothing is not."""
    return [
        place
        for place, column in enumerate(table.columns)
        if not column.spare or not rows or any(row[place] for row in rows)
    ]
