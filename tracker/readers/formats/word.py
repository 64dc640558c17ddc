"""Word files (.docx, .docm, .dotx) into a document.

Owns the walk over the parts of the file. It reads the XML itself instead of through python-docx:
that parses every part, asks for the usual namespace and looks each cell up in its table, which
costs a hundred times this walk.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from tracker.drafts import Problem
from tracker.errors import Unreadable
from tracker.kinds import Severity
from tracker.readers.document import Block, Document, Line, Paragraph
from tracker.readers.formats.archive import Archive, damaged, open_archive, part_names
from tracker.readers.formats.levels import Nest
from tracker.readers.formats.word_lines import TOLERANCE, Context, parts_of, read_paragraph
from tracker.readers.formats.word_lists import Lists
from tracker.readers.formats.word_names import REL, W, child
from tracker.readers.formats.word_styles import Styles
from tracker.readers.formats.word_tables import inner_parts, read_table
from tracker.readers.formats.word_text import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MAIN = "word/document.xml"


def accepts(data: bytes, name: str) -> bool:
    """Tell whether a file is a Word document, by its parts."""
    del name
    return any(part.startswith("word/") for part in part_names(data))


def read(data: bytes, *, name: str) -> Document:
    """Read a Word document, tracked changes as accepted."""
    archive = open_archive(data, name)
    main = _main_part(archive)
    body = child(archive.xml(main), "body")
    if body is None:
        raise damaged(name)
    related = _related(archive, main)
    context = Context(
        Styles(archive.part(_path(related, "styles")), name),
        Lists(_first(archive, related, "numbering")),
        Tally(page=1 if next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None else None),
    )
    story = _Story(context)
    blocks = [
        *_margin(archive, related, "header", context),
        *story.read(body),
        *_notes(archive, related, context),
        *_margin(archive, related, "footer", context),
    ]
    if not any(_lines(block) for block in blocks):
        raise _empty(name, context.tally)
    comments = _first(archive, related, "comments")
    problems = (*_told(context.tally, comments, body), *story.problems)
    return Document(name, "docx", tuple(blocks), problems=problems)


class _Story:
    """The walk through a body, counting its paragraphs and tables."""

    def __init__(self, context: Context) -> None:
        """Begin before the first paragraph."""
        self.context = context
        self.problems: list[Problem] = []
        self._nest = Nest(TOLERANCE)
        self._paragraphs = 0
        self._tables = 0

    def read(self, container: etree._Element) -> Iterator[Block]:
        """Yield the blocks of a body, a layout cell or a text box."""
        for part in parts_of(container, self.context.tally):
            if part.tag == f"{W}p":
                yield from self._paragraph(part)
                continue
            self._nest.close()
            cells = inner_parts(part)
            if cells is None:
                self._tables += 1
                place = f"table {self._tables}"
                yield read_table(part, self.context, place, self.problems)
            for cell in cells or ():
                yield from self.read(cell)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        lines = read_paragraph(paragraph, self.context, self._nest)
        self._paragraphs += bool(lines)
        for line in lines:
            yield Paragraph(line, f"paragraph {self._paragraphs}")
        for box in self.context.tally.take_boxes():
            yield from self.read(box)


def _main_part(archive: Archive) -> str:
    """Return the path of the part that holds the text."""
    for kind, path in _relations(archive, ""):
        if kind == "officeDocument":
            return path
    return _MAIN


def _related(archive: Archive, main: str) -> list[tuple[str, str]]:
    return list(_relations(archive, main))


def _relations(archive: Archive, part: str) -> Iterator[tuple[str, str]]:
    """Yield kind and path of the parts that a part refers to."""
    folder, base = posixpath.split(part)
    root = archive.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    for relation in () if root is None else root.iterfind(f"{REL}Relationship"):
        if relation.get("TargetMode") != "External":
            target = posixpath.join("/", folder, relation.get("Target", ""))
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            yield kind, posixpath.normpath(target).lstrip("/")


def _first(archive: Archive, related: list[tuple[str, str]], kind: str) -> etree._Element | None:
    return archive.xml(_path(related, kind))


def _path(related: list[tuple[str, str]], kind: str) -> str:
    return next((path for found, path in related if found == kind), "")


def _margin(
    archive: Archive, related: list[tuple[str, str]], kind: str, context: Context
) -> list[Paragraph]:
    """Return each line of the headers or footers once; page numbers alone are left out."""
    found: dict[str, Line] = {}
    for root in (archive.xml(path) for key, path in related if key == kind):
        for block in () if root is None else _Story(context).read(root):
            found.update((line.text, line) for line in _lines(block))
    return [
        Paragraph(line, kind)
        for text, line in found.items()
        if any(character.isalpha() for character in text)
    ]


def _notes(
    archive: Archive, related: list[tuple[str, str]], context: Context
) -> Iterator[Paragraph]:
    """Yield the footnotes and endnotes, without the lines that Word draws above them."""
    for kind in ("footnote", "endnote"):
        root = _first(archive, related, f"{kind}s")
        notes = [] if root is None else root.findall(f"{W}{kind}")
        real = (note for note in notes if note.get(f"{W}type", "normal") == "normal")
        for number, note in enumerate(real, start=1):
            for block in _Story(context).read(note):
                yield from (Paragraph(line, f"{kind} {number}") for line in _lines(block))


def _lines(block: Block) -> list[Line]:
    if isinstance(block, Paragraph):
        return [block.line]
    return [line for row in block.rows for cell in row.cells for line in cell.lines]


def _told(tally: Tally, comments: etree._Element | None, body: etree._Element) -> Iterator[Problem]:
    """Tell what was left out or decided, so that a person can look at it in Word."""
    remarks = 0 if comments is None else len(comments.findall(f"{W}comment"))
    counted = (
        (tally.changes, "tracked change", "tracked changes", "read as accepted"),
        (remarks, "comment", "comments", "not read"),
        (tally.hidden, "piece of hidden text", "pieces of hidden text", "not read"),
        (len(list(body.iter(f"{W}altChunk"))), "embedded paper", "embedded papers", "not read"),
    )
    for count, one, several, outcome in counted:
        if count:
            what = f"1 {one} was" if count == 1 else f"{count} {several} were"
            yield Problem("file", Severity.NOTE, f"{what} {outcome}.")


def _empty(name: str, tally: Tally) -> Unreadable:
    if tally.pictures:
        return Unreadable(
            f"{name} holds only pictures, no text: it is probably a scan put into Word.",
            "Ask for the paper as it was typed, or have text recognition (OCR) run over it.",
        )
    return Unreadable(f"{name} holds no text.", "Check that it is the right file.")
