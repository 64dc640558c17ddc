"""The rules, filled areas and pictures on a page of a PDF.

Owns the calls into PDFium that look at drawings. What programs draw as a line may be a stroked
path, one path for a whole table, or a filled area that is very thin; here all are rules.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.readers.formats.pdf_geometry import Box, Matrix, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_THIN = 3.5
"""Filled areas no thicker than this are rules."""
_STRAIGHT = 0.8
"""Lines that rise by no more are level."""
_MAX_SEGMENTS = 30_000
"""Segments read from one page; more of them are a chart or a map, not a table."""
_MAX_DEPTH = 8
_CORNERS = 5

Point = tuple[float, float]


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    segments: int = 0


def read_drawing(page: pypdfium2.PdfPage, upright: Matrix) -> Drawing:
    """Return the rules, filled areas and pictures of a page."""
    import pypdfium2.raw as pdfium

    drawing = Drawing()
    count = pdfium.FPDFPage_CountObjects(page.raw)
    objects = (pdfium.FPDFPage_GetObject(page.raw, at) for at in range(count))
    _collect(drawing, objects, upright, 0)
    return drawing


def _collect(drawing: Drawing, objects: Iterator[object], matrix: Matrix, depth: int) -> None:
    import pypdfium2.raw as pdfium

    for item in objects:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _draw(drawing, item, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.pictures.append(_bounds(item, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            count = pdfium.FPDFFormObj_CountObjects(item)
            inner = (pdfium.FPDFFormObj_GetObject(item, at) for at in range(count))
            _collect(drawing, inner, matrix.after(_matrix_of(item)), depth + 1)


def _draw(drawing: Drawing, item: object, matrix: Matrix) -> None:
    """Add a path: its lines where it is stroked, its area where it is filled."""
    import pypdfium2.raw as pdfium

    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, filled, stroked)
    count = pdfium.FPDFPath_CountSegments(item)
    drawing.segments += count
    if drawing.segments > _MAX_SEGMENTS or not (filled.value or stroked.value):
        return
    colour = _colour(item) if filled.value else None
    for path in _paths(item, count, matrix.after(_matrix_of(item))):
        if stroked.value:
            for start, end in pairwise(path):
                _add_line(drawing, start, end)
        if filled.value and len(set(path)) <= _CORNERS:
            _add_area(drawing, path, colour)


def _paths(item: object, count: int, matrix: Matrix) -> Iterator[list[Point]]:
    """Yield the straight-edged outlines of a path; those with curves are left out."""
    import pypdfium2.raw as pdfium

    path: list[Point] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(path) > 1 and not curved:
                yield path
            path, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        path.append(matrix.at(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            path.append(path[0])
    if len(path) > 1 and not curved:
        yield path


def _add_line(drawing: Drawing, start: Point, end: Point) -> None:
    (x0, y0), (x1, y1) = start, end
    if abs(y1 - y0) <= _STRAIGHT < abs(x1 - x0):
        drawing.across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x1 - x0) <= _STRAIGHT < abs(y1 - y0):
        drawing.down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _add_area(drawing: Drawing, path: list[Point], colour: str | None) -> None:
    across, upwards = [x for x, _ in path], [y for _, y in path]
    box = Box(min(across), min(upwards), max(across), max(upwards), colour)
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if height <= _THIN < width:
        drawing.across.append(Rule((box.y0 + box.y1) / 2, box.x0, box.x1))
    elif width <= _THIN < height:
        drawing.down.append(Rule((box.x0 + box.x1) / 2, box.y0, box.y1))
    elif width > _THIN:
        drawing.fills.append(box)


def _matrix_of(item: object) -> Matrix:
    import pypdfium2.raw as pdfium

    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return Matrix()
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _bounds(item: object, matrix: Matrix) -> Box:
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *sides)
    left, bottom, right, top = (side.value for side in sides)
    (x0, y0), (x1, y1) = matrix.at(left, bottom), matrix.at(right, top)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _colour(item: object) -> str | None:
    """Return the colour of an area; None for white and for what shows through."""
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *parts):
        return None
    red, green, blue, opacity = (part.value for part in parts)
    colour = f"{red:02X}{green:02X}{blue:02X}"
    return None if colour == "FFFFFF" or not opacity else colour
