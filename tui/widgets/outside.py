"""Actions that stand under no proposal, such as a report's recommendations, by key feature.

Owns where they are found on the Plan screen, so that nothing of a plan is left out there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.plan import ActionView, PlanView

TITLE = "Under no proposal"


@dataclass(frozen=True, slots=True)
class Outside:
    """The actions of one key feature, or of none, that stand under no proposal."""

    key: str
    """Stands for a proposal's code where one is in view; no code holds a stroke."""
    feature: str
    """The key feature's code; empty for none."""
    actions: tuple[ActionView, ...]


def outside(plan: PlanView) -> tuple[Outside, ...]:
    """Return the actions under no proposal, by key feature, those under none last."""
    found: dict[str, list[ActionView]] = {feature.code: [] for feature in plan.framework.features}
    found[""] = []
    for action in plan.actions:
        if not action.proposals:
            feature = plan.feature_of(action)
            found[feature.code if feature else ""].append(action)
    return tuple(
        Outside(f"{feature}/", feature, tuple(actions))
        for feature, actions in found.items()
        if actions
    )


def shown_under(plan: PlanView, code: str) -> tuple[ActionView, ...]:
    """Return the actions of a proposal, or of a group that stands under none."""
    if code in plan.by_code:
        return plan.under(code)
    return next((group.actions for group in outside(plan) if group.key == code), ())


def place_of(plan: PlanView, wanted: str) -> str | None:
    """Return where a proposal's code or an action's reference is found."""
    action = plan.by_ref.get(wanted)
    if action is None:
        return wanted if wanted in plan.by_code else None
    own = wanted.partition("/")[0]
    if action.proposals:
        return own if own in action.proposals else action.proposals[0]
    return next((group.key for group in outside(plan) if action in group.actions), None)
