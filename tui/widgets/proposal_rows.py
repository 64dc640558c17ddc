"""The rows of the tree of proposals, as text of a given width.

Owns what a row says: a rating in figures, the numbers of the levels, and in a sign. Moving between
rows is `proposal_tree`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.kinds import Scope
from tracker.round import progress_of
from tracker.rules import Bucket, stand
from tracker.summary import movement
from tui.widgets.levels import NATIONAL, is_undecided
from tui.widgets.outside import TITLE, outside, shown_under

if TYPE_CHECKING:
    from rich.style import Style

    from tracker.plan import AssessmentView, PlanView

ROOMY = 44
"""Columns from which a row also says how many actions are late, and national ones say why."""
KEY = "before→now ▲ up ▼ down = same"


def key_text(plan: PlanView) -> Text:
    """Return what the figures and signs of the rows mean, and how far the round is."""
    lines = [KEY]
    if plan.cycle.state.is_draft:
        lines.append(f"? to decide; {progress_of(plan)}")
    return Text("\n".join(lines))


def scale_text(plan: PlanView) -> Text:
    """Return what the figures of the rows stand for."""
    return Text(" · ".join(f"{level.rank} {level.name}" for level in plan.framework.scale))


def shape_of(plan: PlanView) -> list[tuple[str, str, list[str]]]:
    """Return each key feature's code and name, with what stands under it by code."""
    groups = {group.feature: group.key for group in outside(plan)}
    named = [(feature.code, feature.name) for feature in plan.framework.features]
    if "" in groups:
        named.append(("", "Under no key feature"))
    shape = []
    for code, name in named:
        rows = [held.code for held in plan.assessments if held.feature == code]
        shape.append((code, name, [*rows, groups[code]] if code in groups else rows))
    return shape


def outside_text(plan: PlanView, key: str, *, width: int, style: Style | str = "") -> Text:
    """Return the row of the actions that stand under no proposal, with their count."""
    end = f" {len(shown_under(plan, key))}"
    row = Text(TITLE, style=style)
    row.truncate(max(1, width - len(end)), overflow="ellipsis", pad=True)
    return Text.assemble(row, end, style=style)


def row_text(
    plan: PlanView, assessment: AssessmentView, *, width: int, style: Style | str = ""
) -> Text:
    """Return a proposal's row, as wide as it is told."""
    end = Text(rating_words(plan, assessment, roomy=width >= ROOMY))
    row = Text(f"{assessment.code} {assessment.name}", style=style)
    row.truncate(max(1, width - end.cell_len - 1), overflow="ellipsis", pad=True)
    return Text.assemble(row, " ", end, style=style)


def rating_words(plan: PlanView, assessment: AssessmentView, *, roomy: bool) -> str:
    """Return a rating before and now, such as `2→3 ▲`, and where there is room what is late."""
    if assessment.scope is Scope.NATIONAL:
        words = NATIONAL if roomy else "national"
    elif assessment.previous is None and assessment.level is None:
        words = f"not rated {_sign(plan, assessment)}".rstrip()
    else:
        words = f"{_pair(plan, assessment)} {_sign(plan, assessment)}"
    if not roomy:
        return words
    late = sum(
        stand(action, as_at=plan.as_at).bucket is Bucket.OVERDUE
        for action in plan.under(assessment.code)
    )
    return f"{late} late  {words}" if late else words


def _pair(plan: PlanView, assessment: AssessmentView) -> str:
    ranks = plan.framework.ranks
    was, now = (
        str(ranks[level]) if level in ranks else "–"
        for level in (assessment.previous, assessment.level)
    )
    return f"{was}→{now}"


def _sign(plan: PlanView, assessment: AssessmentView) -> str:
    if is_undecided(plan, assessment):
        return "?"
    move = movement(plan.framework, assessment.previous, assessment.level)
    if move is None:
        return " "
    return "=" if move == 0 else ("▲" if move > 0 else "▼")
