"""Where the database is, whose plan is meant, who acts, and what day it is.

Owns the order in which these are found: the command line, then the environment, then defaults.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cleaning import clean_line
from tracker.dates import read_day
from tracker.errors import UsageFault

if TYPE_CHECKING:
    from collections.abc import Mapping

DEMO = "demo"
"""The address that means the demonstration plan."""
DEMO_PARTNERSHIP = "Moray"
"""Whose plan the demonstration shows, unless another of it is named."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one run of the program."""

    database: str
    """A path or a URL, as given or found."""
    partnership: str | None
    partnership_is_said: bool
    """Named on the command line, as against the environment."""
    me: str
    today: date


def find_settings(
    *,
    database: str | None = None,
    partnership: str | None = None,
    me: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Put together what the command line says and what it leaves open.

    Raises:
        UsageFault: An option is empty, or `TRACKER_TODAY` is not a date.
    """
    for option, text in (("--db", database), ("--partnership", partnership), ("--me", me)):
        if text is not None and not text.strip():
            raise UsageFault(f"{option} is empty.", "Say which is meant, or leave it out.")
    pinned = environ.get("TRACKER_TODAY")
    address = database or environ.get("TRACKER_DB") or str(data_folder() / "tracker.db")
    is_demo = address == DEMO and not Path(DEMO).exists()
    named = partnership or environ.get("TRACKER_PARTNERSHIP") or None
    return Settings(
        database=str(demo_file()) if is_demo else address,
        partnership=named or (DEMO_PARTNERSHIP if is_demo else None),
        partnership_is_said=bool(partnership),
        me=clean_line(me or environ.get("TRACKER_ME") or _login()) or "unknown",
        today=read_day(pinned) if pinned else datetime.now().astimezone().date(),
    )


def now() -> datetime:
    """Return the moment, as acts record it."""
    return datetime.now(UTC)


def data_folder() -> Path:
    """Return the user's data folder for this program."""
    from platformdirs import user_data_path

    return user_data_path("tracker", appauthor=False)


def demo_file() -> Path:
    """Return the file of the demonstration plan."""
    return data_folder() / "demo.db"


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
