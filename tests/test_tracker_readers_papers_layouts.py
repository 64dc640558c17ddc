"""Returns and plans laid out in many ways: what is read is what a person reads in them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.layouts import LAYOUTS
from tests.papers import as_delimited, as_sheet, as_text, as_word, folded, read, score
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.layouts import Layout
    from tracker.readers.document import Document

WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": as_word,
    "txt": as_text,
    "xlsx": as_sheet,
    "csv": as_delimited,
}
WRITTEN = [
    pytest.param(layout, suffix, id=f"{layout.__name__}-{suffix}")
    for layout in LAYOUTS
    for suffix in sorted(layout().formats)
]


@pytest.mark.parametrize("make", LAYOUTS, ids=lambda layout: layout.__name__)
def test_layout_is_read_as_a_person_reads_it(make: Callable[[], Layout]) -> None:
    """Every rating and every action is found, and nothing else."""
    layout = make()
    draft = read(layout.document)
    result = score(draft, layout.expected)
    sys.stdout.write(f"{make.__name__}: {result}\n")
    assert ([], [], []) == (result.ratings, result.missed, result.extra)
    assert list(map(folded, layout.recommendations)) == [
        folded(item.text) for item in draft.recommendations
    ]


@pytest.mark.parametrize(("make", "suffix"), WRITTEN)
def test_layout_is_read_the_same_from_a_file(make: Callable[[], Layout], suffix: str) -> None:
    """The same layout, written out and read through its format, holds the same."""
    layout = make()
    data = WRITERS[suffix](layout.document)
    draft = read(read_document(data, name=f"strathmore.{suffix}"))
    result = score(draft, layout.expected)
    sys.stdout.write(f"{make.__name__} as {suffix}: {result}\n")
    assert ([], [], []) == (result.ratings, result.missed, result.extra)
