"""The commands on ratings: rate and confirm.

Without `--cycle` they mean the round that is being drafted, which waits for decisions, and say so;
where none is, the live one.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.common import AsJson, On, day_of, show_data, words_of, workspace_of

if TYPE_CHECKING:
    from tracker.plan import DecisionView, PlanView

By = Annotated[
    str | None, typer.Option("--by", metavar="WHO", help="The body or meeting that decided.")
]
Round = Annotated[
    str | None,
    typer.Option(
        "--cycle",
        metavar="LABEL",
        help="The cycle (default the one being drafted, else the live one).",
    ),
]
Within = Annotated[
    str | None,
    typer.Option("--within", metavar="TEXT", help="What has changed within the level."),
]


def rate(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The proposal, such as 2.4.")],
    level: Annotated[str, typer.Argument(metavar="LEVEL", help="The level in words.")],
    by: By = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")] = None,
    within: Within = None,
    on: On = None,
    cycle: Round = None,
    as_json: AsJson = False,
) -> None:
    """Record what a body decided on the rating of a proposal."""
    from tui import deciding

    workspace = workspace_of(context)
    day = day_of(on) or workspace.settings.today
    plan = workspace.plan_for_decision(cycle=cycle, on=day)
    decision = deciding.rate(
        workspace,
        plan,
        code=code.strip(),
        level=level,
        by=words_of(by),
        reason=words_of(reason),
        on=day,
        within=words_of(within),
    )
    if as_json:
        show_data(_told(plan, code.strip(), decision))
        return
    typer.echo(_said(plan, code.strip(), decision))


def confirm(
    context: typer.Context,
    codes: Annotated[
        list[str], typer.Argument(metavar="CODE...", help="The proposals, such as 2.4 2.5.")
    ],
    by: By = None,
    within: Within = None,
    on: On = None,
    cycle: Round = None,
    as_json: AsJson = False,
) -> None:
    """Record that a body decided to leave ratings as they are.

    At a terminal it asks what has changed within each level, unless --within says it.
    """
    from tui import deciding

    workspace = workspace_of(context)
    day = day_of(on) or workspace.settings.today
    plan = workspace.plan_for_decision(cycle=cycle, on=day)
    named = dict.fromkeys(part for code in codes for part in code.replace(",", " ").split())
    said: dict[str, str | None] = dict.fromkeys(named, words_of(within))
    if within is None and not as_json and sys.stdin.isatty() and words_of(by):
        said = {code: _asked(plan, code) for code in named}
    made = deciding.confirm(workspace, plan, said, by=words_of(by), on=day)
    if as_json:
        show_data({"confirmed": [_told(plan, code, decision) for code, decision in made]})
        return
    for code, decision in made:
        typer.echo(_said(plan, code, decision))


def _asked(plan: PlanView, code: str) -> str | None:
    """Ask what has changed within the level of a proposal; nothing is an answer."""
    from tracker.deciding import confirmed_level

    level = confirmed_level(plan, code)
    question = f"{code} stays {level}. What has changed within it? (Enter for nothing)"
    return words_of(typer.prompt(question, default="", show_default=False, err=True))


def _told(plan: PlanView, code: str, decision: DecisionView) -> dict[str, object]:
    """Return a decision under keys that scripts can read."""
    return {
        "code": code,
        "cycle": plan.cycle.label,
        "before": plan.by_code[code].level,
        "after": decision.level,
        "decision": str(decision.kind),
        "by": decision.decided_by,
        "on": decision.decided_on.isoformat() if decision.decided_on else None,
        "reason": decision.reason,
        "within": decision.within,
    }


def _said(plan: PlanView, code: str, decision: DecisionView) -> str:
    """Return a decision in words, with the cycle that was meant where it is a draft."""
    before = plan.by_code[code].level or "not rated"
    cycle = plan.cycle
    where = f" in cycle {cycle.label}, which is being drafted" if cycle.state.is_draft else ""
    moved = decision.level if before == decision.level else f"{before} → {decision.level}"
    return f"{code}: {moved} ({decision.kind}){where}."
