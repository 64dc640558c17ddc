"""Files in and out: bytes of a paper, and results written beside their target and renamed.

Owns what can go wrong with a path on a desk: a folder that is not there, a file open in Word, a
file too large to be a paper.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import Refused, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


def read_bytes(path: Path, *, limit: int) -> bytes:
    """Return a file's bytes.

    Args:
        path: The file; a UNC or OneDrive path is as good as any.
        limit: The size in bytes above which nothing is read.

    Raises:
        Unreadable: Saying what stands in the way.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable(f"{path} is a folder.", "Name the papers in it one by one.")
        if not path.is_file():
            raise Unreadable(
                f"{path} is not a file, but a device or the like.", "Save the paper as a file."
            )
        if size > limit:
            raise _too_large(path, size, limit)
        with path.open("rb") as stream:
            # A file may be longer than it says, such as those that a system makes up.
            data = stream.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise Unreadable(
            f"{path} is not there.", "Look at the name and the folder; put quotes around spaces."
        ) from None
    except PermissionError:
        raise Unreadable(
            f"{path} cannot be opened.",
            "It may be open in Word or Excel, or not be yours to read: close it and try again.",
        ) from None
    except OSError as error:
        raise Unreadable(
            f"{path} cannot be read: {error.strerror or error}.",
            "If it lies on OneDrive or a network drive, copy it to this machine first.",
        ) from error
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


def _too_large(path: Path, size: int, limit: int) -> Unreadable:
    return Unreadable(
        f"{path.name} has {size // 1_000_000} MB; a paper has at most {limit // 1_000_000} MB.",
        "Save it without pictures, or keep only the pages with the self-evaluation.",
    )


@contextlib.contextmanager
def replacing(path: Path, *, force: bool = False, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a file to be written whole or not at all.

    Args:
        path: The target; its folder must exist.
        force: Replace a file that is there.
        encoding: Of the text.

    Raises:
        Refused: The target exists and is not to be replaced, or cannot be written.
    """
    if path.exists() and not force:
        raise Refused(f"{path} exists already.", "Choose another name, or add --force.")
    beside = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tracker-")
        beside = Path(name)
        with os.fdopen(handle, "w", encoding=encoding, newline="") as stream:
            yield stream
        beside.replace(path)
        beside = None
    except PermissionError:
        raise Refused(
            f"{path} cannot be written.",
            "It may be open in Word or Excel, or the folder not be yours: close it and try again.",
        ) from None
    except (FileNotFoundError, NotADirectoryError):
        raise Refused(f"The folder {path.parent} is not there.", "Make it first.") from None
    except OSError as error:
        raise Refused(
            f"{path} cannot be written: {error.strerror or error}.", "Write to another folder."
        ) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)
