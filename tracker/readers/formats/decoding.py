"""Bytes of a text file into characters.

Owns the choice of encoding, shared by plain text and CSV; it never fails, and tells when it had
to suppose one.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """The text of a file and what is to be said about its encoding."""

    text: str
    note: str = ""
    """Why the text may be wrong in places; empty where the encoding is certain."""


def decode(data: bytes) -> Decoded:
    """Return the text of a file, by its byte order mark, else UTF-8, else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    wide = _unmarked_wide(data)
    if wide:
        return _decode_marked(data, wide)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _decode_western(data, error)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    if "\ufffd" in text:
        return Decoded(text, f"Some characters are no valid {encoding.upper()} and were lost.")
    return Decoded(text)


def _unmarked_wide(data: bytes) -> str:
    """Name the kind of UTF-16 that a file without a mark is, by where its zero bytes stand."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _decode_western(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Read as Windows-1252, unless the file is UTF-8 with little damage."""
    repaired = data.decode("utf-8", errors="replace")
    damaged = repaired.count("\ufffd")
    sound = sum(1 for character in repaired if character > "\x7f") - damaged
    line = data.count(b"\n", 0, error.start) + 1
    if sound > 4 * damaged:
        return Decoded(repaired, f"{damaged} damaged characters were lost, first in line {line}.")
    return Decoded(
        data.decode("cp1252", errors="replace"),
        f"The file is not UTF-8 (see line {line}); its letters were read as Windows-1252.",
    )
