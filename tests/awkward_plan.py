"""A plan in which every text that people write is awkward: invented, in two rounds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.address import read_address
from db.engine import open_engine
from db.session import transaction
from db.writing.papers import store_paper
from tests.screens import MOMENT, TODAY, settings_for
from tests.stores import drafted, paper, proposal
from tracker.changing import Change
from tracker.framework import built_in
from tracker.kinds import Outlook, Status
from tracker.timescale import Timescale, read_timescale
from tui.deciding import rate
from tui.recording import update
from tui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.drafts import ActionDraft, PaperDraft

WORDS = (
    "[bold red]Agree[/] who [@click=app.quit]leads[/] [/wrong] \\[",
    "Clear \x1b[2J\x1b]0;title\x07 the \x9b31m screen \x08\x00\r of it",
    "اتفق على من يقود \u202egnihtemos\u202c עבודה משותפת",
    "共同領導 리더십 \u200d👩\u200d👩\u200d👧 \uff46\uff55\uff4c\uff4c e\u0301\u0302\u0303",
    "A_word_without_an_end_" * 30,
    "$variables {braces} %s %(name)s <b>tags</b> | pipes | :smile: ---",
)
"""Markup of several kinds, escape codes, both directions, wide and joined letters, length."""
NAME = "[b]Strath[/b]more 共同"
FORBIDDEN = {chr(number) for number in (*range(32), *range(127, 160), *range(0x202A, 0x202F))}
"""What must never reach a terminal from a text."""


def said(number: int) -> Timescale:
    """Return awkward words of a timescale, with the reading of plainer ones."""
    read = read_timescale(f"{1 + number % 28} December 2021", as_at=date(2021, 4, 30))
    return Timescale(WORDS[number % len(WORDS)][:60], read.kind, read.reading, due=read.due)


def action(code: str, number: int) -> ActionDraft:
    """Return one awkward action."""
    words = WORDS[number % len(WORDS)]
    return drafted(
        f"{code}/{number}",
        f"{words} {number}",
        delivery=words,
        sub_items=(words, words),
        timescale=said(number) if number % 4 else None,
        owners=(words[:50],) if number % 3 else (),
        status=Status.IN_PROGRESS,
    )


def awkward_paper(actions: int = 6) -> PaperDraft:
    """Return a paper of awkward texts."""
    levels = built_in().scale
    proposals = (
        proposal(
            code,
            *(action(code, number) for number in range(1, actions + 1)),
            title=WORDS[place],
            rating=levels[place % 3].name,
            evidence=WORDS,
            indicators={level.name: WORDS[level.rank] for level in levels},
        )
        for place, code in enumerate(("1.1", "2.4", "3.4"))
    )
    return paper(*proposals, document=f"{NAME}.docx", contact=WORDS[0])


def awkward_plan(database: Path) -> Path:
    """Store two rounds and some updates by an awkwardly named person."""
    engine = open_engine(read_address(str(database)))
    for label, year, count in (("2020 [b]", 2020, 5), ("2021 共", 2021, 6)):
        with transaction(engine, verb="import", who=WORDS[3], at=MOMENT) as session:
            store_paper(
                session=session,
                paper=awkward_paper(count),
                framework=built_in(),
                partnership=NAME,
                label=label,
                as_at=date(year, 4, 30),
            )
    engine.dispose()
    workspace = Workspace(
        settings_for(database, me=WORDS[0], partnership=None), clock=lambda: MOMENT
    )
    for number, words in enumerate(WORDS):
        plan = workspace.plan()
        change = Change(on=TODAY, note=words, outlook=Outlook.AT_RISK, outlook_reason=words)
        update(workspace, plan, [plan.actions[number]], change)
    plan = workspace.plan()
    level = built_in().scale[2].name
    rate(workspace, plan, code="1.1", level=level, by=WORDS[0], reason=WORDS[1], on=TODAY)
    return database
