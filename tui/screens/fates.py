"""What became of actions from one cycle to the next: of one proposal, or of all.

Owns which are listed, and linking by hand what nobody suggested. What became of what is
`tracker.compare`'s; going through suggestions is `links`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from tracker.compare import count_earlier, count_fates
from tracker.kinds import Fate
from tracker.reports.compare import compare_report
from tui.keys import screen_bindings
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.pick_one import PickOne
from tui.widgets.fate_rows import fate_columns, fate_in_full
from tui.widgets.row_lines import Group
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.compare import ActionFate, Comparison
    from tracker.plan import PlanView
    from tracker.report import Report
    from tui.workspace import Workspace

ORDER = (
    Fate.NOT_CARRIED,
    Fate.NEW,
    Fate.MERGED,
    Fate.SPLIT,
    Fate.MOVED,
    Fate.REWORDED,
    Fate.CARRIED,
)
"""What people ask about comes first."""


class FatesScreen(TrackerScreen):
    """Actions of both cycles, each once, by what became of them.

    Args:
        labels: The earlier and the later cycle; the last two where nothing is said.
        code: The proposal whose actions are listed; all where nothing is said.
    """

    NAME = "fates"
    TITLE = "What became of actions"
    ABOUT = (
        "Every action of both cycles, each once: what became of it, and how its date moved. "
        "Where two wordings differ, the words are marked. l links what nobody suggested."
    )
    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("fates")]
    AUTO_FOCUS = "Rows"

    def __init__(self, labels: tuple[str | None, str | None], *, code: str | None = None) -> None:
        super().__init__()
        self._labels, self._code = labels, code
        self._fate: Fate | None = None
        self._compared: Comparison | None = None

    def body(self) -> ComposeResult:
        """Yield the counts, the list, and one action in full."""
        yield Static(id="told", markup=False)
        with Vertical(id="beside"):
            yield Rows(fate_columns(), identity=_refs_of, id="rows")
            with VerticalScroll(id="full"):
                yield Static(id="one", markup=False)

    def watch_plan(self, plan: PlanView | None) -> None:
        """Compare anew after every change."""
        if plan is not None:
            verb = partial(_compared, labels=self._labels, plan=plan)
            self.ask(verb, self._take, title="Comparing")

    def _take(self, compared: Comparison) -> None:
        self._compared = compared
        self._show()

    @property
    def _held(self) -> list[ActionFate]:
        fates = self._compared.fates if self._compared is not None else ()
        return [fate for fate in fates if self._code is None or self._code in fate.codes]

    def _show(self) -> None:
        held = self._held
        shown = [fate for fate in held if self._fate in {None, fate.fate}]
        self.query_one(Rows).show(_grouped(shown), empty="No action in either cycle.")
        # As the opening sentence counts the whole, and a proposal's line its own.
        told = count_fates(held) if self._code else count_earlier(held)
        about = f"{self._code}: " if self._code else ""
        words = (
            f"{about}{told.completed} completed, {told.carried} carried on, "
            f"{told.not_carried} not carried, {told.new} new; {told.slipped} with a later date "
            "than first agreed."
        )
        if self._fate is not None:
            words += f" Shown: {self._fate}; f shows others or all."
        self.query_one("#told", Static).update(words)

    @on(Rows.Highlighted)
    def show_fate(self, event: Rows.Highlighted) -> None:
        """Show in full the action under the cursor."""
        event.stop()
        text = fate_in_full(event.row) if event.row is not None else ""
        self.query_one("#one", Static).update(text)
        self.query_one("#full").scroll_home(animate=False)

    @on(Rows.Selected)
    def action_open(self) -> None:
        """Open the form of the action under the cursor: the later one, where there is one."""
        fate: ActionFate | None = self.query_one(Rows).row
        compared = self._compared
        if fate is None or compared is None:
            return
        for side, actions in ((compared.repeat, fate.repeat), (compared.base, fate.base)):
            if actions:
                self.open_action(actions[0].ref, side.cycle.label)
                return

    def action_filter(self) -> None:
        """Choose what became of the actions that are shown."""
        held = self._held
        counts = {fate: sum(one.fate is fate for one in held) for fate in ORDER}
        choices = [("", f"all ({len(held)})")]
        choices += [(str(fate), f"{fate} ({count})") for fate, count in counts.items() if count]

        def picked(fate: str | None) -> None:
            if fate is not None:
                self._fate = Fate(fate) if fate else None
                self._show()

        current = str(self._fate) if self._fate else ""
        self.app.push_screen(PickOne("Show which actions?", choices, current=current), picked)

    def action_link(self) -> None:
        """Say which action of the other cycle the one under the cursor is."""
        fate: ActionFate | None = self.query_one(Rows).row
        compared = self._compared
        if fate is None or compared is None:
            return
        forward = bool(fate.base)
        mine = (fate.base or fate.repeat)[0]
        other = compared.repeat if forward else compared.base
        choices = [(action.ref, f"{action.ref}  {action.text}") for action in other.actions]
        title = f"{mine.ref} is which action of cycle {other.cycle.label}?"

        def make(ref: str | None, refusal: str) -> PickOne[str]:
            return PickOne(title, choices, current=ref, refusal=refusal)

        def verb(workspace: Workspace, ref: str) -> tuple[str, str]:
            from tui.pairing import link

            before, after = (mine.ref, ref) if forward else (ref, mine.ref)
            return link(workspace, before, after, cycles=self._labels, seen=compared)

        self.fill_in(make, verb, self._linked)

    def _linked(self, named: tuple[str, str]) -> None:
        self.tell(f"{named[0]} and {named[1]} are linked; u takes it back.")

    def report(self) -> Report | None:
        """Return the whole comparison."""
        return compare_report(self._compared) if self._compared is not None else None


def _refs_of(fate: ActionFate) -> tuple[str, ...]:
    return (*(f"1:{a.ref}" for a in fate.base), *(f"2:{a.ref}" for a in fate.repeat))


def _grouped(fates: Sequence[ActionFate]) -> list[ActionFate | Group]:
    """Return fates with a heading before each kind."""
    rows: list[ActionFate | Group] = []
    for kind in ORDER:
        of_kind = [fate for fate in fates if fate.fate is kind]
        if of_kind:
            done = count_fates(of_kind).completed
            # The line above counts these as completed, not under the kind.
            count = f"{len(of_kind)}, {done} of them completed" if done else len(of_kind)
            rows += [Group(f"{str(kind).capitalize()} ({count})"), *of_kind]
    return rows


def _compared(
    workspace: Workspace, *, labels: tuple[str | None, str | None], plan: PlanView
) -> Comparison:
    from tui.comparing import compare

    return compare(workspace, *labels, as_at=plan.as_at)
