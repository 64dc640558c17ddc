"""The command that reads published papers and stores them.

Owns what is shown and asked before anything is stored. Reading and storing are `tui.intake` and
`tui.storing`; a paper for a cycle that is held goes to `reconciling`.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.dates import say_day
from tracker.errors import Refused, StoreError
from tui.cli.common import (
    AsJson,
    Format,
    Yes,
    agree,
    day_of,
    show_data,
    show_report,
    shown_first,
    words_of,
    workspace_of,
)
from tui.console import narrate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.writing.papers import StoredPaper
    from tracker.drafts import PaperDraft, Problem
    from tracker.framework import Framework
    from tui.intake import Intake, Taken
    from tui.workspace import Workspace


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
            "--as-at", metavar="DATE", help="The day it speaks of, if the paper does not say."
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
    into: Annotated[
        str | None,
        typer.Option(
            "--into",
            metavar="LABEL",
            help="Take it into a cycle that is held: show what differs, and record that.",
        ),
    ] = None,
    withdraw: Annotated[
        str | None,
        typer.Option(
            "--withdraw",
            metavar="REASON",
            help="With --into: withdraw the actions that it no longer prints, and why.",
        ),
    ] = None,
    for_another: Annotated[
        bool,
        typer.Option(
            "--for-another",
            help="Store for the --partnership named, though the paper names another, or one very "
            "like it is held.",
        ),
    ] = False,
    yes: Yes = False,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Read published papers, show what they hold, and store them when you say yes."""
    from tui import storing
    from tui.cli.reconciling import check_into, find_meeting, may_mean_held, take_in_paper
    from tui.intake import place, take

    day, label, held = day_of(as_at), words_of(cycle), words_of(into)
    workspace = workspace_of(context)
    check_into(label, held, withdraw)
    label = label or held
    _check_said(workspace, day, label, files)
    known = _framework(framework)
    taken = [take(path, framework=known, as_at=day, label=label) for path in files]
    if held or may_mean_held(label, again=again, dry_run=dry_run, yes=yes):
        meeting = find_meeting(
            workspace, taken[0], said=held is not None, for_another=for_another, again=again
        )
        if meeting is not None:
            take_in_paper(
                workspace,
                meeting,
                withdraw=words_of(withdraw),
                dry_run=dry_run,
                yes=yes,
                form=form,
                as_json=as_json,
            )
            return
    if dry_run:
        seen = [_rehearsed(one, workspace, for_another=for_another) for one in taken]
        _preview([paper for paper, _ in seen], known, form=form, as_json=as_json)
        for told in dict.fromkeys(line for _, lines in seen for line in lines):
            narrate(told)
        narrate("Nothing was stored (--dry-run).")
        return
    intakes = [place(one, workspace.settings, for_another=for_another) for one in taken]
    storing.check_intakes(workspace, intakes, again=again)
    foreseen = storing.foresee(workspace, intakes)
    shown = [_with(one.paper, found) for one, found in zip(intakes, foreseen, strict=True)]
    if not as_json:
        with shown_first():
            _preview(shown, known, form=form, as_json=False)
    _ask_of_new(workspace, intakes, yes=yes, for_another=for_another)
    if not agree(_question(intakes, shown, known), yes=yes):
        raise Refused("Nothing was stored.")
    stored = storing.store(workspace, intakes, again=again)
    if as_json:
        told_of = [
            dict(intake.paper.as_json())
            | {"stored": {"partnership": intake.partnership} | done.as_json()}
            for intake, done in zip(intakes, stored, strict=True)
        ]
        show_data(told_of[0] if len(told_of) == 1 else told_of)
    for intake, done, paper in zip(intakes, stored, shown, strict=True):
        _tell(intake, done, paper)
    narrate("See where it stands: tracker summary. Complete what is missing: tracker setup.")


def _check_said(
    workspace: Workspace, day: date | None, label: str | None, files: Sequence[Path]
) -> None:
    """Refuse options that cannot be meant."""
    if label is not None and len(files) > 1:
        raise Refused("One label cannot name the cycles of several papers.", "Import one by one.")
    if day is not None and day > workspace.settings.today:
        raise Refused(
            f"{say_day(day)} is after today.", "Say the day that the paper speaks of with --as-at."
        )


def _rehearsed(
    taken: Taken, workspace: Workspace, *, for_another: bool
) -> tuple[PaperDraft, tuple[str, ...]]:
    """Return a paper with what storing it would find, and what would stand in the way of it."""
    from tui import storing
    from tui.intake import ahead, place

    try:
        intake = place(taken, workspace.settings, for_another=for_another)
    except Refused as refusal:
        told = f"It could not be stored so: {refusal.message} {refusal.hint}"
        return _with(taken.paper, ahead(taken.paper, workspace.settings.today)), (told,)
    try:
        found = storing.foresee(workspace, [intake])[0] if workspace.exists() else ()
    except StoreError as error:
        return intake.paper, (f"What is held could not be looked at: {error.message}",)
    return _with(intake.paper, found), ()


def _with(paper: PaperDraft, found: Sequence[Problem]) -> PaperDraft:
    """Return a paper with more problems."""
    return replace(paper, problems=(*paper.problems, *found))


def _ask_of_new(
    workspace: Workspace, intakes: Sequence[Intake], *, yes: bool, for_another: bool
) -> None:
    """Ask, or refuse where nobody can be asked, before a name very like a held one is taken in."""
    from tui import storing

    if for_another and workspace.settings.partnership_is_said:
        return
    for name, held in storing.look_alikes(workspace, intakes):
        hint = (
            f'To store it for {held}: tracker --partnership "{held}" import --for-another ...; '
            f'as a partnership of its own: tracker --partnership "{name}" import --for-another ...'
        )
        if yes or not sys.stdin.isatty():
            raise Refused(f"{name} is not held yet, but {held} is, which is very like it.", hint)
        question = f"{name} is not held yet, but {held} is. Is {name} another partnership?"
        if not agree(question, yes=False):
            raise Refused("Nothing was stored.", hint)


def _preview(
    papers: Sequence[PaperDraft], framework: Framework, *, form: Format, as_json: bool
) -> None:
    """Show what papers hold; several as JSON make one list."""
    from tracker.reports.paper import paper_report

    reports = [paper_report(one, framework) for one in papers]
    if as_json:
        told = [dict(report.data) for report in reports]
        show_data(told[0] if len(told) == 1 else told)
        return
    for report in reports:
        show_report(report, form=form)


def _question(intakes: Sequence[Intake], papers: Sequence[PaperDraft], framework: Framework) -> str:
    """Return the last question, with what is to be stored in one line for each paper."""
    from tracker.reports.paper import count_ratings, say_problems

    lines = [
        f"{_counts(intake.paper, count_ratings(paper, framework))}, "
        f"{say_problems(paper.problems)}. Store it as {intake.partnership}, cycle {intake.label}, "
        f"as at {say_day(intake.as_at)}?"
        for intake, paper in zip(intakes, papers, strict=True)
    ]
    if len(lines) == 1:
        return lines[0]
    told = (f"{one.paper.document}: {line}" for one, line in zip(intakes, lines, strict=True))
    return "\n".join(told)


def _counts(paper: PaperDraft, ratings: int) -> str:
    from tracker.reports.counting import counted
    from tracker.reports.paper import say_actions

    return f"{counted(ratings, 'rating')}, {say_actions(paper)}"


def _tell(intake: Intake, stored: StoredPaper, shown: PaperDraft) -> None:
    narrate(
        f"Stored {intake.paper.document} as cycle {stored.label} of {intake.partnership}: "
        f"{_counts(intake.paper, stored.ratings)}."
    )
    if stored.filled:
        narrate(f"Of cycle {stored.filled} only the ratings were held; now it is held whole.")
    if stored.previous_made:
        narrate(f"Its previous ratings make the cycle {stored.previous_made}, ratings only.")
    if stored.closed:
        narrate(f"Closed, because this one follows: {', '.join(stored.closed)}.")
    for problem in stored.problems:
        if problem not in shown.problems:
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
