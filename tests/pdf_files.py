"""PDFs made for tests, drawn operator by operator, in ways that different programs draw."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 600, 800
PADDING = 5.0
SIZE = 10.0
LEADING = 12.0


@dataclass
class Sheet:
    """One page as it is drawn; places are points from its lower left corner."""

    drawn: list[str] = field(default_factory=list)
    extra: str = ""
    """Further entries of the page, such as `/Rotate 90`."""

    def text(
        self, x: float, y: float, text: str, *, bold: bool = False, size: float = SIZE
    ) -> None:
        """Set a text on a line."""
        font = "F2" if bold else "F1"
        self.drawn.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET")

    def lines(self, x: float, y: float, *lines: str, bold: bool = False) -> float:
        """Set lines below one another; return where the next one would stand."""
        for line in lines:
            self.text(x, y, line, bold=bold)
            y -= LEADING
        return y

    def slanting(self, x: float, y: float, text: str) -> None:
        """Set a text at a slant, as a watermark."""
        self.drawn.append(f"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 {x} {y} Tm ({_escaped(text)}) Tj ET")

    def upright(self, x: float, y: float, text: str) -> None:
        """Set a text upwards, as in a narrow heading."""
        self.drawn.append(f"BT /F1 {SIZE} Tf 0 1 -1 0 {x} {y} Tm ({_escaped(text)}) Tj ET")

    def stroke(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a rule as a line."""
        self.drawn.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")

    def area(self, x0: float, y0: float, x1: float, y1: float, colour: str = "0 0 0") -> None:
        """Fill an area; a thin one is a rule, as some programs draw them."""
        self.drawn.append(f"{colour} rg {x0} {y0} {x1 - x0} {y1 - y0} re f 0 g")

    def grid(self, xs: list[float], ys: list[float], *, filled: bool = False) -> None:
        """Rule a whole table, as lines or as thin areas."""
        for y in ys:
            if filled:
                self.area(xs[0], y - 0.25, xs[-1], y + 0.25)
            else:
                self.stroke(xs[0], y, xs[-1], y)
        for x in xs:
            if filled:
                self.area(x - 0.25, ys[-1], x + 0.25, ys[0])
            else:
                self.stroke(x, ys[-1], x, ys[0])

    def row(self, xs: list[float], top: float, *cells: str) -> None:
        """Set the texts of a row, line breaks as line breaks."""
        for x, cell in zip(xs, cells, strict=False):
            self.lines(x + PADDING, top - LEADING, *cell.split("\n"))


def pdf_file(*sheets: Sheet, images: bool = False, field: str = "") -> bytes:
    """Return a PDF of these pages.

    Args:
        sheets: What is drawn on each.
        images: Each shows a picture over its whole area.
        field: What was filled into a field of a form that stands on each page.
    """
    pages = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(sheets)))
    fonts = "/F1 3 0 R /F2 4 0 R"
    resources = f"<< /Font << {fonts} >> /XObject << /Im {5 + 2 * len(sheets)} 0 R >> >>"
    last = 5 + 2 * len(sheets)
    form = f"/AcroForm << /Fields [{last + 1} 0 R] >>" if field else ""
    annotated = f"/Annots [{last + 1} 0 R]" if field else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {form} >>",
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{pages}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for at, sheet in enumerate(sheets):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {sheet.extra}"
            f" {annotated}"
            f" /Resources {resources} /Contents {6 + 2 * at} 0 R >>"
        )
        picture = [f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q"] if images else []
        objects.append(_stream("\n".join([*picture, *sheet.drawn])))
    objects.append(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        " /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream"
    )
    if field:
        rect = "50 600 150 620"
        objects.append(
            f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V ({field}) /Rect [{rect}] /F 4"
            f" /AP << /N {last + 2} 0 R >> >>"
        )
        shown = f"BT /F1 10 Tf 2 5 Td ({field}) Tj ET"
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << {fonts} >>"
            f" >> /Length {len(shown)} >>\nstream\n{shown}\nendstream"
        )
    return _file(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"


def _file(objects: list[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
