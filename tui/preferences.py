"""What a person has settled once and for all: partnership, name, colours and keys.

Owns the file in the user's configuration folder. Which of it holds for a run is `settings`.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cleaning import clean_line
from tracker.errors import UsageFault
from tui.files import replacing

if TYPE_CHECKING:
    from collections.abc import Mapping

WHERE = "TRACKER_SETTINGS"
"""The variable that names another file."""
DARK, LIGHT, CONTRAST = "dark", "light", "high contrast"
COLOURS = (DARK, LIGHT, CONTRAST)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the file says; None where it says nothing."""

    partnership: str | None = None
    """Whose plan is meant in the database that is opened when none is named."""
    me: str | None = None
    colours: str = DARK
    keys: tuple[tuple[str, str], ...] = ()
    """The name of a command and its keys, where they are not those that it comes with."""


def preferences_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the file, whether it is there or not."""
    if named := environ.get(WHERE):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("tracker", appauthor=False) / "settings.toml"


def read_preferences(path: Path) -> Preferences:
    """Read the file; where there is none, nothing is settled.

    Raises:
        UsageFault: Saying what in the file cannot be understood.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Preferences()
    except (OSError, UnicodeDecodeError) as error:
        raise _fault(path, str(error)) from error
    import tomllib

    try:
        return _preferences(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise _fault(path, str(error)) from error


def _fault(path: Path, why: str) -> UsageFault:
    return UsageFault(
        f"The settings in {path} cannot be read: {why}",
        "Mend that line, or remove the file to begin anew.",
    )


def _preferences(held: dict[str, object]) -> Preferences:
    known = {"partnership", "me", "colours", "keys"}
    if strange := sorted(set(held) - known):
        raise ValueError(f"{strange[0]} is not a setting; there is {', '.join(sorted(known))}.")
    keys = held.get("keys", {})
    if not isinstance(keys, dict) or not all(isinstance(key, str) for key in keys.values()):
        raise ValueError('keys has lines such as undo = "f5".')
    colours = _text(held, "colours") or DARK
    if colours not in COLOURS:
        raise ValueError(f"colours is one of {', '.join(COLOURS)}.")
    return Preferences(
        partnership=_text(held, "partnership"),
        me=_text(held, "me"),
        colours=colours,
        keys=tuple(keys.items()),
    )


def _text(held: dict[str, object], name: str) -> str | None:
    value = held.get(name, "")
    if isinstance(value, str):
        return clean_line(value) or None
    raise ValueError(f"{name} is a text in quotes.")


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Write the file, whole or not at all.

    Raises:
        Refused: It cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, force=True) as stream:
        stream.write(as_toml(preferences))


def as_toml(preferences: Preferences) -> str:
    """Return the file's text."""
    said = {
        "partnership": preferences.partnership,
        "me": preferences.me,
        "colours": preferences.colours,
    }
    # A JSON string is a TOML string: the characters that differ are cleaned away on the way in.
    lines = [f"{name} = {_quoted(value)}" for name, value in said.items() if value]
    keys = [f"{_quoted(name)} = {_quoted(key)}" for name, key in preferences.keys]
    return "\n".join([*lines, *(["", "[keys]", *keys] if keys else []), ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
