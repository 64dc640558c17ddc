"""Cycles: the rounds that are held, and each step in the life of one.

Owns which step is asked for and what it must say. The steps are `tui.agreeing`'s; preparing a
repeat action by action is `opening`, deciding its ratings `deciding`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Static

from tracker.dates import read_day, say_day
from tui.hints import told
from tui.keys import screen_bindings
from tui.messages import LookAt
from tui.screens.base import TrackerScreen
from tui.screens.deciding import DecidingScreen, Sitting
from tui.screens.dialogs.name_round import NameRound, RoundName
from tui.screens.dialogs.round_step import RoundStep, StepAsked, StepSaid
from tui.widgets.round_rows import RoundRow, round_columns, round_in_full
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.opening import Prepared
    from tracker.plan import PartnershipView, PlanView
    from tracker.report import Report
    from tracker.reports.actions import ActionFilter
    from tui.workspace import Workspace

Held = tuple["PartnershipView", tuple[RoundRow, ...]]


class CyclesScreen(TrackerScreen):
    """The rounds, oldest first, and what can be done next."""

    NAME = "cycles"
    TITLE = "Cycles"
    ABOUT = (
        "The rounds of self-evaluation. A repeat is opened as a draft, its ratings are decided one "
        "by one, it is sent in and agreed; then it is the live round, and the one before is closed."
    )
    CSS_PATH = "cycles.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("cycles")]

    def __init__(self) -> None:
        super().__init__()
        self._held: Held | None = None
        self._by = ""
        self._sitting = Sitting()

    def body(self) -> ComposeResult:
        """Yield the list, and one round with what comes next."""
        yield Rows(round_columns(), identity=lambda row: row.cycle.id, id="rows")
        with VerticalScroll(id="full"):
            yield Static(id="one", markup=False)

    def watch_plan(self, plan: PlanView | None) -> None:
        """Read the rounds anew after every change."""
        if plan is not None:
            self.ask(_rounds, self._take, title="Reading the rounds")

    def show(self, wanted: ActionFilter | str | None) -> None:
        """Go to the ratings of the draft that are to be decided."""
        if wanted == "decide":
            self.app.push_screen(DecidingScreen(self._sitting))

    def _take(self, held: Held) -> None:
        known = {row.cycle.id for row in self._held[1]} if self._held else set()
        self._held = held
        rows = self.query_one(Rows)
        rows.show(held[1], empty="No round is held.")
        if held[1] and held[1][-1].cycle.id not in known:
            rows.go_to(held[1][-1].cycle.id)

    @property
    def draft(self) -> RoundRow | None:
        """The round that is being drafted."""
        rows = self._held[1] if self._held else ()
        return next((row for row in rows[::-1] if row.cycle.state.is_draft), None)

    @property
    def live(self) -> RoundRow | None:
        """The live round."""
        rows = self._held[1] if self._held else ()
        return next((row for row in rows if row.is_live), None)

    @on(Rows.Highlighted)
    def show_round(self, event: Rows.Highlighted) -> None:
        """Show the round under the cursor, with what comes next."""
        event.stop()
        if event.row is not None:
            label = self.draft.cycle.label if self.draft else None
            self.query_one("#one", Static).update(round_in_full(event.row, draft=label))

    @on(Rows.Selected)
    def action_open(self) -> None:
        """Show the plan of the round under the cursor."""
        row: RoundRow | None = self.query_one(Rows).row
        if row is not None and self.plan is not None:
            # The live one by no name, so that it is followed when a repeat is agreed.
            label = None if row.is_live else row.cycle.label
            self.post_message(LookAt(as_at=self.plan.as_at, cycle=label, screen="plan"))

    def action_repeat(self) -> None:
        """Ask for the name and day of a repeat, and prepare it."""
        if self.draft is not None:
            label = self.draft.cycle.label
            self.tell(f"Cycle {label} is being drafted already; g decides its ratings.")
            return
        if self.live is None:
            self.tell("No agreed round is held that could be repeated; i imports its paper.")
            return
        self._ask_name(RoundName("", None), "")

    def _ask_name(self, named: RoundName, refusal: str) -> None:
        about = (
            "Every rating is carried and waits for a decision. You then say of each live action "
            "whether it goes on. Nothing is stored before you have seen the whole."
        )

        def answered(given: RoundName | None) -> None:
            if given is None:
                return
            self.ask(
                partial(_foresee, named=given),
                self._prepare,
                failed=lambda error: self._ask_name(given, told(error)),
                title="Preparing the repeat",
                # Not given up when the rounds are read anew meanwhile.
                group="prepare",
            )

        self.app.push_screen(NameRound(about, named, refusal=refusal), answered)

    def _prepare(self, prepared: Prepared) -> None:
        from tui.screens.opening import OpeningScreen

        self.app.push_screen(OpeningScreen(prepared))

    def action_decide(self) -> None:
        """Go through the ratings of the draft one by one."""
        if self._drafted():
            self.app.push_screen(DecidingScreen(self._sitting))

    def action_submit(self) -> None:
        """Say who sends the draft in, and when."""
        draft = self._drafted()
        if draft is None:
            return
        asked = StepAsked(
            title=f"Send in cycle {draft.cycle.label}",
            about="It is marked as sent in as a draft. It may still be amended and sent in again.",
            who="Who sends it in (may be left empty)",
        )

        def verb(workspace: Workspace, said: StepSaid) -> str:
            from tui.agreeing import submit

            return submit(workspace, by=said.by or None, on=read_day(said.day)).label

        self._step(asked, verb, "is sent in; it may still be amended")

    def action_agree(self) -> None:
        """Say who agrees the draft, when, and why undecided ratings stay as they were."""
        draft = self._drafted()
        if draft is None:
            return
        asked = StepAsked(
            title=f"Agree cycle {draft.cycle.label}",
            about=_agree_words(draft, self.live),
            who="Who agrees it: the body or meeting",
            needs_who=True,
            undecided=tuple((code, _name_of(self.plan, code)) for code in draft.progress.undecided),
        )

        def verb(workspace: Workspace, said: StepSaid) -> str:
            from tracker.agreeing import Agreement
            from tui.agreeing import agree

            done, _ = agree(workspace, Agreement(said.by, read_day(said.day), said.leave))
            return done.plan.cycle.label

        self._step(asked, verb, "is agreed, and the live round now")

    def action_reopen(self) -> None:
        """Say why the round that was closed last is opened again."""
        asked = StepAsked(
            title="Open the round that was closed last again",
            about="It is the live round again; the one that closed it is a draft once more.",
            who="Who decided so (you, where it is left empty)",
            why="Why",
        )

        def verb(workspace: Workspace, said: StepSaid) -> str:
            from tui.agreeing import reopen

            live, _ = reopen(
                workspace, by=said.by or None, reason=said.reason, on=read_day(said.day)
            )
            return live

        self._step(asked, verb, "is the live round again")

    def _step(
        self, asked: StepAsked, verb: Callable[[Workspace, StepSaid], str], done: str
    ) -> None:
        """Ask for a step, record it, and say so."""
        plan = self.plan
        if plan is None:
            return
        today = self.settings.today if self.settings else plan.as_at
        # Who decided the ratings agrees the round, not who sent it in.
        by = self._sitting.by if asked.needs_who else ""
        begun = StepSaid(by or self._by, say_day(today))
        bodies = _bodies(plan)

        def make(typed: StepSaid | None, refusal: str) -> RoundStep:
            return RoundStep(asked, begun, typed, bodies=bodies, refusal=refusal)

        def taken(found: tuple[str, str]) -> None:
            self._by, label = found
            self.tell(f"Cycle {label} {done}; u takes it back.")

        self.fill_in(make, lambda workspace, said: (said.by, verb(workspace, said)), taken)

    def _drafted(self) -> RoundRow | None:
        """Return the draft, or say that there is none."""
        if self.draft is None:
            self.tell("No round is being drafted; + opens a repeat.")
        return self.draft

    def report(self) -> Report | None:
        """Return the list of rounds."""
        from tracker.reports.cycles import cycles_report

        if self._held is None:
            return None
        partnership, rows = self._held
        return cycles_report(partnership, [(r.cycle, r.is_live, r.progress) for r in rows])


def _agree_words(draft: RoundRow, live: RoundRow | None) -> str:
    words = f"Cycle {draft.cycle.label} is the live round from then on"
    words += f", and cycle {live.cycle.label} is closed. " if live else ". "
    waiting = len(draft.progress.undecided)
    if not waiting:
        return f"{words}All its ratings are decided."
    what = "rating is not decided" if waiting == 1 else "ratings are not decided"
    return f"{words}{waiting} {what}: say of each why it is left as it was."


def _name_of(plan: PlanView | None, code: str) -> str:
    proposal = plan.framework.by_code.get(code) if plan is not None else None
    return proposal.name if proposal else ""


def _bodies(plan: PlanView) -> list[str]:
    from tui.screens.rating import bodies_of

    return bodies_of(plan)


def _rounds(workspace: Workspace) -> Held:
    from tui.cycling import rounds

    partnership, held = rounds(workspace)
    return partnership, tuple(RoundRow(one.cycle, one.is_live, one.progress) for one in held)


def _foresee(workspace: Workspace, *, named: RoundName) -> Prepared:
    from tracker.errors import UsageFault
    from tracker.opening import Opening
    from tui.cycling import foresee_opening

    if named.as_at is None:
        raise UsageFault("The day of the repeat is not said.", "Type it.")
    return foresee_opening(workspace, Opening(named.label, named.as_at))
