"""What a person can correct in a paper, as values.

Owns what each correction needs to be told. What it does is `applying`, how it is said `telling`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.drafts import Problem


class Part(StrEnum):
    """What of an action can be said anew."""

    WORDING = "wording"
    DELIVERY = "delivery"
    TIMESCALE = "timescale"
    STATUS = "status"
    OWNERS = "owners"


@dataclass(frozen=True, slots=True)
class Join:
    """An action is the rest of the one printed before it, cut off by a page break."""

    ref: str
    """Of the later one."""


@dataclass(frozen=True, slots=True)
class Split:
    """One action is two; the second begins at a place between two words of the wording."""

    ref: str
    at: int
    """How many characters of the wording stand before the second."""


@dataclass(frozen=True, slots=True)
class Amend:
    """A part of an action says something else than was read."""

    ref: str
    part: Part
    said: str
    """In the words of the paper; posts are kept apart by semicolons."""


@dataclass(frozen=True, slots=True)
class Move:
    """An action stands under another proposal."""

    ref: str
    code: str


@dataclass(frozen=True, slots=True)
class Drop:
    """What was read as an action is none."""

    ref: str


@dataclass(frozen=True, slots=True)
class Add:
    """An action was missed; it stands last under its proposal."""

    code: str
    text: str
    place: str = ""
    """Where the paper prints it, as far as that is known."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A proposal's rating is another one, or none."""

    code: str
    level: str | None
    previous: bool = False
    """The rating before is meant, not the one now."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A problem was looked at, and there is nothing to mend."""

    problem: Problem


Correction = Join | Split | Amend | Move | Drop | Add | Rate | LookedAt
