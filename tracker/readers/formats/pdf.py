"""PDF files into a document.

Owns telling a PDF and reading one at a time, because PDFium is not made for threads. A PDF says
where letters stand, not what they form: the modules beside this one find words, rules, cells and
paragraphs. They are loaded when a PDF is read, so that other papers do not wait for them.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.readers.document import Document

_LOCK = threading.Lock()
_HEAD = 1024


def accepts(data: bytes, name: str) -> bool:
    """Tell whether a file is a PDF; some programs write a few bytes before its mark."""
    del name
    return b"%PDF-" in data[:_HEAD]


def read(data: bytes, *, name: str) -> Document:
    """Read a PDF."""
    from tracker.readers.formats.pdf_blocks import document_of
    from tracker.readers.formats.pdf_pages import read_pages

    with _LOCK:
        pages = read_pages(data, name)
    return document_of(pages, name)
