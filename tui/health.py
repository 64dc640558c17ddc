"""The state of the database and of the terminal, as findings that say what to do.

Owns what is examined. What the database itself can tell comes from `db`.
"""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import queries
from db.address import Engine
from tracker.errors import TrackerError
from tracker.report import Cell, Column, Report, Section, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.workspace import Workspace


BEGIN = "Import a paper with tracker import, or look around with tracker demo."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined."""

    what: str
    state: str
    """What was found, in words."""
    advice: str = ""
    error: TrackerError | None = None
    """Why it failed, where it did."""


def examine(workspace: Workspace) -> tuple[Finding, ...]:
    """Examine the database, then the surroundings; one failure does not hide the others."""
    if not workspace.exists():
        place = Finding("database", f"{workspace.address.shown}: nothing imported yet", BEGIN)
        return (place, *_surroundings(workspace))
    checks: tuple[Callable[[Workspace], list[Finding]], ...] = (
        _database,
        _contents,
        _integrity,
        _surroundings,
    )
    found: list[Finding] = []
    for check in checks:
        try:
            found += check(workspace)
        except TrackerError as error:
            if not any(f.error and f.error.message == error.message for f in found):
                found.append(Finding("database", error.message, error.hint, error))
    return tuple(found)


def _database(workspace: Workspace) -> list[Finding]:
    from db.files import is_on_network

    address = workspace.address
    found = [Finding("database", address.shown)]
    if address.engine is Engine.SQLITE and address.path.exists():
        size = address.path.stat().st_size
        if not (os.access(address.path, os.W_OK) and os.access(address.path.parent, os.W_OK)):
            advice = "It can be read but not changed. Move it to a folder of your own to change it."
            found.append(Finding("writing", "the file or its folder is read-only", advice))
        found.append(Finding("size", f"{size / 1_000_000:.1f} MB"))
        if is_on_network(address.path):
            found.append(
                Finding(
                    "place",
                    "on a network drive",
                    "One person can write at a time. If several of you write daily, "
                    "use PostgreSQL.",
                )
            )
    return found


def _contents(workspace: Workspace) -> list[Finding]:
    with workspace.reading() as reader:
        counts = queries.counts(reader)
        names = ", ".join(p.name for p in queries.partnerships(reader)[:10])
        act = queries.newest_act(reader)
    told = ", ".join(
        f"{count} {what if count != 1 else what.removesuffix('s')}"
        for what, count in counts.items()
    )
    return [
        Finding("contents", told),
        Finding("partnerships", names or "none yet", "" if names else "Import a paper first."),
        Finding("newest act", str(act)),
    ]


def _integrity(workspace: Workspace) -> list[Finding]:
    from db.checking import damage

    damaged = damage(workspace.address)
    if not damaged:
        return [Finding("integrity", "sound")]
    from tracker.errors import StoreError

    return [
        Finding(
            "integrity",
            "; ".join(damaged[:5]),
            "Do not write to it. Restore a copy made before, and keep this file for help.",
            StoreError("The database is damaged."),
        )
    ]


def _surroundings(workspace: Workspace) -> list[Finding]:
    from importlib.metadata import version

    encoding = sys.stdout.encoding or "unknown"
    return [
        Finding("program", f"tracker {version('tracker')}, Python {platform.python_version()}"),
        Finding("system", platform.platform(terse=True)),
        Finding(
            "terminal",
            f"{encoding}, {'a terminal' if sys.stdout.isatty() else 'not a terminal'}",
            ""
            if encoding.lower().replace("-", "") == "utf8"
            else "Some signs are shown as plainer ones. On Windows, use Windows Terminal.",
        ),
        Finding("acting as", workspace.settings.me),
    ]


def health_report(workspace: Workspace, findings: tuple[Finding, ...]) -> Report:
    """Build the page of what was examined."""
    columns = (
        Column("what", "What", weight=0),
        Column("state", "Found", weight=2),
        Column("advice", "What to do", weight=2),
    )
    rows = tuple(
        (Cell(f.what), Cell(f.state, "bad" if f.error else ""), Cell(f.advice)) for f in findings
    )
    return Report(
        title="tracker doctor",
        subtitle="Something is amiss." if any(f.error for f in findings) else "All is well.",
        sections=(Section(table=Table(columns, rows)),),
        data={
            "database": workspace.settings.database
            if any(f.error for f in findings)
            else workspace.address.shown,
            "sound": not any(f.error for f in findings),
            "findings": [
                {"what": f.what, "state": f.state, "advice": f.advice, "failed": bool(f.error)}
                for f in findings
            ],
        },
    )
