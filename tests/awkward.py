"""One report with every awkward cell, which each format must show without harm."""

from __future__ import annotations

from datetime import date

from tracker.report import Cell, Column, Report, Section, Table

AWKWARD = Report(
    title="Awkward [bold]cells[/]",
    subtitle="As at 31 January 2022",
    sections=(
        Section(paragraphs=("A sentence | with a pipe, *stars* and <b>tags</b>.",)),
        Section(
            "Rows (5)",
            table=Table(
                (
                    Column("ref", "Ref", weight=0),
                    Column("text", "Text", weight=2),
                    Column("due", "Due", weight=0),
                    Column("days", "Days", "right", weight=0, spare=2),
                    Column("owners", "Owners", spare=1),
                ),
                (
                    (
                        Cell("1.1/1"),
                        Cell("Plain"),
                        Cell(date(2021, 12, 31), "bad"),
                        Cell(31, "bad"),
                        Cell(("Chief Officer", "Chief Nurse")),
                    ),
                    (Cell("1.1/2"), Cell("=1+2"), Cell(None), Cell(-3), Cell(())),
                    (
                        Cell("1.1/3"),
                        Cell('Quotes " and\nline break; [/] \\ `code`'),
                        Cell(None),
                        Cell(0),
                        Cell(None),
                    ),
                    (
                        Cell("1.1/4"),
                        Cell("日本語 العربية Ünïcødé"),
                        Cell(None),
                        Cell(None),
                        Cell("x"),
                    ),
                    (Cell("1.1/5"), Cell("long " * 40), Cell(None), Cell(None), Cell("-not a sum")),
                ),
            ),
        ),
        Section(
            "Another list (1)",
            table=Table(
                (Column("ref", "Ref"), Column("review", "Review")),
                ((Cell("1.1/1"), Cell(date(2022, 3, 31))),),
            ),
        ),
        Section("Other rows", table=Table((Column("level", "Level"),), ((Cell("fully"),),))),
    ),
    data={"title": "Awkward ☃", "days": [31, None]},
)
