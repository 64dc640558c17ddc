"""Numbers and lists in sentences: one and many, `a, b and c`.

Owns the grammar of counts; what is counted is each report's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun, such as `1 action` or `0 actions`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def verb(count: int, one: str, many: str) -> str:
    """Return a count with its verb: `1 is complete`, `2 are complete`, `none is complete`."""
    return f"{count or 'none'} {one if count in {0, 1} else many}"


def listed(parts: Sequence[str]) -> str:
    """Return parts in a row, the last after `and`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
