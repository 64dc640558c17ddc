"""What all commands share: the workspace of this run, common options, and showing a report.

Owns what an option means wherever it is taken. Options that say which actions are meant are
`filters`; those that say something of one are read by `saying`.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cleaning import clean_line
from tracker.dates import read_day, say_day
from tracker.errors import Refused, UsageFault
from tui.console import let_output_go, narrate
from tui.settings import Settings, find_settings, now

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.report import Report
    from tui.workspace import Workspace


class Show(StrEnum):
    """The formats in which a list can be shown."""

    TABLE = "table"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


AsAt = Annotated[
    str | None,
    typer.Option("--as-at", metavar="DATE", help="The day for which it is asked (default today)."),
]
KnownOn = Annotated[
    str | None,
    typer.Option(
        "--known-on",
        metavar="DATE",
        help="As it was recorded by the end of this day (default now).",
    ),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day on which it happened (default today)."),
]
Cycle = Annotated[
    str | None,
    typer.Option("--cycle", metavar="LABEL", help="The cycle (default the live one)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Format = Annotated[
    Show | None,
    typer.Option("--format", help="How to show it (default a table; plain into a pipe)."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Write to a file instead."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]


def settings_of(context: typer.Context) -> Settings:
    """Return the settings that the options before the command gave."""
    said = context.find_root().params
    return find_settings(
        database=said.get("db"), partnership=said.get("partnership"), me=said.get("me")
    )


def workspace_of(context: typer.Context) -> Workspace:
    """Return the workspace of this run."""
    from tui.workspace import Workspace

    return Workspace(settings_of(context), clock=now)


def day_of(text: str | None) -> date | None:
    """Read a date option."""
    return read_day(text) if text is not None else None


def span_of(
    first: str | None, last: str | None, *, options: tuple[str, str]
) -> tuple[date | None, date | None]:
    """Read the two ends of a span of days.

    Raises:
        UsageFault: It ends before it begins, so that nothing could ever lie in it.
    """
    begins, ends = day_of(first), day_of(last)
    if begins and ends and begins > ends:
        raise UsageFault(
            f"{options[0]} {say_day(begins)} lies after {options[1]} {say_day(ends)}.",
            "Turn them round.",
        )
    return begins, ends


def known_of(text: str | None) -> date | None:
    """Read the day by whose end things were recorded, and say that no later record counts."""
    day = day_of(text)
    if day is not None:
        narrate(f"As it was recorded by the end of {say_day(day)}.")
    return day


def label_of(ref: str, cycle: str | None) -> tuple[str | None, str]:
    """Split `LABEL:CODE/N`; a label in the reference must not contradict `--cycle`."""
    label, _, short = ref.rpartition(":")
    label = label.strip()
    if label and cycle and label != cycle:
        raise Refused(f"{ref} is of cycle {label}, but --cycle says {cycle}.", "Say one of them.")
    return label or cycle, short.strip()


def words_of(text: str | None) -> str | None:
    """Clean a text option; empty text is no text."""
    return clean_line(text) or None if text is not None else None


@contextmanager
def shown_first() -> Iterator[None]:
    """Show, in its block, what is to be agreed to.

    Raises:
        Refused: Nobody reads it any more; to stop there with success would hide that nothing was
            stored.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        let_output_go()
        raise Refused(
            "Nothing was stored: whatever read this command's output has gone.",
            "Run it without a pipe, or send its output to a file.",
        ) from None


def show_report(
    report: Report,
    *,
    form: Show | None = None,
    as_json: bool = False,
    output: Path | None = None,
    force: bool = False,
) -> None:
    """Show a report in the form that is wanted, or write it to a file."""
    from exports.formats import FORMATS

    if output is not None:
        _write_report(report, form=form, as_json=as_json, output=output, force=force)
        return
    chosen = Show.JSON if as_json else form or (Show.TABLE if sys.stdout.isatty() else Show.PLAIN)
    if chosen is Show.TABLE:
        from tui.console import make_console, show

        show(report, make_console())
        return
    FORMATS[chosen.value].write(report, sys.stdout)


def _write_report(
    report: Report, *, form: Show | None, as_json: bool, output: Path, force: bool
) -> None:
    from exports.formats import FORMATS
    from tui.exporting import write_report

    suffixes = {kind.suffix: kind for kind in FORMATS.values()}
    if as_json or form is not None:
        name = "json" if as_json or form is None else form.value
        kind = FORMATS["plain" if name == "table" else name]
    elif output.suffix.lower() in suffixes:
        kind = suffixes[output.suffix.lower()]
    else:
        raise Refused(
            f"{output.name} does not say in which format to write.",
            f"Add --format, or end the name with {', '.join(suffixes)}.",
        )
    narrate(f"Written: {write_report(report, kind, output, force=force)}")


def show_data(data: Mapping[str, object] | list[dict[str, object]]) -> None:
    """Write one JSON document on stdout."""
    from exports.structured import write_data

    write_data(data, sys.stdout)


def agree(question: str, *, yes: bool) -> bool:
    """Ask for a yes, on stderr; `--yes` answers beforehand.

    Raises:
        Refused: Nobody is there to answer.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise Refused("Nothing was changed: this needs a yes.", "Add --yes to answer beforehand.")
    return typer.confirm(question, err=True)
