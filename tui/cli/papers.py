"""The command that reads published papers and stores them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import Refused
from tui.cli.common import (
    AsJson,
    Format,
    Yes,
    agree,
    day_of,
    show_data,
    show_report,
    words_of,
    workspace_of,
)
from tui.console import narrate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.writing.papers import StoredPaper
    from tracker.framework import Framework
    from tui.intake import Intake, Taken


def import_papers(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Published papers.")],
    cycle: Annotated[
        str | None,
        typer.Option("--cycle", metavar="LABEL", help="What to call the cycle (default its year)."),
    ] = None,
    as_at: Annotated[
        str | None,
        typer.Option(
            "--as-at", metavar="DATE", help="The day its ratings hold, if the paper does not say."
        ),
    ] = None,
    framework: Annotated[
        str | None,
        typer.Option("--framework", metavar="FILE", help="A framework file, or msg-2019."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and show; store nothing.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Store a paper although it is held already.")
    ] = False,
    yes: Yes = False,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Read published papers, show what they hold, and store them when you say yes."""
    from tui.intake import place, take

    day, label = day_of(as_at), words_of(cycle)
    if label is not None and len(files) > 1:
        raise Refused("One label cannot name the cycles of several papers.", "Import one by one.")
    known = _framework(framework)
    taken = [take(path, framework=known, as_at=day, label=label) for path in files]
    if dry_run:
        _preview(taken, known, form=form, as_json=as_json)
        narrate("Nothing was stored (--dry-run).")
        return
    workspace = workspace_of(context)
    intakes = [place(one, workspace.settings) for one in taken]
    workspace.check_intakes(intakes, again=again)
    if not as_json:
        _preview(intakes, known, form=form, as_json=False)
        sys.stdout.flush()
    if not agree(_question(intakes), yes=yes):
        raise Refused("Nothing was stored.")
    stored = workspace.store(intakes, again=again)
    if as_json:
        told = [
            dict(intake.paper.as_json())
            | {"stored": {"partnership": intake.partnership} | done.as_json()}
            for intake, done in zip(intakes, stored, strict=True)
        ]
        show_data(told[0] if len(told) == 1 else told)
    for intake, done in zip(intakes, stored, strict=True):
        _tell(intake, done)
    narrate("See where it stands: tracker summary. Complete what is missing: tracker setup.")


def _preview(
    papers: Sequence[Taken | Intake], framework: Framework, *, form: Format, as_json: bool
) -> None:
    """Show what papers hold; several as JSON make one list."""
    from tracker.reports.paper import paper_report

    reports = [paper_report(one.paper, framework) for one in papers]
    if as_json:
        told = [dict(report.data) for report in reports]
        show_data(told[0] if len(told) == 1 else told)
        return
    for report in reports:
        show_report(report, form=form)


def _question(intakes: Sequence[Intake]) -> str:
    places = "; ".join(f"{one.partnership}, cycle {one.label}" for one in intakes)
    return f"Store this as {places}?"


def _tell(intake: Intake, stored: StoredPaper) -> None:
    narrate(
        f"Stored {intake.paper.document} as cycle {stored.label} of {intake.partnership}: "
        f"{stored.ratings} ratings, {stored.actions} actions."
    )
    if stored.previous_made:
        narrate(f"Its previous ratings make the cycle {stored.previous_made}, ratings only.")
    if stored.closed:
        narrate(f"Closed, because this one follows: {', '.join(stored.closed)}.")
    for problem in stored.problems:
        narrate(f"{problem.severity}: {problem.place}: {problem.message}")


def _framework(named: str | None) -> Framework:
    """Return the framework that an option names: a file, or one that comes with the program."""
    from tracker.framework import available, built_in, read_framework
    from tui.files import read_bytes

    if named is None:
        return built_in()
    if named in available():
        return built_in(named)
    path = Path(named)
    return read_framework(read_bytes(path, limit=1_000_000), name=path.name)
