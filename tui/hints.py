"""Advice in the words of the screens, where it was written for the command line.

The rules and the store say what to do next by commands and options. Owns how the same is said to
somebody who sees screens and keys.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.commands import SCREENS
from tui.keys import say_keys

if TYPE_CHECKING:
    from tracker.errors import TrackerError

COMMANDS = {
    "actions": "actions",
    "add": "plan",
    "check": "check",
    "compare": "compare",
    "confirm": "plan",
    "cycle": "cycles",
    "history": "history",
    "import": "import",
    "link": "compare",
    "overdue": "overdue",
    "rate": "plan",
    "setup": "setup",
    "summary": "summary",
    "undo": "history",
    "unlink": "compare",
}
"""On which screen the work of a command is done."""
WHOLE = (
    (r"Import a paper with tracker import, or look around with tracker demo\.",
     "Press i to read a paper, or d for the sample plan."),
    (r"Make it with: tracker demo\.", "Press d: it is made and opened."),
    (r"(, or g|G)ive another path with --db\.",
     ". Or leave with q and start anew with another path: tracker --db PATH."),
    (r"Say whose plan before the command: tracker --partnership NAME \.\.\.",
     "Choose whose plan to open in Settings (,)."),
    (r"--as-at asks what was true on it", "@ asks what was true on it"),
    (
        r"Name no cycle, in --cycle or before the reference; or the live one: --cycle [^.]+",
        "Choose the live cycle",
    ),
    (
        r"Work in the live cycle: name no other, in --cycle or before the reference\.",
        "Work in the live cycle.",
    ),
    (r"Say --status, --note, --due, --owner or --outlook\.",
     "Say a status, a note, a date, who leads it, or the outlook."),
    (r"Give a later day with --as-at", "Choose a later day with @"),
    (r"say the right one: --as-at [\d/]+\.", "press t to say the right one."),
    (r"use --due\b", "give it as the date by which it is due"),
    (r"; put quotes around spaces\.", "."),
    (r"Run tracker doctor", "Leave with q and run: tracker doctor"),
    (r"(When nobody else works with it): tracker doctor --upgrade",
     r"\1, leave with q and run: tracker doctor --upgrade"),
)  # fmt: skip
"""Pieces of advice that are said in a way of their own."""
KEPT = re.compile(r"tracker (?:doctor|--db).*")
ARGUMENT = r"(?:[A-Z]{2,}|\d[\w/]*(?:\.\d[\w/]*)*(?:=\w+)?)"
"""A word that stands for something to be given, or a number."""
OPTION = re.compile(
    rf",? (?:with|in) --[a-z-]+(?: {ARGUMENT})?"
    rf"|(?:: )?--[a-z-]+(?:[= ]{ARGUMENT})?"
)
COMMAND = re.compile(
    rf"\btracker ({'|'.join(COMMANDS)})\b"
    rf"(?: [a-z]+(?= --| {ARGUMENT})| {ARGUMENT})*"
)


def told(error: TrackerError) -> str:
    """Return in one text what cannot be done and what to do next."""
    return f"{error.message} {on_screens(error.hint)}".strip()


def on_screens(hint: str) -> str:
    """Return advice with commands as screens and options left out."""
    for pattern, words in WHOLE:
        hint = re.sub(pattern, words, hint)
    kept = KEPT.search(hint)
    end = kept.start() if kept else len(hint)
    said = OPTION.sub("", COMMAND.sub(_screen, hint[:end]))
    said = re.sub(r"\s+([.,;:])", r"\1", re.sub(r" {2,}", " ", said))
    return (said.lstrip(". ") + (kept.group() if kept else "")).strip()


def _screen(found: re.Match[str]) -> str:
    name = COMMANDS[found[1]]
    command = next(one for one in SCREENS if one.screen == name)
    return f"{command.title} ({say_keys(command)})"
