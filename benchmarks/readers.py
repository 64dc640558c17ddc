"""How fast papers are read, both sides measured in one run: python -m benchmarks.readers.

Reads the published papers found through TRACKER_PAPERS, or in ../shared/documents, and prints
  - a Word file read into a document against the barest walk that gets all its words: zipfile and
    lxml, no lists, styles, spans or places; within one process, and as two processes of their own,
  - its PDF in processor seconds and in the most memory that a process of its own takes,
  - an Excel sheet of 5,000 rows against the library that reads its values alone.
Each figure is the best of several rounds in turn, so that both sides meet the same machine.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import python_calamine
import xlsxwriter
from lxml import etree

from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

SHARED = Path(__file__).parents[2] / "shared"
PAPERS = Path(os.environ.get("TRACKER_PAPERS", SHARED / "documents"))
NAMES = ("edinburgh-2019", "north-lanarkshire-2019")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROUNDS = 40
ROWS = 5_000
BARE = """
import resource, sys, zipfile
from lxml import etree
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
root = etree.fromstring(zipfile.ZipFile(sys.argv[1]).read("word/document.xml"))
found = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""
ALONE = """
import resource, sys
from pathlib import Path
from tracker.readers.registry import read_document
paper = Path(sys.argv[1])
read_document(paper.read_bytes(), name=paper.name)
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


def bare_walk(data: bytes) -> list[object]:
    """Return the words of a Word file by paragraph and cell, and nothing else of it."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    found: list[object] = []
    for block in root[0]:
        if block.tag == f"{W}tbl":
            for row in block.iter(f"{W}tr"):
                cells = row.iter(f"{W}tc")
                found.append([[words(p) for p in cell.iter(f"{W}p")] for cell in cells])
        else:
            found.append(words(block))
    return found


def words(paragraph: etree._Element) -> str:
    """Return the words of a paragraph."""
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def best(*sides: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the least processor time of each side, in milliseconds, taken in turn."""
    least = [float("inf")] * len(sides)
    for _ in range(rounds):
        for at, side in enumerate(sides):
            start = process_time()
            side()
            least[at] = min(least[at], process_time() - start)
    return [seconds * 1000 for seconds in least]


def word_files() -> None:
    """Print Word files against the bare walk."""
    for name in NAMES:
        path = PAPERS / f"{name}.docx"
        if not path.exists():
            print(f"{path.name}: not here")
            continue
        data = path.read_bytes()
        bare, ours = best(partial(bare_walk, data), partial(read_document, data, name=path.name))
        print(f"{path.name}: {ours:.1f} ms, bare walk {bare:.1f} ms, {ours / bare:.1f} x")
        alone, walk = (min(in_a_process(each, path)[0] for _ in range(5)) for each in (ALONE, BARE))
        print(f"  as processes: {alone:.2f} s, bare walk {walk:.2f} s, {alone / walk:.1f} x")


def in_a_process(script: str, path: Path) -> tuple[float, float]:
    """Return the processor seconds and megabytes that a script takes with a paper."""
    command = [sys.executable, "-c", script, str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def pdf_files() -> None:
    """Print PDFs, each read by a process of its own."""
    for name in NAMES:
        path = PAPERS / f"{name}.pdf"
        if not path.exists():
            print(f"{path.name}: not here")
            continue
        seconds, memory = in_a_process(ALONE, path)
        print(f"{path.name}: {seconds:.2f} s with the start of Python, {memory:.0f} MB")


def sheets() -> None:
    """Print a long sheet against the library that reads its values."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream)
    sheet = workbook.add_worksheet("Actions")
    for row in range(ROWS):
        sheet.write_row(row, 0, [f"9.{row}", "Agree the plan with all partners", "March 2022", row])
    workbook.close()
    data = stream.getvalue()
    bare, ours = best(
        lambda: python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python(),
        lambda: read_document(data, name="plan.xlsx"),
        rounds=5,
    )
    print(f"{ROWS} rows of Excel: {ours:.0f} ms, values alone {bare:.0f} ms, {ours / bare:.1f} x")


if __name__ == "__main__":
    word_files()
    pdf_files()
    sheets()
