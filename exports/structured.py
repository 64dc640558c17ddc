"""Reports as one JSON document, under the keys that scripts rely on.

Owns the form of the document. Its keys are those of each report's `data`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

    from tracker.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write the report's data."""
    write_data(report.data, stream)


def write_data(data: Mapping[str, object] | Sequence[object], stream: TextIO) -> None:
    """Write plain data as JSON, readable and in ASCII, so that every console can show it."""
    json.dump(data, stream, indent=1)
    stream.write("\n")
