"""The zip archives and XML parts that Word and Excel files are made of, opened with care.

Owns the limits that keep a hostile file from filling the memory, and the refusal of XML that
defines entities. What the parts mean is for the formats.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

MAX_PART = 64 * 1024 * 1024
"""Bytes of one unpacked part that is read; the main part of a 500-page paper is under 10 MB."""
MAX_TOTAL = 400 * 1024 * 1024
"""Bytes of all parts unpacked, pictures included."""
MAX_PARTS = 20_000

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
_ENTRY = re.compile(rb"PK\x03\x04")
_HEAD = 256
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened archive."""

    name: str
    """The file's name, for messages."""
    parts: frozenset[str]
    file: zipfile.ZipFile

    def part(self, path: str) -> bytes | None:
        """Return an unpacked part, or None where there is none."""
        if path not in self.parts:
            return None
        try:
            with self.file.open(path) as stream:
                data = stream.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise damaged(self.name) from error
        if len(data) > MAX_PART:
            raise too_large(self.name)
        return data

    def xml(self, path: str) -> etree._Element | None:
        """Return the root of an XML part, or None where there is none."""
        data = self.part(path)
        return None if data is None else parse_xml(data, self.name)

    def stream(self, path: str, names: tuple[str, ...]) -> Iterator[etree._Element]:
        """Yield the elements of an XML part that have one of these names, as they end.

        Each is emptied after use, so that a long sheet does not fill the memory.
        """
        from lxml import etree

        data = self.part(path)
        if data is None:
            return
        data = sound(data, self.name)
        events = etree.iterparse(
            io.BytesIO(data), events=("end",), tag=[f"{{*}}{name}" for name in names],
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        )  # fmt: skip
        try:
            for _, element in events:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise damaged(self.name) from error


def is_archive(data: bytes) -> bool:
    """Tell whether bytes begin as a zip archive does."""
    return data.startswith(b"PK\x03\x04")


def part_names(data: bytes) -> frozenset[str]:
    """Return the names of an archive's parts, as far as they are left where its end is cut off."""
    if not is_archive(data):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return frozenset(file.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return frozenset(_left_names(data))


def _left_names(data: bytes) -> Iterator[str]:
    """Yield the names that stand before each part, where the list at the end is lost."""
    for entry in _ENTRY.finditer(data):
        length = int.from_bytes(data[entry.end() + 22 : entry.end() + 24], "little")
        start = entry.end() + 26
        yield data[start : start + length].decode("latin-1")


def open_archive(data: bytes, name: str) -> Archive:
    """Open an archive after looking at what it says it would unpack to."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise damaged(name) from error
    entries = file.infolist()
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise too_large(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(
            f"{name} is protected by a password.",
            "Open it with its password, save it without one, and try again.",
        )
    return Archive(name, frozenset(entry.filename for entry in entries), file)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse an XML part that may come from anyone."""
    from lxml import etree

    data = sound(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error


def sound(data: bytes, name: str) -> bytes:
    """Return XML in the usual namespaces, also of a strict file; refuse what defines entities."""
    wide = b"\0" in data[:_HEAD]
    if any(mark in data for mark in (_DOCTYPES if wide else _DOCTYPES[:1])):
        raise Unreadable(
            f"{name} defines its own XML entities, which no office program writes.",
            "It may be harmful. Ask for a fresh copy from whoever published it.",
        )
    if b"http://purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return data


def damaged(name: str) -> Unreadable:
    """Return the refusal of a file that is cut off or spoilt."""
    return Unreadable(
        f"{name} is damaged or was not copied whole.",
        "Download or copy it again; if it opens in its own program, save it from there and retry.",
    )


def too_large(name: str) -> Unreadable:
    """Return the refusal of a file that would unpack to more than any paper holds."""
    return Unreadable(
        f"{name} would unpack to far more than a paper holds.",
        "It may be harmful. Ask for a fresh copy, or save it anew without its pictures.",
    )
