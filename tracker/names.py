"""The names of partnerships: when two of them are one, and when they are too close to be two.

Owns the comparison, and how a name is typed in a command. Which names are held is the store's.
"""

from __future__ import annotations

import re

_NOT_A_LETTER = re.compile(r"[\W_]+")
_BEGINNINGS = re.compile(r"^(?:the |city of )+")
_ENDINGS = re.compile(
    r"(?: (?:health and social care partnership|health social care partnership|hscp"
    r"|integration joint board|ijb|integration authority|partnership|council))+$"
)
_SIDES = frozenset({"east", "west", "north", "south"})
CLOSE = 88
"""The likeness, of 100, from which two names may be one that is spelt wrongly."""


def typed(name: str) -> str:
    """Return a name as it is typed in a command: in quotation marks where it holds a space."""
    return f'"{name}"' if " " in name else name


def spoken(name: str) -> str:
    """Return a name for comparison: without regard to case, spacing and points; & is and."""
    return _NOT_A_LETTER.sub(" ", name.casefold().replace("&", " and ")).strip()


def place_of(name: str) -> str:
    """Return the place that a partnership is named after, for comparison."""
    short = _ENDINGS.sub("", _BEGINNINGS.sub("", spoken(name)))
    return short or spoken(name)


def may_mean(said: str, printed: str) -> bool:
    """Tell whether one name may stand for the other: the same place, or the beginning of it."""
    one, other = place_of(said), place_of(printed)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def is_close(one: str, other: str) -> bool:
    """Tell whether two names are so close that they are hardly two partnerships.

    East and West of the same name are two.
    """
    from rapidfuzz import fuzz

    one, other = place_of(one), place_of(other)
    if _SIDES & set(one.split()) != _SIDES & set(other.split()):
        return False
    return bool(one and other) and fuzz.ratio(one, other) >= CLOSE
