"""The file of a SQLite database: where it lies and how it may be opened.

Owns what depends on the disk: network drives, missing folders, the URI of a path. Loads no
database library.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from tracker.errors import StoreError

if TYPE_CHECKING:
    from db.address import Address

WAIT = 10.0
"""Seconds to wait while somebody else writes."""
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs", "afs", "ncpfs"}
)
_WINDOWS_REMOTE_DRIVE = 4


def file_exists(address: Address) -> bool:
    """Tell whether a file is there, having seen that it can be.

    Raises:
        StoreError: Its folder is not there or closed to us, or the path is itself a folder.
    """
    path = address.path
    try:
        if path.is_dir():
            raise StoreError(
                f"{address.shown} is a folder.",
                "Give the path of a file in it, such as tracker.db.",
            )
        if not path.absolute().parent.is_dir():
            raise StoreError(
                f"The folder of {address.shown} does not exist.",
                "Make the folder first, or give another path with --db.",
            )
        return path.exists()
    except OSError as error:
        raise StoreError(
            f"{address.shown} cannot be looked at: {error.strerror}.",
            "Ask for the right to use its folder, or give another path with --db.",
        ) from error


def is_untouched(path: Path) -> bool:
    """Tell whether a file cannot be written here and has nothing waiting in SQLite's side files."""
    log = path.with_name(path.name + "-wal")
    waiting = log.exists() and log.stat().st_size > 0
    return not waiting and not (_may_write(path) and _may_write(path.absolute().parent))


def _may_write(path: Path) -> bool:
    """Tell whether this process may write there."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def uri_of(path: Path, way: str) -> str:
    """Return the URI by which SQLite opens a file, also on a Windows drive or share."""
    text = path.absolute().as_posix()
    if not text.startswith("/"):
        text = "/" + text
    return f"file://{quote(text)}?{way}"


def is_on_network(path: Path) -> bool:
    """Tell whether a file lies on a network drive, where SQLite's WAL cannot be shared."""
    text = str(path.absolute())
    if text.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return _is_remote_drive(path.absolute().drive)
    mounts = Path("/proc/mounts")
    if mounts.exists():
        table = mounts.read_text(errors="replace")
        return file_system_of(os.path.realpath(path), table) in NETWORK_FILE_SYSTEMS
    return False


def _is_remote_drive(drive: str) -> bool:
    """Ask Windows whether a drive letter is mapped to a share."""
    import ctypes

    windows = getattr(ctypes, "windll", None)
    if windows is None:
        return False
    kind: int = windows.kernel32.GetDriveTypeW(f"{drive}\\")
    return kind == _WINDOWS_REMOTE_DRIVE


def file_system_of(path: str, mounts: str) -> str:
    """Return the type of the file system that holds a real path, from the table of mounts."""
    longest, found = "", ""
    for line in mounts.splitlines():
        _device, escaped, kind, *_rest = line.split(" ")
        point = escaped.replace("\\040", " ").rstrip("/")
        inside = path == point or path.startswith(point + "/")
        if inside and len(point) >= len(longest):
            longest, found = point, kind
    return found
