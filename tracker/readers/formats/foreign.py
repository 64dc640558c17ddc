"""Files that are no paper we read: recognised, so that the refusal can say what to do.

Owns the signatures of other formats and the advice for each.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.readers.formats.archive import is_archive, part_names

_WORD = "Open it in the program it was made with, save it as .docx, and try again."
_EXCEL = "Open it in Excel, save it as .xlsx, and try again."
_TYPED = "Ask for the paper as it was typed, or have text recognition (OCR) run over it."
_UNPACK = "Unpack it and import the papers inside one by one."
_KNOWN = "Papers can be .docx, .pdf, .xlsx, .csv, .txt or .md."
_PASSWORD = "Open it with its password, save it without one, and try again."  # noqa: S105 - advice
_ATTACHED = "Save the paper that is attached to it, and import that."

_SAMPLE = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b")
_HEADER = re.compile(r"(?:[a-z][a-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_MAIL = re.compile(r"^(?:received|mime-version|message-id|return-path): ", re.MULTILINE)


class Foreign(NamedTuple):
    """A format that is not read."""

    sign: bytes
    what: str
    hint: str


_STARTS = (
    Foreign(b"{\\rtf", "a rich text file (.rtf)", _WORD),
    Foreign(b"\x89PNG", "a picture", _TYPED),
    Foreign(b"\xff\xd8\xff", "a picture", _TYPED),
    Foreign(b"GIF8", "a picture", _TYPED),
    Foreign(b"II*\0", "a picture", _TYPED),
    Foreign(b"MM\0*", "a picture", _TYPED),
    Foreign(b"\x1f\x8b", "a compressed file", _UNPACK),
    Foreign(b"Rar!", "a compressed file", _UNPACK),
    Foreign(b"7z\xbc\xaf", "a compressed file", _UNPACK),
    Foreign(b"SQLite format 3\0", "a database", "Name it with --db if it is one of ours."),
)
_OLE_PARTS = (
    Foreign("EncryptedPackage".encode("utf-16-le"), "protected by a password", _PASSWORD),
    Foreign("WordDocument".encode("utf-16-le"), "an old Word file (.doc)", _WORD),
    Foreign("Workbook".encode("utf-16-le"), "an old Excel file (.xls)", _EXCEL),
    Foreign("PowerPoint".encode("utf-16-le"), "an old PowerPoint file (.ppt)", _WORD),
    Foreign("__substg1.0_".encode("utf-16-le"), "an e-mail (.msg)", _ATTACHED),
    Foreign(b"", "a file of an old office program", _WORD),
)
_ZIP_PARTS = (
    Foreign(b"opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)", _EXCEL),
    Foreign(b"opendocument", "an OpenDocument text (.odt)", _WORD),
    Foreign(b"application/epub", "an e-book", _WORD),
    Foreign(b"ppt/presentation.xml", "a PowerPoint file (.pptx)", _WORD),
    Foreign(b"xl/workbook.bin", "a binary Excel file (.xlsb)", _EXCEL),
    Foreign(b"Index/Document.iwa", "an Apple Pages file", _WORD),
)
_OFFICE = ("word/", "xl/")


def refuse(data: bytes, name: str) -> None:
    """Refuse a file that is recognised as something else than a paper."""
    found = _recognised(data)
    if found:
        raise Unreadable(f"{name} is {found.what} and cannot be read.", found.hint)
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(f"{name} is empty.", "Copy or download it again.")


def unknown(name: str) -> Unreadable:
    """Return the refusal of a file that nothing recognises."""
    return Unreadable(f"{name} is of no format that is read.", _KNOWN)


def _recognised(data: bytes) -> Foreign | None:
    started = next((known for known in _STARTS if data.startswith(known.sign)), None)
    if started:
        return started
    if data.startswith(_OLE):
        return next(known for known in _OLE_PARTS if known.sign in data)
    if is_archive(data):
        return _in_archive(data)
    return _in_text(data[:_SAMPLE])


def _in_archive(data: bytes) -> Foreign | None:
    """Recognise an archive by the names of its parts and, for some formats, its first part."""
    names = part_names(data)
    for known in _ZIP_PARTS:
        if known.sign in data[:_SAMPLE] or known.sign.decode() in names:
            return known
    if any(name.startswith(_OFFICE) for name in names):
        return None
    return Foreign(b"", "a compressed file with no paper in it", _UNPACK)


def _in_text(sample: bytes) -> Foreign | None:
    """Recognise a web page or an e-mail, which would otherwise be read as plain text."""
    text = sample.decode("latin-1").replace("\r\n", "\n").lower()
    if _HTML.match(text.removeprefix("ï»¿")):
        return Foreign(b"", "a web page", _WORD)
    if _HEADER.match(text) and _MAIL.search(text):
        return Foreign(b"", "an e-mail", _ATTACHED)
    return None
