"""Files in and out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import Refused, Unreadable
from tui.files import read_bytes, replacing


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


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such devices")
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(name: str) -> None:
    """It has no size and no end; the message says that it is no file."""
    with pytest.raises(Unreadable, match="not a file"):
        read_bytes(Path(name), limit=1_000_000)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="this system makes no such file")
def test_a_file_that_is_longer_than_it_says_is_not_read_to_its_end() -> None:
    """Never more than the limit is taken in."""
    assert 0 == Path("/proc/self/maps").stat().st_size
    with pytest.raises(Unreadable, match="at most"):
        read_bytes(Path("/proc/self/maps"), limit=100)
