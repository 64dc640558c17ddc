"""Folders and the papers in them: what is offered to be read, and what a typed path means.

Owns which files look like papers, and the folder in which one was last found. Opening them is
`files`; a slow drive is for the caller to wait for in the background.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import Unreadable
from tui.settings import data_folder

ENDINGS = frozenset(
    {".docx", ".docm", ".dotx", ".dotm", ".pdf", ".xlsx", ".xlsm", ".xltx", ".xltm", ".csv"}
    | {".tsv", ".txt", ".md", ".markdown", ".text", ".doc", ".xls", ".odt"}
)
"""What readers take, and what people take for it: choosing that says what to do with it."""
_KEPT = "last-folder.txt"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it is offered."""

    path: Path
    above: Path | None
    """None for a drive or a share."""
    folders: tuple[Path, ...]
    papers: tuple[Path, ...]
    drives: tuple[Path, ...] = ()
    """The drives of a Windows machine."""


def look_into(path: Path) -> Folder:
    """Return what a folder offers, names in order whatever their capitals.

    Raises:
        Unreadable: It is not there, or may not be looked into.
    """
    try:
        inside = sorted(path.iterdir(), key=lambda one: one.name.casefold())
    except FileNotFoundError:
        raise Unreadable(
            f"{path} is not there.", "Look at the name, or begin with another folder."
        ) from None
    except OSError as error:
        raise Unreadable(
            f"{path} cannot be looked into: {error.strerror or error}.",
            "If it lies on a network drive, see that the drive is connected.",
        ) from error
    seen = [one for one in inside if not one.name.startswith((".", "~$"))]
    folders = tuple(one for one in seen if _is_folder(one))
    return Folder(
        path=path,
        above=path.parent if path.parent != path else None,
        folders=folders,
        papers=tuple(o for o in seen if o.suffix.lower() in ENDINGS and o not in folders),
        drives=_drives(),
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _drives() -> tuple[Path, ...]:
    if os.name != "nt":
        return ()
    letters = (Path(f"{letter}:\\") for letter in "CDEFGHIJKLMNOPQRSTUVWXYZAB")
    return tuple(drive for drive in letters if _is_folder(drive))


def told_path(text: str, folder: Path) -> Path:
    """Return the path that a person means: quotes and `~` undone, else below the folder shown."""
    path = Path(text.strip().strip("\"'"))
    with suppress(RuntimeError):
        path = path.expanduser()
    return path if path.is_absolute() else folder / path


def completed(typed: str, folder: Path) -> str | None:
    """Return what is typed with the first name that goes on so, whatever its capitals.

    Args:
        typed: The beginning of a path.
        folder: From where a path that is not absolute counts.
    """
    if not typed.strip() or typed[-1] in "/\\\"'":
        return None
    path = told_path(typed, folder)
    try:
        found = look_into(path.parent)
    except (Unreadable, ValueError):
        return None
    begun = path.name.casefold()
    names = [one.name + os.sep for one in found.folders] + [one.name for one in found.papers]
    fitting = [name for name in names if name.casefold().startswith(begun)]
    return typed[: len(typed) - len(path.name)] + fitting[0] if fitting else None


def last_folder() -> Path:
    """Return the folder of the last paper, else the one we are in where it holds papers.

    The user's own where neither is known.
    """
    with suppress(OSError, ValueError):
        folder = Path((data_folder() / _KEPT).read_text("utf-8").strip())
        if folder.is_absolute() and folder.is_dir():
            return folder
    with suppress(OSError, Unreadable):
        if look_into(Path.cwd()).papers:
            return Path.cwd()
    return Path.home()


def remember_folder(folder: Path) -> None:
    """Keep a folder for the next run; that it cannot be kept stops nobody."""
    with suppress(OSError, ValueError):
        data_folder().mkdir(parents=True, exist_ok=True)
        (data_folder() / _KEPT).write_text(str(folder), "utf-8")
