"""A framework: key features, proposals and the rating scale, which are data.

Owns the values and the frameworks that come with the program; `framework_file` reads and checks
the files. The official wording of proposals and their indicators is not here: it is learned from
the returns that print it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import NotFound
from tracker.kinds import Scope

if TYPE_CHECKING:
    from datetime import date

_FOLDER = Path(__file__).with_name("frameworks")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the rating scale."""

    name: str
    """Lower case, such as `partly established`."""
    rank: int
    """1 for the worst."""
    is_low: bool = False
    """A proposal on this level is expected to have an open action."""


@dataclass(frozen=True, slots=True)
class KeyFeature:
    """A group of proposals."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal of the framework."""

    code: str
    name: str
    """Our short name."""
    feature: str
    """The key feature's code."""
    scope: Scope = Scope.LOCAL
    timescale: str | None = None
    """The national timescale as printed, where there is one."""


@dataclass(frozen=True)
class Framework:
    """A framework as a value."""

    key: str
    """Such as `msg-2019`."""
    name: str
    version: str
    published: date
    """Relative national timescales count from this day."""
    scale: tuple[Level, ...]
    """Worst first."""
    features: tuple[KeyFeature, ...]
    proposals: tuple[Proposal, ...]
    """In the order of the framework."""

    @cached_property
    def by_code(self) -> dict[str, Proposal]:
        """Proposals by their codes."""
        return {proposal.code: proposal for proposal in self.proposals}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Level names to ranks."""
        return {level.name: level.rank for level in self.scale}

    @property
    def local(self) -> tuple[Proposal, ...]:
        """The proposals that are rated locally."""
        return tuple(p for p in self.proposals if p.scope is Scope.LOCAL)


def available() -> tuple[str, ...]:
    """Return the keys of the frameworks that come with the program."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


def built_in(key: str = "msg-2019") -> Framework:
    """Return a framework that comes with the program.

    Raises:
        NotFound: No such framework.
    """
    if key not in available():
        hint = f"There is: {', '.join(available())}. Any other is brought as a file."
        raise NotFound(f"No framework “{key}” comes with the program.", hint)
    file = _FOLDER / f"{key}.toml"
    return read_framework(file.read_bytes(), name=file.name)


def read_framework(data: bytes, *, name: str) -> Framework:
    """Read and check a framework file (TOML, UTF-8).

    Args:
        data: The file's bytes.
        name: What to call the file in messages.

    Raises:
        Unreadable: Naming the line and what is wrong with it.
    """
    # Deferred, because most commands take their framework from the store.
    from tracker.framework_file import framework_from

    return framework_from(data, name=name)
