"""Word papers made for tests: an invented partnership's improvement plan."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

LEVELS = ("Not yet established", "Partly established", "Established", "Exemplary")
ACTIONS = {
    "2.4": [
        ("Write down how reserves are kept", "The finance group drafts it.", "December 2021"),
        ("Agree the yearly accounts", "With the auditors.", "In place"),
    ],
    "3.4": [("Refresh the commissioning plan", "Led by the Chief Officer.", "Q4 2021/22")],
}
RATINGS = {"2.4": (1, 2), "3.4": (2, 2)}
"""Places of the previous and the present rating on the scale, from 0."""
TITLES = {"2.4": "A reserves policy is kept", "3.4": "Plans are made together"}


def word_paper(
    *, partnership: str = "Strathmore", as_at: str = "April 2021", contact: str = ""
) -> bytes:
    """Return a Word improvement plan with two proposals and three actions."""
    from docx import Document

    document = Document()
    document.add_paragraph(f"{partnership} Health and Social Care Partnership")
    document.add_paragraph("Improvement Plan")
    document.add_paragraph(f"Name of Partnership: {partnership}")
    if contact:
        document.add_paragraph(f"Contact name and number: {contact}")
    document.add_paragraph("Y = Previous Rating")
    document.add_paragraph(f"G = Rating agreed as at {as_at}")
    for code, actions in ACTIONS.items():
        _proposal(document, code, actions)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _proposal(document: Document, code: str, actions: list[tuple[str, str, str]]) -> None:
    before, now = RATINGS[code]
    marks = ["Y" if place == before else "" for place in range(4)]
    marks[now] = f"{marks[now]} G".strip()
    rows = [
        [f"Proposal {code}", "", "", "", ""],
        [TITLES[code], "", "", "", ""],
        ["Rating", *LEVELS],
        ["Indicator", "none of it", "some of it", "most of it", "all of it"],
        ["Our Rating", *marks],
    ]
    table = document.add_table(rows=0, cols=5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for row in table.rows[:2]:
        row.cells[0].merge(row.cells[4])
    plan = document.add_table(rows=0, cols=3)
    heads = ("Improvement Action", "Comment / How we will Deliver", "Timescale for Delivery")
    for texts in (heads, *actions):
        for cell, text in zip(plan.add_row().cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("")


def write_paper(path: Path, **said: str) -> Path:
    """Write the Word paper to a file and return its path."""
    path.write_bytes(word_paper(**said))
    return path
