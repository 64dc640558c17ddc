"""Any paper's bytes into a document: which format they are, and what to say where none fits.

Owns the choice of the one reader, by content and never by the name alone, and the refusal of
everything that cannot be read. Formats own how they are read.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tracker.drafts import Problem
from tracker.errors import Ambiguous, TrackerError, Unreadable
from tracker.kinds import Severity
from tracker.readers.formats import delimited, foreign, pdf, sheet, text, word

if TYPE_CHECKING:
    from tracker.readers.document import Document

MAX_BYTES = 100 * 1024 * 1024
"""The largest file that is read; the largest published return is under 10 MB."""


class Reader(Protocol):
    """What a module in `formats` offers."""

    def accepts(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes are of this format."""
        ...

    def read(self, data: bytes, *, name: str) -> Document:
        """Read them."""
        ...


class Format(NamedTuple):
    """One format that papers come in."""

    label: str
    suffixes: frozenset[str]
    reader: Reader


FORMATS = (
    Format("Word", frozenset({".docx", ".docm", ".dotx", ".dotm"}), word),
    Format("PDF", frozenset({".pdf"}), pdf),
    Format("Excel", frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}), sheet),
    Format("CSV", frozenset({".csv", ".tsv"}), delimited),
    Format("text", frozenset({".txt", ".md", ".markdown", ".text", ".log", ""}), text),
)
"""Every format, each claiming only its own content."""


def read_document(data: bytes, *, name: str) -> Document:
    """Read a paper.

    Args:
        data: The file's bytes.
        name: The file's name; what it ends in decides nothing but a remark.

    Raises:
        Unreadable: If it is too large, damaged, protected, a scan, or of no format we know.
    """
    name = PurePath(name).name
    if len(data) > MAX_BYTES:
        raise too_large(name, len(data))
    chosen = choose(data, name)
    try:
        document = chosen.reader.read(data, name=name)
    except TrackerError:
        raise
    except Exception as error:
        raise Unreadable(
            f"{name} cannot be read: its {chosen.label} content is damaged ({error}).",
            "Open it in its own program, save it as .docx or .pdf, and try again.",
        ) from error
    if not document.blocks:
        raise Unreadable(f"{name} holds no text.", "Check that it is the right file.")
    problems = (*_misnamed(name, chosen), *document.problems)
    return replace(document, sha256=hashlib.sha256(data).hexdigest(), problems=problems)


def choose(data: bytes, name: str) -> Format:
    """Return the one format that claims the content."""
    foreign.refuse(data, name)
    found = [known for known in FORMATS if known.reader.accepts(data, name)]
    if len(found) > 1:
        labels = " and ".join(known.label for known in found)
        raise Ambiguous(f"{name} could be {labels}.", "Save it anew in one format and try again.")
    if not found:
        raise foreign.unknown(name)
    return found[0]


def too_large(name: str, size: int) -> Unreadable:
    """Return the refusal of a file above the limit, so that it need not be read to be refused."""
    return Unreadable(
        f"{name} has {size / 2**20:.0f} MB; papers above {MAX_BYTES // 2**20} MB are not read.",
        "Save it without pictures, or split it.",
    )


def _misnamed(name: str, chosen: Format) -> tuple[Problem, ...]:
    ending = PurePath(name).suffix.lower()
    if not ending or ending in chosen.suffixes:
        return ()
    message = f"The name ends in {ending}, but the content is {chosen.label}; it was read as that."
    return (Problem("file", Severity.NOTE, message),)
