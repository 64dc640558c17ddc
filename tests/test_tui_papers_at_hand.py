"""Folders and papers: what is offered, and what a typed path means."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tracker.errors import Unreadable
from tui.papers_at_hand import completed, last_folder, look_into, remember_folder, told_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with papers, folders, and what is neither."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    made = tmp_path / "desk"
    for name in ("Zeta", "alpha", ".hidden"):
        (made / name).mkdir(parents=True)
    for name in ("Plan.DOCX", "a plan.pdf", "photo.png", "~$Plan.docx", ".secret.txt", "old.doc"):
        (made / name).write_bytes(b"")
    return made


def test_folders_and_papers_are_offered_in_order(folder: Path) -> None:
    """Nothing hidden, no file that Word keeps beside an open one, no pictures."""
    found = look_into(folder)
    assert (folder.parent, ["alpha", "Zeta"], ["a plan.pdf", "old.doc", "Plan.DOCX"]) == (
        found.above,
        [one.name for one in found.folders],
        [one.name for one in found.papers],
    )


def test_the_root_has_nothing_above(folder: Path) -> None:
    """Neither has a drive or a share."""
    assert look_into(type(folder)(folder.anchor)).above is None


def test_a_folder_that_cannot_be_looked_into_says_why(folder: Path) -> None:
    """It is not there, or it is a file."""
    with pytest.raises(Unreadable, match="is not there"):
        look_into(folder / "gone")
    with pytest.raises(Unreadable, match="cannot be looked into"):
        look_into(folder / "a plan.pdf")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pl", "Plan.DOCX"),
        ("A", "alpha" + os.sep),
        ("a p", "a plan.pdf"),
        ("x", None),
        ("", None),
        ("alpha/", None),
        ("gone/x", None),
        ("nul\0l", None),
    ],
)
def test_what_is_typed_is_completed(folder: Path, typed: str, expected: str | None) -> None:
    """By the first name that goes on so, in its own capitals."""
    assert expected == completed(typed, folder)


def test_a_typed_path_loses_its_quotes_and_tilde(folder: Path) -> None:
    """As they are copied from a file manager or typed by habit."""
    paper = folder / "a plan.pdf"
    assert paper == told_path(f' "{paper}" ', folder / "Zeta")
    assert paper == told_path("a plan.pdf", folder)
    assert folder.parent / "x.pdf" == told_path("~/x.pdf", folder)
    assert folder / "~nobody-of-this-name/x" == told_path("~nobody-of-this-name/x", folder)


def test_the_last_folder_is_remembered_while_it_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the folder we are in where it holds papers, else the person's own."""
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder / "empty")
    assert folder.parent == last_folder()
    remember_folder(folder / "Zeta")
    assert folder / "Zeta" == last_folder()
    (folder / "Zeta").rmdir()
    assert folder.parent == last_folder()
    monkeypatch.chdir(folder)
    assert folder == last_folder()
