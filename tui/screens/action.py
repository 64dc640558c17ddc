"""The action form: every field of one action, what was said of it, and what became of it.

Owns what is typed until it is saved: nothing of it is lost by leaving, by a refusal, or by what
somebody else writes meanwhile. What the fields mean is `tracker.action_form`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from tracker.action_form import (
    Form,
    change_in,
    changed_fields,
    differing,
    form_of,
    merge,
    milestones_in,
    rewording,
    would_change,
)
from tracker.form_faults import WHOLE, faults
from tracker.kinds import Status
from tui.keys import screen_bindings
from tui.messages import Again
from tui.screens.one_action import OneActionScreen, why_shut
from tui.widgets.action_fields import ActionFields
from tui.widgets.action_heading import ActionHeading
from tui.widgets.form_field import FormField
from tui.widgets.milestone_ticks import MilestoneTicks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.action_form import Rewording
    from tracker.changing import Change
    from tracker.errors import TrackerError
    from tracker.plan import ActionView, PlanView
    from tui.workspace import Workspace

TYPING = frozenset({"save", "go_in", "status", "note", "date", "owner", "outlook"})
"""Commands that are for typing."""


class ActionScreen(OneActionScreen):
    """The form of one action.

    Args:
        ref: Its reference in its cycle.
        cycle: The label of its cycle; the one in view where nothing is said.
    """

    NAME = "action"
    TITLE = "Action"
    ABOUT = (
        "One action whole. Tab goes from field to field, Ctrl+S saves what was typed as one "
        "change, Esc leaves. Text for the board is printed in papers; the note is not."
    )
    CSS_PATH = "action.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *screen_bindings("action"),
        Binding("escape", "leave", "Back", key_display="Esc"),
    ]
    AUTO_FOCUS = "#fields"

    def __init__(self, ref: str, cycle: str | None = None) -> None:
        super().__init__(ref, cycle)
        self._action: ActionView | None = None
        self._first = Form()
        """The fields as they were read, or saved."""
        self._theirs: dict[str, str] = {}
        """What somebody else wrote where something was typed as well."""
        self._refusal = ""
        self._saving = False
        self._is_behind = False
        """The plan was read again before the fields stood."""

    def body(self) -> ComposeResult:
        """Yield the heading, the fields, the story beside or below them, and the verdict."""
        yield ActionHeading(id="heading")
        yield Static(id="notice", markup=False)
        with Container(id="form"):
            yield VerticalScroll(id="fields")
            with VerticalScroll(id="told"):
                for part in ("updates", "lineage", "history", "printed"):
                    yield Static(id=part, markup=False)
        yield Static(id="verdict", markup=False)

    def watch_plan(self, plan: PlanView | None) -> None:
        """Show the action as it is now, beside what was typed."""
        if plan is None:
            return
        action = plan.by_ref.get(self._ref)
        if action is None:
            self.tell(f"{self._ref} is no longer in the plan.")
            if not self.is_touched():
                self.close()
            return
        theirs = form_of(action, on=min(plan.as_at, self._today(plan)), said_by="")
        if self._action is None:
            self._action, self._first = action, theirs
            fields = ActionFields(theirs, action, as_at=plan.as_at)
            fields.disabled = bool(why_shut(plan, action))
            self.query_one("#fields").mount(fields)
        else:
            self._join(action, theirs)
        self._tell_story(plan, action)
        self.call_after_refresh(self._look)

    def _today(self, plan: PlanView) -> date:
        return self.settings.today if self.settings is not None else plan.as_at

    def _join(self, action: ActionView, theirs: Form) -> None:
        """Take over what somebody else changed, and show both where both changed a field."""
        fields = self._fields
        if fields is None:
            self._is_behind = True
            return
        merged = merge(self._first, fields.form, theirs)
        self._action = action
        self._theirs |= dict(merged.theirs)
        self._first = replace(
            theirs, said_by=self._first.said_by, on=self._first.on, done=self._first.done
        )
        fields.show_milestones(action)
        fields.put(merged.form)

    @property
    def _fields(self) -> ActionFields | None:
        """The fields, once all of them stand and can be filled in."""
        return next((fields for fields in self.query(ActionFields) if fields.is_mounted), None)

    @on(ActionFields.Ready)
    def catch_up(self, event: ActionFields.Ready) -> None:
        """Take over what was read before all fields stood."""
        event.stop()
        if self._is_behind:
            self._is_behind = False
            self.watch_plan(self.plan)

    def _tell_story(self, plan: PlanView, action: ActionView) -> None:
        self.query_one("#notice", Static).update(why_shut(plan, action) or self._refusal)
        self.show_story(plan, action)
        self.refresh_bindings()
        self.ask(_posts, self._know_posts, group="posts")

    def history_is_known(self) -> None:
        """Name who wrote meanwhile."""
        self._look()

    def _know_posts(self, names: Sequence[str]) -> None:
        for fields in self.query(ActionFields):
            fields.know_posts(names)

    @on(FormField.Changed)
    def note_typing(self, event: FormField.Changed) -> None:
        """Check what was typed."""
        event.stop()
        self._theirs.pop(event.field.field_name, None)
        self._look()

    @on(MilestoneTicks.Changed)
    def note_tick(self) -> None:
        """Say what saving would record of the milestones."""
        self._look()

    @on(FormField.TakeTheirs)
    def take_theirs(self, event: FormField.TakeTheirs) -> None:
        """Let what the other person wrote stand."""
        event.stop()
        theirs = self._theirs.pop(event.field.field_name, None)
        if theirs is not None:
            event.field.put(theirs)
        self._look()

    def _look(self) -> None:
        """Say at each field what is wrong with it, and below what saving would change."""
        fields = self._fields
        if fields is None or self.plan is None or self._action is None:
            return
        form = fields.form
        found = self._faults(form)
        typed = changed_fields(self._first, form)
        for field in fields.fields:
            field.tell(found.get(field.field_name, ""))
            field.offer(self._theirs.get(field.field_name), self._who)
            field.set_class(field.field_name in typed, "-typed")
        fields.field("superseded_by").display = form.status == Status.SUPERSEDED
        verdict = self.query_one("#verdict", Static)
        verdict.set_class(bool(found), "-wrong")
        verdict.update(self._verdict(form, found))

    def _faults(self, form: Form) -> dict[str, str]:
        if self.plan is None or self._action is None or not changed_fields(self._first, form):
            return {}
        today = self._today(self.plan)
        return faults(self.plan, self._action, self._first, form, today=today)

    def _verdict(self, form: Form, found: dict[str, str]) -> str:
        if found:
            return f"! Not to be saved yet: {found.get(WHOLE) or next(iter(found.values()))}"
        if self.plan is None or self._action is None:
            return ""
        told = would_change(self._action, self._first, form, today=self._today(self.plan))
        if self._is_shut():
            return "To be read only."
        return f"Ctrl+S saves: {'; '.join(told)}" if told else "Nothing is typed yet."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing that cannot be done with an action that is to be read only."""
        if action in TYPING and self._is_shut():
            return False
        return super().check_action(action, parameters)

    def _is_shut(self) -> bool:
        plan, action = self.plan, self._action
        return plan is not None and action is not None and bool(why_shut(plan, action))

    def is_touched(self) -> bool:
        """Tell whether something was typed that is not saved."""
        fields = self._fields
        return fields is not None and bool(changed_fields(self._first, fields.form))

    def action_save(self) -> None:
        """Save what was typed, as one change."""
        self._save()

    def _save(self, *, then_leave: bool = False) -> None:
        plan, action, fields = self.plan, self._action, self._fields
        if plan is None or action is None or fields is None:
            return
        if self._saving:
            self.tell("It is being saved; press the key again in a moment.")
            return
        form = fields.form
        found = self._faults(form)
        if found:
            self._look()
            for name in found:
                if name != WHOLE:
                    fields.field(name).go_in()
                    break
            return
        if not self.is_touched():
            self.tell("Nothing is typed yet.")
            return
        today = self._today(plan)
        change = change_in(self._first, form, today=today)
        changes = (*([change] if change else []), *milestones_in(form, today=today))
        verb = partial(
            _save_form,
            plan=plan,
            action=action,
            reworded=rewording(self._first, form),
            changes=changes,
        )
        self._saving = True
        self.record(
            self._saving_with(verb),
            lambda _: self._saved(form, leave=then_leave),
            failed=self._not_saved,
        )

    def _saving_with(self, verb: Callable[[Workspace], None]) -> Callable[[Workspace], None]:
        """Return a verb after which, when it fails, the form can be saved again."""

        def save(workspace: Workspace) -> None:
            try:
                verb(workspace)
            except BaseException:
                self._saving = False
                raise

        return save

    def _saved(self, form: Form, *, leave: bool) -> None:
        """Take what was saved for what is held; what was said once is said."""
        self._saving = False
        self._theirs.clear()
        self._first = replace(form, note="", reason="", superseded_by="", done=())
        self._refusal = ""
        self.query_one("#notice", Static).update("")
        fields = self.query_one(ActionFields)
        # What was typed while it was being saved stays, to be saved next.
        typed = {name: getattr(fields.form, name) for name in differing(form, fields.form)}
        fields.put(replace(self._first, **typed))
        # In a field u is a letter; Esc leaves the form, also from a field.
        before = "" if self.focused is self.query_one("#fields") else "Esc and then "
        self.tell(f"{self._ref} is saved; {before}u takes it back.")
        if leave and not self.is_touched():
            self.close()
        else:
            self._look()

    def _not_saved(self, error: TrackerError) -> None:
        """Say why, keep what was typed, and read what somebody else may have written."""
        self._refusal = f"Not saved; what you typed stands. {error.message} {error.hint}".strip()
        self.query_one("#notice", Static).update(self._refusal)
        self.post_message(Again())

    def action_leave(self) -> None:
        """Leave; where something was typed, ask whether to save it."""
        self.leave_for(self.dismiss)

    def leave_for(self, go: Callable[[], object]) -> None:
        """Leave in some way; where something was typed, ask first whether to save it."""
        if not self.is_touched():
            go()
            return
        from tui.screens.dialogs.pick_one import PickOne

        choices = [
            ("save", "Save it and leave"),
            ("drop", "Leave without saving"),
            ("stay", "Stay here"),
        ]

        def answered(choice: str | None) -> None:
            if choice == "save":
                self._save(then_leave=True)
            elif choice == "drop":
                go()

        self.app.push_screen(PickOne("What you typed is not saved", choices), answered)

    def action_go_in(self) -> None:
        """Go into the first field."""
        self._go_to("status")

    def action_status(self) -> None:
        """Go to the status."""
        self._go_to("status")

    def action_note(self) -> None:
        """Go to the note."""
        self._go_to("note")

    def action_date(self) -> None:
        """Go to the timescale."""
        self._go_to("timescale")

    def action_owner(self) -> None:
        """Go to the posts that lead it."""
        self._go_to("owners")

    def action_outlook(self) -> None:
        """Go to the outlook."""
        self._go_to("outlook")

    def _go_to(self, name: str) -> None:
        for fields in self.query(ActionFields):
            fields.field(name).go_in()


def _posts(workspace: Workspace) -> tuple[str, ...]:
    return tuple(post.name for post in workspace.posts())


def _save_form(
    workspace: Workspace,
    *,
    plan: PlanView,
    action: ActionView,
    reworded: Rewording | None,
    changes: Sequence[Change],
) -> None:
    from tui.recording import save_form

    me = workspace.settings.me
    said = [replace(change, said_by=change.said_by or me) for change in changes]
    save_form(workspace, plan, action, reworded=reworded, changes=said)
