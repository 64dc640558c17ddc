"""What is shown on terminals of any width and any character set."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from tests.awkward import AWKWARD
from tracker.report import Cell, Column, Report, Section, Table
from tui.console import PLAINER, fitting, settle_streams, show


def drawn(report: Report, *, width: int = 80, encoding: str = "utf-8") -> str:
    """Return what a terminal of a width would show."""
    settle_streams()
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors=PLAINER, newline="")
    console = Console(
        file=stream, width=width, highlight=False, markup=False, emoji=False, color_system=None
    )
    show(report, console)
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [20, 40, 80, 160, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Nothing runs over the edge, whatever the cells hold."""
    from rich.cells import cell_len

    assert all(cell_len(line) <= width for line in drawn(AWKWARD, width=width).splitlines())


def test_markup_in_text_is_shown_as_it_is() -> None:
    """A paper cannot style or stop the program."""
    shown = drawn(AWKWARD, width=160)
    assert "Awkward [bold]cells[/]" in shown
    assert "[/]" in shown.split("Rows (5)")[1]


def test_a_column_without_room_is_named() -> None:
    """A narrow screen says what it left out."""
    shown = drawn(AWKWARD, width=44)
    assert "Not shown in 44 columns: Days" in shown


def test_columns_without_content_are_left_out_in_silence() -> None:
    """Nothing is lost by not showing an empty column that is spare."""
    table = Table(
        (Column("a", "A"), Column("b", "B", spare=1)),
        ((Cell("x"), Cell(None)), (Cell("y"), Cell(""))),
    )
    assert ([0], []) == fitting(table, 80)


def test_text_is_whole_on_a_narrow_terminal() -> None:
    """Long text is folded over lines, never cut."""
    assert 40 == drawn(AWKWARD, width=60).count("long")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "utf-8"])
def test_a_poor_console_shows_plainer_signs(encoding: str) -> None:
    """What a code page lacks becomes a sign that it has, and nothing fails."""
    table = Table((Column("d", "Direction"),), ((Cell("▲ up 1"),), (Cell("– “quoted” …"),)))
    shown = drawn(Report("t", (Section(table=table),), {}), encoding=encoding)
    assert "?" not in shown
    assert ("▲ up 1" if encoding == "utf-8" else "^ up 1") in shown


def test_signs_that_a_console_has_are_kept() -> None:
    """Only what is missing is replaced; what has no plainer sign is a question mark."""
    settle_streams()
    assert "“x” ^ ?" == "“x” ▲ 語".encode("cp1252", PLAINER).decode("cp1252")
