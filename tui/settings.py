"""Where the database is, whose plan is meant, who acts, and what day it is.

Owns the order in which these are found: the command line, then the environment,
then the settings file, then defaults.
"""

from __future__ import annotations

import getpass
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cleaning import clean_line
from tracker.dates import read_day
from tracker.errors import UsageFault
from tui.preferences import (
    DARK,
    Preferences,
    preferences_file,
    read_preferences,
    write_preferences,
)

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
    colours: str = DARK
    keys: tuple[tuple[str, str], ...] = ()
    """The application's commands that have keys of the person's own, with these."""


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
    address = database or environ.get("TRACKER_DB") or own_file()
    is_demo = address == DEMO and not Path(DEMO).exists()
    settled = read_preferences(preferences_file(environ))
    named = partnership or environ.get("TRACKER_PARTNERSHIP") or None
    usual = DEMO_PARTNERSHIP if is_demo else settled.partnership if database is None else None
    return Settings(
        database=str(demo_file()) if is_demo else address,
        partnership=named or usual,
        partnership_is_said=bool(partnership),
        me=clean_line(me or environ.get("TRACKER_ME") or settled.me or _login()) or "unknown",
        today=read_day(pinned) if pinned else datetime.now().astimezone().date(),
        colours=settled.colours,
        keys=settled.keys,
    )


def keep(settings: Settings) -> None:
    """Write to the person's file what is settled for the next time.

    The partnership only where the database is the one that is opened when none is named.

    Raises:
        Refused: The file cannot be written.
    """
    path = preferences_file()
    held = read_preferences(path)
    usual = settings.database == (os.environ.get("TRACKER_DB") or own_file())
    write_preferences(
        path,
        Preferences(
            partnership=settings.partnership if usual else held.partnership,
            me=settings.me,
            colours=settings.colours,
            keys=settings.keys,
        ),
    )


def now() -> datetime:
    """Return the moment, as acts record it."""
    return datetime.now(UTC)


def data_folder() -> Path:
    """Return the user's data folder for this program."""
    from platformdirs import user_data_path

    return user_data_path("tracker", appauthor=False)


def own_file() -> str:
    """Return the database that is meant when nothing is said; its folder is made."""
    folder = data_folder()
    # A folder that cannot be made is told of where the database in it is opened.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return str(folder / "tracker.db")


def demo_file() -> Path:
    """Return the file of the demonstration plan."""
    return data_folder() / "demo.db"


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
