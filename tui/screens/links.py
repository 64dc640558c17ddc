"""Which earlier action is which later one: suggestions, gone through one by one.

Owns which link stands under the cursor and what is asked about it; every decision is one act.
Several at once are asked about by `accepting`. Suggesting is `tracker.matching`, the verbs are
`tui.pairing`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from tracker.kinds import LinkState
from tracker.reports.counting import counted
from tracker.reports.links import certainty_words, links_report
from tui.hints import on_screens
from tui.keys import screen_bindings
from tui.screens.accepting import accept_many
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.say import Say
from tui.screens.judgements import Judgements, key_of
from tui.screens.link_rows import link_columns
from tui.widgets.rows import Rows
from tui.widgets.word_diff import KEY
from tui.widgets.wordings import side_by_side

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.errors import TrackerError
    from tracker.plan import ActionView, PlanView
    from tracker.report import Report
    from tui.pairing import Pair, Pairing
    from tui.workspace import Workspace

BEING_SAVED = "What you said of this link is being saved; press the key again in a moment."


class LinksScreen(TrackerScreen):
    """Links between two cycles, both wordings side by side.

    Args:
        labels: The earlier and the later cycle; the last two where nothing is said.
    """

    NAME = "links"
    TITLE = "Which action is which"
    ABOUT = (
        "Each earlier action beside the later one that seems to go on with it. Enter says that "
        "they are the same, d that they are different, e picks another. n goes to the next that "
        "nobody has judged; u takes a decision back."
    )
    CSS_PATH = "links.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*screen_bindings("links")]
    AUTO_FOCUS = "Rows"

    def __init__(self, labels: tuple[str | None, str | None]) -> None:
        super().__init__()
        self._labels = labels
        self._read: Pairing | None = None
        self._judgements = Judgements()
        self._only_waiting = False
        self._go_on = True
        """Whether the next reading puts the cursor on a link that waits."""

    def body(self) -> ComposeResult:
        """Yield the count, the list, and both wordings."""
        yield Static(id="told", markup=False)
        yield Rows(link_columns(), identity=key_of, id="rows")
        with Horizontal(id="wordings"):
            with VerticalScroll(classes="side"):
                yield Static(id="before", markup=False)
            with VerticalScroll(classes="side"):
                yield Static(id="after", markup=False)
        yield Static(id="why", markup=False)

    def watch_plan(self, plan: PlanView | None) -> None:
        """Read the links anew after every change."""
        if plan is not None:
            verb = partial(_read, labels=self._labels, plan=plan, judgements=self._judgements)
            self.ask(verb, self._take, title="Reading the links")

    def on_screen_resume(self) -> None:
        """Read the links again where a dialog has told of a write that failed."""
        if self._judgements.ended():
            self.watch_plan(self.plan)

    @property
    def _held(self) -> Pairing | None:
        """The links as they were read, with what was said of them since."""
        return self._judgements.over(self._read) if self._read else None

    def _take(self, found: tuple[Pairing, frozenset[tuple[str, str]]]) -> None:
        self._read, ended = found
        self._judgements.settle(ended)
        self._show()
        if self._go_on:
            self._go_on = False
            self._step(1, stay=True)

    def _show(self) -> None:
        held = self._held
        if held is None:
            return
        base, repeat = held.compared.base.cycle.label, held.compared.repeat.cycle.label
        waiting = len(held.waiting)
        refused = sum(pair.state is LinkState.REFUSED for pair in held.pairs)
        links = counted(len(held.pairs) - refused, "link")
        apart = f" and {refused} refused" if refused else ""
        words = f"{links} from cycle {base} to cycle {repeat}{apart}; "
        words += f"{waiting or 'none'} to be judged."
        if self._only_waiting:
            words += " Only those are shown; f shows all."
        self.query_one("#told", Static).update(words)
        shown = held.waiting if self._only_waiting else held.pairs
        self.query_one(Rows).show(shown, empty="No link is to be judged.")

    @on(Rows.Highlighted)
    def show_pair(self, event: Rows.Highlighted) -> None:
        """Show both wordings of the link under the cursor."""
        event.stop()
        pair: Pair | None = event.row
        before, after, why = Text(), Text(), ""
        if pair is not None and self._held is not None:
            compared = self._held.compared
            before, after = side_by_side(compared, pair.before, pair.after)
            why = f"{certainty_words(pair.link.certainty).capitalize()}: {pair.link.reason}\n{KEY}"
        self.query_one("#before", Static).update(before)
        self.query_one("#after", Static).update(after)
        self.query_one("#why", Static).update(why)

    @property
    def _pair(self) -> Pair | None:
        pair: Pair | None = self.query_one(Rows).row
        return pair

    def action_next_open(self) -> None:
        """Go to the next link that nobody has judged."""
        self._step(1)

    def action_previous_open(self) -> None:
        """Go back to the one before that nobody has judged."""
        self._step(-1)

    def _step(self, by: int, *, stay: bool = False) -> None:
        """Go to a link that waits, round the list; where one stands already it may do."""
        rows = self.query_one(Rows)
        shown: list[Pair] = list(rows.shown)
        if not any(pair.state is LinkState.SUGGESTED for pair in shown):
            if not stay:
                self.tell("Every link is judged.")
            return
        start = shown.index(self._pair) if self._pair in shown else 0
        steps = range(0 if stay else 1, len(shown) + 1)
        turned = (shown[(start + by * step) % len(shown)] for step in steps)
        found = next(pair for pair in turned if pair.state is LinkState.SUGGESTED)
        rows.go_to(key_of(found))

    def action_accept(self) -> None:
        """Accept the link under the cursor, and go on."""
        self._judge(refuse=False)

    def action_refuse(self) -> None:
        """Refuse the link under the cursor, and go on."""
        self._judge(refuse=True)

    def _judge(self, *, refuse: bool) -> None:
        pair, held = self._pair, self._held
        if pair is None or held is None:
            return
        settled = LinkState.REFUSED if refuse else LinkState.CONFIRMED
        if pair.state is settled:
            self.tell(f"It is {settled} already. n goes to the next that nobody has judged.")
            return
        if pair in self._judgements:
            self.tell(BEING_SAVED)
            return

        def done(named: tuple[str, str]) -> None:
            are = "two different actions" if refuse else "the same action"
            self.tell(f"{' and '.join(named)} are {are}; u takes it back.")

        verb = partial(_record, pair=pair, seen=held, refuse=refuse, judgements=self._judgements)
        # The cursor goes on before it is written: the next key is about the next link.
        self._judgements.say(pair, settled)
        self.record(verb, done, failed=partial(self._go_back, pair))
        self._show()
        self._step(1, stay=True)

    def _go_back(self, pair: Pair, error: TrackerError) -> None:
        """Return to a link whose judgement was refused, and say why."""
        self._judgements.take_back(pair)
        self._show()
        self.query_one(Rows).go_to(key_of(pair))
        self.app.push_screen(Say("Not done", error.message, on_screens(error.hint)))

    def action_correct(self) -> None:
        """Pick the later action in which the earlier one goes on."""
        pair, held = self._pair, self._held
        if pair is None or held is None:
            return
        if pair in self._judgements:
            self.tell(BEING_SAVED)
            return
        repeat = held.compared.repeat
        choices = [(action.ref, f"{action.ref}  {action.text}") for action in repeat.actions]
        title = f"{pair.before.ref} is which action of cycle {repeat.cycle.label}?"

        def make(ref: str | None, refusal: str) -> PickOne[str]:
            return PickOne(title, choices, current=ref or pair.after.ref, refusal=refusal)

        def verb(workspace: Workspace, ref: str) -> ActionView:
            from tui.pairing import correct_link

            return correct_link(workspace, held, pair, ref)

        def done(right: ActionView) -> None:
            self._go_on = True
            self.tell(f"{pair.before.ref} is {right.ref}, not {pair.after.ref}; u takes it back.")

        self.fill_in(make, verb, done)

    def action_accept_all(self) -> None:
        """Choose a certainty, and accept every link above it."""
        held = self._held
        if held is None or not held.waiting:
            self.tell("Every link is judged.")
            return

        def done(count: int) -> None:
            self._go_on = True
            self.tell(f"{counted(count, 'link')} accepted; u takes them back together.")

        accept_many(self, held, done)

    def action_filter(self) -> None:
        """Show only what nobody has judged, or all."""
        self._only_waiting = not self._only_waiting
        self._show()

    def report(self) -> Report | None:
        """Return the links."""
        if self._held is None:
            return None
        links = [(pair.link, pair.state) for pair in self._held.pairs]
        return links_report(self._held.compared, links)


def _read(
    workspace: Workspace,
    *,
    labels: tuple[str | None, str | None],
    plan: PlanView,
    judgements: Judgements,
) -> tuple[Pairing, frozenset[tuple[str, str]]]:
    from tui.pairing import pairing

    ended = judgements.ended()
    return pairing(workspace, *labels, as_at=plan.as_at), ended


def _record(
    workspace: Workspace, *, pair: Pair, seen: Pairing, refuse: bool, judgements: Judgements
) -> tuple[str, str]:
    from tui.pairing import link

    try:
        return link(workspace, pair.link.base, pair.link.repeat, refuse=refuse, seen=seen.compared)
    finally:
        judgements.tried(pair)
