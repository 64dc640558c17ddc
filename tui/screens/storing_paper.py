"""Storing a paper that was read and corrected: what it would do, one yes, one act.

Owns the questions. Which papers are refused is `tui.storing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tracker.correcting.steps import reason, remembered
from tracker.dates import say_day
from tracker.names import may_mean
from tracker.reports.counting import counted
from tracker.reports.paper import count_ratings, say_actions, say_problems
from tui.hints import on_screens
from tui.messages import LookAt
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.say import Say
from tui.screens.importing import ImportScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.screen import Screen

    from db.writing.papers import StoredPaper
    from tracker.correcting.steps import Correcting
    from tracker.drafts import Problem
    from tracker.errors import TrackerError
    from tui.intake import Intake, Taken
    from tui.reconciling import Meeting
    from tui.screens.dialogs.whose_and_when import Said
    from tui.screens.paper_preview import PaperPreview
    from tui.workspace import Workspace

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What storing a paper would do."""

    intake: Intake
    problems: tuple[Problem, ...]
    """What storing would find, beside the problems of reading."""
    alike: tuple[str, ...]
    """A partnership held whose name is very like this new one."""


def store_paper(screen: PaperPreview) -> None:
    """Store the paper of a screen, once whose and when it is are known and it is agreed to."""
    if not screen.told.partnership or screen.told.as_at is None:
        screen.ask_about("The paper does not say all of this; it is needed before it is stored.")
        return
    screen.ask(
        partial(_foresee, screen.taken, screen.held, screen.told),
        partial(_show_foreseen, screen),
        failed=partial(_say_refused, screen),
        title="Looking at what is held",
    )


def read_anew(path: Path, taken: Taken, said: Said, _workspace: Workspace) -> Taken:
    """Read the file with another day or label; relative timescales count from the day."""
    from tui.intake import take

    return take(path, framework=taken.framework, as_at=said.as_at, label=said.label)


def _foresee(
    taken: Taken, held: Correcting, said: Said, workspace: Workspace
) -> Foreseen | Meeting:
    """Find out what storing would do, or in what the paper differs from the cycle held."""
    from tui.intake import place
    from tui.reconciling import is_held, meet
    from tui.storing import check_intakes, foresee, look_alikes

    settings = replace(workspace.settings, partnership=said.partnership, partnership_is_said=True)
    intake = place(replace(taken, paper=remembered(held)), settings, for_another=True)
    intake = replace(intake, partnership=said.partnership)
    if is_held(workspace, intake):
        return meet(workspace, intake)
    check_intakes(workspace, [intake], again=False)
    alike = tuple(other for _, other in look_alikes(workspace, [intake]))
    return Foreseen(intake, foresee(workspace, [intake])[0], alike)


def _say_refused(screen: PaperPreview, error: TrackerError) -> None:
    _put(screen, Say("Not stored", error.message, _advice(error.hint)))


def _advice(hint: str) -> str:
    """Return what can be done here about a paper or a cycle that is held already."""
    if "--cycle" not in hint:
        return on_screens(hint)
    return (
        "If it is another paper, press t and give its cycle another name. To store it a second "
        "time all the same, use the command line: tracker import --again --cycle LABEL FILE."
    )


def _show_foreseen(screen: PaperPreview, foreseen: Foreseen | Meeting) -> None:
    """Ask for the one yes; where the cycle is held, show first what the paper changes in it."""
    if isinstance(foreseen, Foreseen):
        _ask_yes(screen, foreseen)
        return

    from tui.screens.paper_difference import PaperDifference

    then = partial(_leave, screen, foreseen.intake)
    _put(screen, PaperDifference(foreseen, reason(screen.held), then=then))


def _ask_yes(screen: PaperPreview, foreseen: Foreseen) -> None:
    """Ask for the one yes."""
    question = Confirm("Store this paper?", _question(screen, foreseen), yes="Store it")
    _put(screen, question, lambda yes: _store(screen, foreseen) if yes else None)


def _put(
    screen: PaperPreview,
    over: Screen[R],
    answered: Callable[[R | None], None] | None = None,
) -> None:
    """Show something over the paper; it waits there for who has gone elsewhere meanwhile."""
    screen.app.push_screen(over, answered, mode=ImportScreen.NAME)
    if screen.app.current_mode != ImportScreen.NAME:
        screen.tell(f"{screen.path.name} is not stored yet; i goes back to it.")


def _question(screen: PaperPreview, foreseen: Foreseen) -> str:
    intake, paper = foreseen.intake, screen.held.paper
    ratings = count_ratings(paper, screen.held.framework)
    lines = [
        f"{counted(ratings, 'rating')}, {say_actions(paper)}.",
        f"{intake.partnership}, cycle {intake.label}, as at {say_day(intake.as_at)}.",
        f"{say_problems(paper.problems)}; {len(screen.held.steps)} corrected by hand.",
    ]
    if paper.partnership and not may_mean(intake.partnership, paper.partnership):
        lines.append(f"The paper itself names {paper.partnership}.")
    lines += [
        f"{intake.partnership} is not held yet, but {other} is: is it really another one?"
        for other in foreseen.alike
    ]
    lines += [f"! {one.message}" for one in foreseen.problems]
    return "\n".join([*lines, "", "It becomes one change; u takes it back."])


def _store(screen: PaperPreview, foreseen: Foreseen) -> None:
    why = reason(screen.held)

    def verb(workspace: Workspace) -> StoredPaper:
        from tui.storing import store

        return store(workspace, [foreseen.intake], reason=why)[0]

    screen.record(
        verb,
        partial(_show_stored, screen, foreseen.intake),
        failed=partial(_say_refused, screen),
        title=f"Storing {foreseen.intake.paper.document}",
    )


def _show_stored(screen: PaperPreview, intake: Intake, stored: StoredPaper) -> None:
    """Say what came of storing a paper."""
    told = [
        f"Stored {intake.paper.document} as cycle {stored.label} of {intake.partnership}.",
        f"{stored.ratings} ratings, {stored.actions} actions.",
    ]
    if stored.previous_made:
        told.append(f"Its previous ratings make the cycle {stored.previous_made}.")
    if stored.closed:
        told.append(f"Closed, because this one follows: {', '.join(stored.closed)}.")
    _leave(screen, intake, " ".join(told))


def _leave(screen: PaperPreview, intake: Intake, told: str) -> None:
    """Say what was recorded, and show the plan that came of it."""
    screen.tell(f"{told} u takes it back.")
    screen.app.post_message(LookAt(partnership=intake.partnership, screen="home"))
    screen.close()
