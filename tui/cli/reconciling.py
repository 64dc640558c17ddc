"""What `import` does with a paper for a cycle that is held: show the difference, and ask.

Owns the question and what is told after it. Finding and recording the difference is
`tui.reconciling`.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.errors import Refused, StoreError
from tui.cli.common import Show, agree, show_data, show_report, shown_first, words_of
from tui.console import narrate

if TYPE_CHECKING:
    from db.writing.reconciling import Reconciled
    from tui.intake import Taken
    from tui.reconciling import Meeting
    from tui.workspace import Workspace


def check_into(label: str | None, held: str | None, withdraw: str | None) -> None:
    """Refuse options for a held cycle that do not go together."""
    if label and held:
        raise Refused("--cycle and --into both name a cycle.", "Say --into for one that is held.")
    if withdraw is not None and not (held and words_of(withdraw)):
        raise Refused(
            "--withdraw goes with --into, and needs a reason.",
            '--into 2021 --withdraw "Taken out of the plan by the board"',
        )


def may_mean_held(label: str | None, *, again: bool, dry_run: bool, yes: bool) -> bool:
    """Tell whether `--cycle` may name a held cycle: where somebody looks before a yes is given."""
    return label is not None and not again and (dry_run or (sys.stdin.isatty() and not yes))


def find_meeting(
    workspace: Workspace, taken: Taken, *, said: bool, for_another: bool, again: bool
) -> Meeting | None:
    """Return a paper beside the held cycle that it is for; nothing where it is for a new one.

    Args:
        workspace: Where.
        taken: What was read.
        said: Somebody said that the cycle is held; else what stands in the way of taking the paper
            in is none here, and the paper is treated as one for a new cycle.
        for_another: For the partnership that was named although the paper names another.
        again: Although the same file is held as another cycle.
    """
    from tui.intake import place
    from tui.reconciling import is_held, meet

    try:
        intake = place(taken, workspace.settings, for_another=for_another)
        if said or is_held(workspace, intake):
            return meet(workspace, intake, again=again)
    except (Refused, StoreError):
        if said:
            raise
    return None


def take_in_paper(
    workspace: Workspace,
    meeting: Meeting,
    *,
    withdraw: str | None,
    dry_run: bool,
    yes: bool,
    form: Show | None,
    as_json: bool,
) -> None:
    """Show in what a paper differs from a held cycle, and record it when somebody says yes."""
    from tracker.kinds import Match
    from tracker.reports.paper import say_problems
    from tracker.reports.reconcile import count_changes, difference_report
    from tui.reconciling import take_in

    difference = meeting.difference
    report = difference_report(difference, replace(meeting.intake.paper, problems=meeting.problems))
    nothing = difference.is_empty and not (withdraw and difference.of(Match.GONE))
    if dry_run or nothing:
        show_report(report, form=form, as_json=as_json)
        narrate("Nothing was stored (--dry-run)." if dry_run else "Nothing was changed.")
        return
    if not as_json:
        with shown_first():
            show_report(report, form=form)
    gone = len(difference.of(Match.GONE)) if withdraw else 0
    left = f", {gone} withdrawn" if gone else ""
    told = f"{count_changes(difference)}{left}"
    problems = say_problems(meeting.problems)
    question = f"{told}, {problems}. Record it in cycle {difference.label}?"
    if not agree(question, yes=yes):
        raise Refused("Nothing was changed.")
    done = take_in(workspace, meeting, withdraw=withdraw)
    if as_json:
        show_data(dict(report.data) | {"stored": done.as_json()})
    document = meeting.intake.paper.document
    narrate(f"Recorded what {document} changes in cycle {done.label}, as one act: {told}.")
    _tell(done)


def _tell(done: Reconciled) -> None:
    """Say which actions are new or withdrawn, and how to take it all back."""
    if done.added:
        narrate(f"New actions: {', '.join(done.added)}.")
    if done.withdrawn:
        narrate(f"Withdrawn: {', '.join(done.withdrawn)}.")
    narrate("To take it back: tracker undo.")
