"""What is said of an action by options: read, or refused with what could be said instead.

Owns the words that options take. What may be said of an action is `tracker.changing`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import NotFound, UsageFault
from tracker.kinds import Outlook, Status
from tui.cli.common import words_of

if TYPE_CHECKING:
    from datetime import date

    from tracker.timescale import Timescale


def text_of(option: str, text: str) -> str:
    """Return the text of an option, which must say something: `none` takes a value away.

    Raises:
        UsageFault: It is empty.
    """
    words = words_of(text)
    if words is None:
        raise UsageFault(f"{option} is empty.", f"To take the value away, write {option} none.")
    return words


def codes_of(text: str) -> tuple[str, ...]:
    """Return the proposals that are named.

    Raises:
        UsageFault: None is.
    """
    codes = tuple(code.strip() for code in text.split(",") if code.strip())
    if not codes:
        raise UsageFault("No proposal is named.", "Write a code, such as 2.4, or several: 2.4,2.6.")
    return codes


def status_of(text: str | None) -> Status | None:
    """Return the status that a word names, in our words or as papers put it.

    Raises:
        NotFound: It names none, or an outlook.
    """
    if text is None:
        return None
    from tracker.status_words import read_status

    word = text.strip().replace("-", " ").casefold()
    if word in set(Status):
        return Status(word)
    read = read_status(text) if text.strip() else None
    if word in set(Outlook) or (
        read is not None and read.outlook not in {None, Outlook.NOT_STATED}
    ):
        raise NotFound(
            f"“{text}” is an outlook, not a status.", "Say it with --outlook, and why with --why."
        )
    if read is not None and read.status not in {None, Status.NOT_REPORTED}:
        return read.status
    raise NotFound(f"There is no status “{text}”.", f"It is one of: {', '.join(Status)}.")


def outlook_of(text: str | None) -> Outlook | None:
    """Return the outlook that a word names.

    Raises:
        NotFound: It names none.
    """
    if text is None:
        return None
    word = text.strip().replace("-", " ").casefold()
    if word not in set(Outlook):
        raise NotFound(f"There is no outlook “{text}”.", f"It is one of: {', '.join(Outlook)}.")
    return Outlook(word)


def owners_of(said: list[str] | None) -> tuple[str, ...] | None:
    """Return the posts that are named, each once; `none` stands for no post."""
    if said is None:
        return None
    names = tuple(dict.fromkeys(text_of("--owner", name) for name in said))
    return () if names == ("none",) else names


def timescale_of(text: str | None, day: date) -> Timescale | None:
    """Return a timescale as it is read on a day; `none` takes it away."""
    from tracker.cleaning import clean
    from tracker.timescale import read_timescale

    if text is None:
        return None
    words = clean(text_of("--due", text))
    return read_timescale("" if words.strip().casefold() == "none" else words, as_at=day)
