"""Office files made for tests from their XML, in forms that no library writes."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMES = (
    'xmlns:w="{word}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(parts: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word_file(body: str, *, word: str = W, prolog: str = "", **parts: str) -> bytes:
    """Return a Word file with this body; further parts by kind, such as `styles`."""
    names = _NAMES.format(word=word)
    related = "".join(
        f'<Relationship Id="r{kind}" Type="{_RELATION}/{kind.rstrip("123")}" Target="{kind}.xml"/>'
        for kind in parts
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "word/document.xml": (
                f"{prolog}<w:document {names}><w:body>{body}</w:body></w:document>"
            ),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{relations}">{related}</Relationships>'
            ),
            **{
                f"word/{kind}.xml": f"<w:root {names}>{content}</w:root>"
                for kind, content in parts.items()
            },
        }
    )


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return the XML of a paragraph."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def cell(content: str, properties: str = "") -> str:
    """Return the XML of a table cell that holds a text or the XML of paragraphs."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    """Return the XML of a table; each row is the XML of its cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
