"""Reports as Markdown and as plain text, with tables drawn by tabulate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exports.texts import said

if TYPE_CHECKING:
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
    return tabulate(
        [[keep(said(cell)) for cell in row] for row in table.rows],
        headers=[keep(column.heading) for column in table.columns],
        tablefmt=style,
        colalign=[column.align for column in table.columns] if table.rows else None,
        disable_numparse=True,
    )
