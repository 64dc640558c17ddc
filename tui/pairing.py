"""The verbs on links between two cycles: list them, say that they are right, wrong, or another.

Owns what a person sees of links together, and that each decision is one act; which links stand is
`linking`. Knows neither Textual nor Typer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import Refused
from tracker.kinds import LinkState
from tracker.reports.counting import counted
from tui.comparing import compare
from tui.finding import find_action
from tui.linking import links_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.links import HeldLink
    from tracker.compare import Comparison
    from tracker.lineage import Link
    from tracker.plan import ActionView
    from tui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Pair:
    """A link with both its actions."""

    link: Link
    state: LinkState
    before: ActionView
    after: ActionView


@dataclass(frozen=True, slots=True)
class Pairing:
    """The links between two cycles, as they were read together."""

    compared: Comparison
    pairs: tuple[Pair, ...]
    """In the later plan's order; refused ones included."""

    @property
    def waiting(self) -> tuple[Pair, ...]:
        """Those of which nobody has said anything yet."""
        return tuple(pair for pair in self.pairs if pair.state is LinkState.SUGGESTED)


def pairing(
    workspace: Workspace,
    base: str | None = None,
    repeat: str | None = None,
    *,
    as_at: date | None = None,
) -> Pairing:
    """Return the links between two cycles, with their actions.

    Args:
        workspace: Whose plan.
        base: The earlier cycle's label; the one before the repeat where nothing is said.
        repeat: The later cycle's label; the newest where nothing is said.
        as_at: The day for which the later plan is taken; today where nothing is said.

    Raises:
        NotFound: No such cycle.
        Refused: There are not two cycles to compare.
    """
    compared = compare(workspace, base, repeat, as_at=as_at)
    with workspace.reading() as reader:
        held = links_of(reader, compared.base, compared.repeat)
    places = {action.ref: place for place, action in enumerate(compared.repeat.actions)}
    pairs = (_pair(compared, one) for one in held)
    whole = [pair for pair in pairs if pair is not None]
    return Pairing(compared, tuple(sorted(whole, key=lambda pair: places[pair.after.ref])))


def _pair(compared: Comparison, held: HeldLink) -> Pair | None:
    before = compared.base.by_ref.get(held.link.base)
    after = compared.repeat.by_ref.get(held.link.repeat)
    if before is None or after is None:
        return None
    return Pair(held.link, held.state, before, after)


def link(
    workspace: Workspace,
    base: str,
    repeat: str,
    *,
    cycles: tuple[str | None, str | None] = (None, None),
    reason: str | None = None,
    refuse: bool = False,
    seen: Comparison | None = None,
) -> tuple[str, str]:
    """Confirm a link between two actions, or refuse it, and return both references.

    Args:
        workspace: Whose plan.
        base: The earlier action's reference.
        repeat: The later one's.
        cycles: Their cycles' labels; the last two where nothing is said.
        reason: Why, in the person's words.
        refuse: Say that they are not the same.
        seen: The comparison that the person was looking at; what others said of the link since is
            not written over. Read anew where it is left out.

    Raises:
        NotFound: No such cycle, action or link.
        Refused: It is so already, or somebody said something of the link since.
    """
    from db.writing.links import confirm_link, refuse_link

    compared = seen or compare(workspace, *cycles)
    _refuse_unheld(compared)
    one, other = find_action(compared.base, base), find_action(compared.repeat, repeat)
    verb = "unlink" if refuse else "link"
    with workspace.reading() as reader:
        links = links_of(reader, compared.base, compared.repeat)
        shown = {(held.link.base, held.link.repeat): held.link for held in links}
    named = f"{compared.base.cycle.label}:{one.ref}", f"{compared.repeat.cycle.label}:{other.ref}"
    with workspace.act(f"{verb} {' and '.join(named)}", reason=reason) as session:
        if refuse:
            refuse_link(
                session=session,
                repeat=compared.repeat,
                base_action=one,
                repeat_action=other,
                shown=shown.get((one.ref, other.ref)),
            )
        else:
            confirm_link(
                session=session,
                repeat=compared.repeat,
                base_action=one,
                repeat_action=other,
                reason=reason,
            )
    return named


def _refuse_unheld(compared: Comparison) -> None:
    """Refuse to link into a cycle of which only the ratings are held.

    Raises:
        Refused: Naming the cycle.
    """
    for plan in (compared.base, compared.repeat):
        if plan.cycle.ratings_only:
            raise Refused(
                f"Only the ratings of cycle {plan.cycle.label} are held; its actions are not, so "
                "that none can be linked.",
                "Import that round's own paper, or name other cycles: tracker link LABEL:REF "
                "LABEL:REF.",
            )


def accept_links(workspace: Workspace, seen: Pairing, chosen: Sequence[Pair]) -> int:
    """Confirm several links as one act, and return how many.

    Args:
        workspace: Whose plan.
        seen: The links that the person was looking at.
        chosen: Those that are right.

    Raises:
        Refused: Nothing is chosen, or somebody said something of one of them since.
    """
    from db.writing.links import confirm_link

    if not chosen:
        raise Refused("No link was chosen.", "Choose at least one.")
    compared = seen.compared
    labels = f"{compared.base.cycle.label} and {compared.repeat.cycle.label}"
    with workspace.act(f"link {counted(len(chosen), 'action')} of cycles {labels}") as session:
        for pair in chosen:
            confirm_link(
                session=session,
                repeat=compared.repeat,
                base_action=pair.before,
                repeat_action=pair.after,
            )
    return len(chosen)


def correct_link(workspace: Workspace, seen: Pairing, wrong: Pair, ref: str) -> ActionView:
    """Say as one act that an earlier action goes on in another than the one linked to it.

    Args:
        workspace: Whose plan.
        seen: The links that the person was looking at.
        wrong: The link that is not right.
        ref: The later action in which the earlier one goes on.

    Raises:
        NotFound: There is no such action.
        Refused: It is the same one, or somebody said something of one of the links since.
    """
    from db.writing.links import confirm_link, refuse_link

    repeat = seen.compared.repeat
    right = find_action(repeat, ref)
    if right.ref == wrong.after.ref:
        raise Refused(f"{right.ref} is the one that is linked already.", "Accept the link.")
    before, label = wrong.before, repeat.cycle.label
    named = f"{seen.compared.base.cycle.label}:{before.ref} and {label}:{right.ref}"
    with workspace.act(f"link {named}, not {wrong.after.ref}") as session:
        if wrong.state is not LinkState.REFUSED:
            refuse_link(
                session=session,
                repeat=repeat,
                base_action=before,
                repeat_action=wrong.after,
                shown=wrong.link,
            )
        confirm_link(session=session, repeat=repeat, base_action=before, repeat_action=right)
    return right
