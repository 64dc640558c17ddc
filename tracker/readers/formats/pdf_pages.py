"""The pages of a PDF: opening and closing the file, and what is said when that fails.

Owns the way from bytes to pages of words and drawings. What they form is `pdf_flow`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import Unreadable
from tracker.readers.formats.pdf_drawing import read_drawing
from tracker.readers.formats.pdf_geometry import Box, Matrix, Page
from tracker.readers.formats.pdf_words import read_words

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 2000
WHOLE_PAGE = 0.8
"""The part of a page that a picture or colour must cover to lie behind all of it."""


def read_pages(data: bytes, name: str) -> list[Page]:
    """Read every page, closing what was opened whatever happens."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(name, str(error)) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise Unreadable(
                f"{name} has {count} pages; papers of more than {MAX_PAGES} are not read.",
                "Save the pages with the self-evaluation or plan as a PDF of their own.",
            )
        if document.get_formtype():
            document.init_forms()
        pages = [_read_page(document, at) for at in range(count)]
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise _wordless(name, pages)
    return pages


def _read_page(document: pypdfium2.PdfDocument, at: int) -> Page:
    """Read one page; a damaged one is told and does not keep the others from being read."""
    import pypdfium2

    try:
        page = document[at]
    except pypdfium2.PdfiumError:
        return Page(at + 1, damaged=True)
    try:
        if document.formenv:
            page = _flattened(document, page, at)
        width, height = page.get_size()
        turned = page.get_rotation()
        upright = _upright(page, turned)
        text = read_words(page, upright, turned)
        drawing = read_drawing(page, upright)
    finally:
        page.close()
    whole = Box(0, 0, width, height)
    fills = [fill for fill in drawing.fills if fill.shared(whole) < WHOLE_PAGE]
    return Page(
        at + 1, width, height, text.found, drawing.across, drawing.down, fills,
        drawing.pictures, text.slanting, text.unmapped,
    )  # fmt: skip


def _flattened(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, at: int
) -> pypdfium2.PdfPage:
    """Write what was filled into the fields of a form onto the page, where it can be read."""
    import pypdfium2.raw as pdfium

    page.flatten(pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return document[at]


def _upright(page: pypdfium2.PdfPage, turned: int) -> Matrix:
    """Return the map from the page as it is stored to the page as it is shown."""
    left, bottom, right, top = page.get_cropbox()
    if turned == 90:
        return Matrix(0, -1, 1, 0, -bottom, right)
    if turned == 180:
        return Matrix(-1, 0, 0, -1, right, top)
    if turned == 270:
        return Matrix(0, 1, -1, 0, top, -left)
    return Matrix(e=-left, f=-bottom)


def _unopened(name: str, reason: str) -> Unreadable:
    if "password" in reason.lower():
        return Unreadable(
            f"{name} is protected by a password.",
            "Open it with its password, print it to a new PDF without one, and try again.",
        )
    return Unreadable(
        f"{name} is damaged or was not copied whole.",
        "Download or copy it again; if it opens in a PDF program, print it to a new PDF there.",
    )


def _wordless(name: str, pages: list[Page]) -> Unreadable:
    if any(page.pictures for page in pages):
        return Unreadable(
            f"{name} is a scan: its pages are pictures without text.",
            "Ask for the Word file, or have text recognition (OCR) run over it.",
        )
    return Unreadable(f"{name} holds no text.", "Check that it is the right file.")
