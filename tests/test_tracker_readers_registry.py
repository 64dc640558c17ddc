"""Which reader takes a file, and what is said of files that none can take."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tests.office_files import cell, paragraph, table, word_file, zipped
from tests.pdf_files import Sheet, pdf_file
from tracker.errors import Ambiguous, Unreadable
from tracker.readers import registry
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.readers.document import Document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ODT = "application/vnd.oasis.opendocument.text"
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def paper_of(kind: str) -> bytes:
    """Return a small paper of a format."""
    if kind == "docx":
        return word_file(paragraph("Strathmore"))
    if kind == "pdf":
        sheet = Sheet()
        sheet.text(50, 700, "Strathmore")
        return pdf_file(sheet)
    if kind == "xlsx":
        stream = io.BytesIO()
        workbook = xlsxwriter.Workbook(stream)
        workbook.add_worksheet().write(0, 0, "Strathmore")
        workbook.close()
        return stream.getvalue()
    return b"Ref,Action,Due\n1,Strathmore,soon\n" if kind == "csv" else b"Strathmore\n"


def words(document: Document) -> str:
    """Return all text of a document."""
    return repr(document.blocks)


@pytest.mark.parametrize(
    "name", ["paper", "paper.txt", "paper.docx", "paper.pdf", "C:\\x\\plan.csv"]
)
@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "csv", "txt"])
def test_content_decides(kind: str, name: str) -> None:
    """Every format is read under every name, and a name that says otherwise is told."""
    data = paper_of(kind)
    document = read_document(data, name=name)
    assert (kind, hashlib.sha256(data).hexdigest()) == (document.format, document.sha256)
    assert "Strathmore" in words(document)
    ending = name.rpartition(".")[2] if "." in name else kind
    assert (ending != kind) == any("name ends" in p.message for p in document.problems)


def test_an_office_file_inside_another_does_not_confuse() -> None:
    """A workbook embedded in a paper stays inside, stored or packed."""
    inside = zipped({"xl/workbook.xml": "<a/>"})
    stream = io.BytesIO(word_file(paragraph("Strathmore")))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/embeddings/plan.xlsx", inside)
    assert "docx" == read_document(stream.getvalue(), name="paper.docx").format


BAD: dict[str, Callable[[], bytes]] = {
    "is empty": lambda: b" \r\n\t",
    "holds no text": lambda: b"-----\n",
    "not copied whole": lambda: word_file(paragraph("text"))[:-40],
    "was not copied": lambda: b"%PDF-1.4",
    "scan put into Word": lambda: word_file("<w:p><w:r><w:drawing/></w:r></w:p>"),
    "no text": lambda: word_file(paragraph("")),
    "(.doc)": lambda: OLE + "WordDocument".encode("utf-16-le"),
    "(.xls)": lambda: OLE + "Workbook".encode("utf-16-le"),
    "password": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "(.msg)": lambda: OLE + "__substg1.0_0037".encode("utf-16-le"),
    "old office program": lambda: OLE,
    "(.rtf)": lambda: b"{\\rtf1 text}",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n",
    "a web page": lambda: b"\xef\xbb\xbf<!-- saved --><html>",
    "an e-mail": lambda: b"From: a\r\nTo: b\r\nMIME-Version: 1.0\r\n\r\ntext",
    "no format that is read": lambda: b"MZ\x90\0" + bytes(range(256)),
    "no paper in it": lambda: zipped({"a.txt": "text"}),
    "(.pptx)": lambda: zipped({"ppt/presentation.xml": "<a/>"}),
    "Pages": lambda: zipped({"Index/Document.iwa": ""}),
    "(.xlsb)": lambda: zipped({"xl/workbook.bin": ""}),
    "(.odt)": lambda: zipped({"mimetype": ODT}, zipfile.ZIP_STORED),
    "damaged or": lambda: zipped({"word/styles.xml": "<a/>"}),
    "is damaged": lambda: zipped({"word/document.xml": "no xml"}),
    "damaged": lambda: word_file("<w:p>" * 5000 + "</w:p>" * 5000),
    "XML entities": lambda: word_file(paragraph("&b;"), prolog=LAUGHS),
    "own XML entities": lambda: word_file(paragraph("&x;"), prolog=FILE),
    "far more": lambda: zipped({"word/document.xml": b" " * (65 * 1024 * 1024)}),
    "than a paper holds": lambda: zipped({f"word/{at}": b"" for at in range(20_001)}),
}
"""Files that cannot be read, made when asked for, by what is said of them."""


@pytest.mark.parametrize("says", BAD)
def test_what_cannot_be_read_is_refused_with_advice(says: str) -> None:
    """Each refusal names the file, the reason and the next step."""
    with pytest.raises(Unreadable) as refused:
        read_document(BAD[says](), name="paper.docx")
    assert says in refused.value.message
    assert refused.value.message.startswith("paper.docx")
    assert refused.value.hint


def test_zeros_alone_are_an_empty_file() -> None:
    """A file that a failed download filled with zeros is empty."""
    with pytest.raises(Unreadable, match="is empty"):
        read_document(b"\0" * 50, name="paper.pdf")


def test_a_file_above_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The size alone decides, and the message says both sizes."""
    monkeypatch.setattr(registry, "MAX_BYTES", 2 * 1024 * 1024)
    with pytest.raises(Unreadable, match="3 MB; papers above 2 MB"):
        read_document(b"x" * (3 * 1024 * 1024), name="paper.txt")


def test_a_fault_of_a_reader_is_told_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside a format, the caller meets one kind of error."""

    class Broken:
        """A format that cannot read anything."""

        def accepts(self, data: bytes, name: str) -> bool:
            return bool(data and name)

        def read(self, data: bytes, *, name: str) -> Document:
            raise ZeroDivisionError(name, len(data))

    broken = registry.Format("odd", frozenset({".odd"}), Broken())
    monkeypatch.setattr(registry, "FORMATS", (broken,))
    with pytest.raises(Unreadable, match="odd content is damaged"):
        read_document(b"text", name="paper.odd")


@pytest.mark.parametrize("depth", [60, 83])
def test_tables_nested_too_deep_are_read_or_refused(depth: int) -> None:
    """Nothing that can be nested takes the program down."""
    body = paragraph("deep")
    for _ in range(depth):
        body = table(cell(body) + cell("beside"))
    try:
        assert "deep" in words(read_document(word_file(body), name="paper.docx"))
    except Unreadable as refused:
        assert "damaged" in refused.message  # noqa: PT017 - either outcome is right


@given(st.binary(max_size=300), st.sampled_from(["docx", "pdf", "xlsx", "txt"]), st.integers(0, 9))
def test_damage_never_escapes(noise: bytes, kind: str, tenth: int) -> None:
    """A file with noise in it is read or refused, and nothing else happens."""
    data = paper_of(kind)
    at = len(data) * tenth // 10
    try:
        read_document(data[:at] + noise + data[at + len(noise) :], name=f"paper.{kind}")
    except Unreadable as refused:
        assert refused.hint  # noqa: PT017 - either outcome is right


def test_two_formats_that_claim_a_file_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is chosen at random where content fits two formats."""
    text = registry.FORMATS[-1]
    monkeypatch.setattr(registry, "FORMATS", (text, text._replace(label="other text")))
    with pytest.raises(Ambiguous, match="text and other text"):
        read_document(b"words\n", name="paper.txt")
