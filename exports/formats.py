"""The formats that a report can be written in: one table of names, suffixes and writers.

Each writer stands in a module of its own, loaded when it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from tracker.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a report."""

    name: str
    suffix: str
    module: str
    function: str = "write"
    encoding: str = "utf-8"
    """Of a file; a stream has its own."""

    def write(self, report: Report, stream: TextIO) -> None:
        """Write a report to an open text stream."""
        getattr(import_module(self.module), self.function)(report, stream)


FORMATS = {
    kind.name: kind
    for kind in (
        Format("plain", ".txt", "exports.markdown", "write_plain"),
        Format("markdown", ".md", "exports.markdown"),
        # Excel takes UTF-8 for another encoding unless the file says so at its start.
        Format("csv", ".csv", "exports.delimited", encoding="utf-8-sig"),
        Format("json", ".json", "exports.structured"),
    )
}
