"""Files in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.errors import Refused, Unreadable
from tui.files import read_bytes, replacing

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A writer that fails leaves neither a half file nor anything beside it."""
    target = tmp_path / "out.txt"
    with pytest.raises(ZeroDivisionError), replacing(target) as stream:
        stream.write("half" * (1 // 0))
    assert [] == list(tmp_path.iterdir())
    with replacing(target) as stream:
        stream.write("whole")
    assert "whole" == target.read_text()
    with pytest.raises(ZeroDivisionError), replacing(target, force=True) as stream:
        stream.writelines("half" * (1 // part) for part in (1, 0))
    assert "whole" == target.read_text()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(Refused, match="folder"), replacing(tmp_path / "no" / "out.txt"):
        pass


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """Its size is told instead."""
    big = tmp_path / "big.docx"
    big.write_bytes(b"x" * 2_000_001)
    with pytest.raises(Unreadable, match="2 MB") as told:
        read_bytes(big, limit=1_000_000)
    assert told.value.hint
