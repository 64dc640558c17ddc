"""The one table of commands: their names, keys and words.

Key bindings, key bar, palette, help, the bar of screens and the README's list of keys all derive
from it. Owns no behaviour: a command `mark` of a screen is carried out by that screen's method
`action_mark`, a command without a screen by the application's. The name is also what a person's
own keys are given by (`tui.settings`), so it stays as it is once released. How a key is written,
and how Textual comes to know of it, is `keys`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Under which heading help and palette list a command."""

    SCREENS = "Screens"
    WAYS = "Everywhere"
    HERE = "On this screen"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a person can do with a key, a click or from the palette."""

    name: str
    """A stable name, with underscores: the handler is `action_NAME`."""
    keys: tuple[str, ...]
    """As Textual writes keys, the one that is shown first."""
    title: str
    """One or two words, for the key bar."""
    help: str
    """One sentence without a full stop, for palette and help."""
    group: Group = Group.HERE
    shown: bool = True
    """In the key bar; all are in help and palette."""

    @property
    def screen(self) -> str | None:
        """The screen that it opens, where it opens one."""
        return self.name.removeprefix("go_") if self.group is Group.SCREENS else None

    @property
    def action(self) -> str:
        """What Textual runs for it."""
        return f"go('{self.screen}')" if self.screen else self.name


def _screen(name: str, key: str, title: str, what: str) -> Command:
    return Command(f"go_{name}", (key,), title, what, Group.SCREENS, shown=False)


SCREENS = (
    _screen("home", "h", "Home", "Where the plan stands: ratings, what is late, what is open"),
    _screen(
        "plan", "p", "Plan", "Proposals with their indicators, evidence and actions; rate them"
    ),
    _screen("actions", "a", "Actions", "Every action of the plan; find, mark and update them"),
    _screen("overdue", "o", "Overdue", "What is late, soon due, or due for a review"),
    _screen("compare", "c", "Compare", "Two cycles side by side, and which action is which"),
    _screen("summary", "m", "Summary", "The story of the year, as a board reads it"),
    _screen("history", "y", "History", "Who recorded what, when and why"),
    _screen("check", "k", "Check", "What is missing, past, silent or contradictory"),
    _screen("setup", "s", "Set up", "Complete owners, dates and statuses that the paper left out"),
    _screen("cycles", "r", "Cycles", "Rounds: open a repeat, confirm ratings, agree it"),
    _screen("owners", "w", "Owners", "The posts that lead actions"),
    _screen("import", "i", "Import", "Read a published paper into the plan"),
    _screen("settings", "comma", "Settings", "Partnership, your name, colours and keys"),
)
"""The screens, in the order of the bar at the top."""

EVERYWHERE = (
    Command(
        "help", ("question_mark", "f1"), "Help", "Explain this screen and its keys", Group.WAYS
    ),
    Command(
        "palette", ("ctrl+p",), "Commands", "Find any command by its name", Group.WAYS, shown=False
    ),
    Command("undo", ("u",), "Undo", "Take back the newest change to the plan", Group.WAYS),
    Command(
        "redo", ("U", "ctrl+r"), "Redo", "Do again what was taken back", Group.WAYS, shown=False
    ),
    Command(
        "as_at",
        ("at",),
        "As at",
        "See the plan as it stood on another day",
        Group.WAYS,
        shown=False,
    ),
    Command("export", ("x",), "Export", "Write a list or a summary to a file", Group.WAYS),
    Command("back", ("escape",), "Back", "Close what is open; stop what is being done", Group.WAYS),
    Command("quit", ("q", "ctrl+q"), "Quit", "Leave; everything is saved", Group.WAYS),
)
"""What works on every screen."""

QUICK = (
    Command("open", ("enter",), "Open", "Open the action under the cursor"),
    Command("find", ("slash",), "Find", "Type words, a reference or a post to find actions"),
    Command("filter", ("f",), "Filter", "Show only some of the actions"),
    Command("mark", ("space",), "Mark", "Mark the action, to change several at once"),
    Command("mark_down", ("shift+down",), "Mark down", "Mark the action and the next", shown=False),
    Command("mark_up", ("shift+up",), "Mark up", "Mark the action and the one before", shown=False),
    Command("mark_all", ("ctrl+a",), "Mark all", "Mark every action that is listed", shown=False),
    Command("status", ("t",), "Status", "Say how far the action is"),
    Command("note", ("n",), "Note", "Write what happened"),
    Command("date", ("d",), "Date", "Agree another date"),
    Command("owner", ("b",), "By whom", "Say which post leads it"),
    Command("outlook", ("l",), "Outlook", "Say whether it will be done in time", shown=False),
)
"""What can be done with actions in a list."""

RANKS = range(1, 7)
"""The levels of a scale that have a key: each its own number."""
USUAL = 4
"""The levels of the scale that most plans use; others have more or fewer."""
LEVELS = tuple(
    Command(
        f"rate_{rank}",
        (str(rank),),
        f"Level {rank}",
        f"Rate the proposal in view on level {rank}"
        + (" of the scale" if rank <= USUAL else ", where the scale has so many"),
        shown=False,
    )
    for rank in RANKS
)
"""Rating on each of them."""
HERE: dict[str, tuple[Command, ...]] = {
    "start": (
        Command("retry", ("t",), "Try again", "Look again for a plan"),
        Command("demo", ("d",), "Sample plan", "Open a sample plan, in a file of its own"),
        Command("partnership", ("g",), "Partnership", "Choose whose plan to open"),
    ),
    "settings": (
        Command("open", ("enter",), "Change", "Change the line under the cursor"),
        Command("reset", ("delete",), "As it came", "Give a command the keys that it came with"),
    ),
    "home": (Command("open", ("enter",), "Open", "Open the list behind a number"),),
    "plan": (
        Command(
            "open", ("enter",), "Open", "Go on to the actions, or open the one under the cursor"
        ),
        Command("rate", ("g",), "Rate", "Choose a level for the proposal in view"),
        *LEVELS,
        Command("next_open", ("n",), "Next to decide", "Go to the next rating to be decided"),
        Command(
            "previous_open",
            ("N",),
            "Previous to decide",
            "Go back to the rating before that is to be decided",
            shown=False,
        ),
        Command("add_action", ("plus",), "Add action", "Add an action under the proposal in view"),
        Command(
            "round", ("v",), "Round", "See the plan of another round, such as the repeat in draft"
        ),
        Command("decisions", ("d",), "Decisions", "Show who decided its rating, when and why"),
        Command("lower", ("left",), "Lower", "Show the indicator of the level below", shown=False),
        Command(
            "higher", ("right",), "Higher", "Show the indicator of the level above", shown=False
        ),
    ),
    "actions": (
        *QUICK,
        Command(
            "order", ("e",), "Order", "Sort by a column; again, the other way round", shown=False
        ),
    ),
    "action": (
        Command("save", ("ctrl+s",), "Save", "Record what was typed, as one change"),
        Command("go_in", ("enter",), "Type", "Go into the fields", shown=False),
        Command("status", ("t",), "Status", "Go to the status"),
        Command("note", ("n",), "Note", "Go to the note"),
        Command("date", ("d",), "Date", "Go to the timescale"),
        Command("owner", ("b",), "By whom", "Go to the posts that lead it"),
        Command("outlook", ("l",), "Outlook", "Go to the outlook", shown=False),
        Command("after", ("ctrl+n", "right_square_bracket"), "Next", "Open the next action"),
        Command(
            "before",
            ("ctrl+b", "left_square_bracket"),
            "Previous",
            "Open the action before it",
            shown=False,
        ),
        Command(
            "other_cycle",
            ("v",),
            "Other cycle",
            "Open the same action in the cycle before or after",
        ),
    ),
    "overdue": (
        *QUICK,
        Command("group", ("g",), "Group", "Group by date, by owner or by key feature"),
        Command("within", ("j",), "Days ahead", "Say how many days ahead are soon", shown=False),
    ),
    "setup": (
        Command("complete", ("enter",), "Complete", "Say the first thing that the action lacks"),
        *(one for one in QUICK if one.name != "open"),
        Command("suggested", ("v",), "Suggested", "Take the posts that the actions' words name"),
        Command("open", ("e",), "Open", "Open the action under the cursor", shown=False),
    ),
    "summary": (
        Command("since", ("d",), "Since", "Tell only what changed since a day, or the whole year"),
    ),
    "compare": (
        Command("open", ("enter",), "Actions", "List what became of the proposal's actions"),
        Command("all", ("v",), "All actions", "List what became of every action of both cycles"),
        Command("links", ("l",), "Links", "Go through which earlier action is which later one"),
        Command("pair", ("b",), "Which two", "Choose the two cycles that are compared"),
        Command("trend", ("t",), "Trend", "Show the ratings of every cycle side by side"),
    ),
    "fates": (
        Command("open", ("enter",), "Open", "Open the action under the cursor"),
        Command("filter", ("f",), "Fate", "Show only what became of actions in one way, or all"),
        Command("link", ("l",), "Link", "Say which action of the other cycle it is"),
    ),
    "links": (
        Command("accept", ("enter", "l"), "Same", "Accept: the two are the same action"),
        Command("refuse", ("d",), "Different", "Refuse: they are two different actions"),
        Command("correct", ("e",), "Another", "Pick the later action that it really is"),
        Command("next_open", ("n",), "Next", "Go to the next link that nobody has judged"),
        Command(
            "previous_open", ("N",), "Before", "Go back to the link before that nobody has judged"
        ),
        Command("accept_all", ("g",), "Accept many", "Accept all links above a certainty at once"),
        Command("filter", ("f",), "Show", "Show only links to be judged, or all", shown=False),
    ),
    "cycles": (
        Command("open", ("enter",), "Show", "Show the plan of the round under the cursor"),
        Command("repeat", ("plus",), "Open a repeat", "Prepare the next round as a draft"),
        Command("decide", ("g",), "Decide ratings", "Go through the draft's ratings one by one"),
        Command("submit", ("t",), "Send in", "Mark the draft as sent in; it may be amended"),
        Command("agree", ("v",), "Agree", "Agree the draft: it is the live round from then on"),
        Command(
            "reopen", ("z",), "Open again", "Open the round that was closed last again", shown=False
        ),
    ),
    "opening": (
        Command("complete", ("d",), "Done", "It is complete, and ends with this round"),
        Command("withdraw", ("g",), "Given up", "It is withdrawn, with a reason"),
        Command("merge", ("j",), "Merge", "It goes on as part of another action"),
        Command("carry", ("v",), "Goes on", "Carry it into the repeat, as at first"),
        Command("mark", ("space",), "Mark", "Mark the action, to say one thing of several"),
        Command("mark_all", ("ctrl+a",), "Mark all", "Mark every action, or none", shown=False),
        Command("store", ("ctrl+s",), "Open the repeat", "See what happens, and open the repeat"),
        Command(
            "read", ("enter",), "Read", "Go to the action's words, to scroll them", shown=False
        ),
        Command("take_back", ("z",), "Take back", "Take the last choice back", shown=False),
    ),
    "deciding": (
        Command("keep", ("enter",), "Keep", "Confirm the level as it was"),
        Command("higher", ("plus",), "Raise", "Rate it on the level above, with a reason"),
        Command("lower", ("minus",), "Lower", "Rate it on the level below, with a reason"),
        Command("rate", ("g",), "Rate", "Choose a level by its words"),
        *LEVELS,
        Command("next_open", ("n",), "Next", "Go to the next rating to be decided"),
        Command(
            "previous_open",
            ("N",),
            "Previous",
            "Go back to the rating before that is to be decided",
            shown=False,
        ),
    ),
    "history": (
        Command("open", ("enter",), "Open", "Read all that the act changed"),
        Command("take_back", ("t",), "Take back", "Take back the act under the cursor"),
        Command("find", ("slash",), "Find", "Find acts by a name, a reference or words"),
        Command("until", ("d",), "To a day", "Go back to the acts recorded by a day, or to now"),
    ),
    "check": (
        Command("open", ("enter",), "Open", "Open the action or proposal, to mend it"),
        Command("filter", ("f",), "Kind", "Show one kind of finding, or all"),
    ),
    "owners": (
        Command("open", ("enter",), "Open", "List the actions that the post leads"),
        Command("overdue", ("v",), "Overdue", "List what is overdue under the post"),
    ),
    "import": (
        Command("type_path", ("slash",), "Type a path", "Type or paste where the paper is"),
    ),
    "difference": (
        Command("store", ("ctrl+s",), "Record", "Record what the paper changes, as one change"),
        Command("withdraw", ("d",), "Left out", "Withdraw actions that the paper leaves out"),
    ),
    "preview": (
        Command("change", ("enter",), "Change", "Say what of the row under the cursor was misread"),
        Command("join", ("j",), "Join", "Join the row to the one before it: a page cut it in two"),
        Command("split", ("b",), "Split", "Make two actions of one"),
        Command("add", ("n",), "Add", "Add an action that was missed"),
        Command("drop", ("d",), "Drop", "Take out a row that is no action", shown=False),
        Command("move", ("v",), "Move", "Put the action under another proposal", shown=False),
        Command("rating", ("g",), "Rating", "Say which rating was misread", shown=False),
        Command("looked", ("l",), "Looked at", "Say that a problem needs no mending", shown=False),
        Command(
            "problems", ("f",), "Problems", "Go to the problems, and back to the rows", shown=False
        ),
        Command(
            "about",
            ("t",),
            "Whose, when",
            "Say whose paper it is, of which day and cycle",
            shown=False,
        ),
        Command("take_back", ("z",), "Take back", "Take the last correction back", shown=False),
        Command("store", ("ctrl+s",), "Store", "Store the paper, corrected, as one change"),
    ),
}
"""What one screen adds, by the screen's name."""


def screen_title(name: str) -> str:
    """Return what people call a screen."""
    return next((one.title for one in SCREENS if one.screen == name), name.capitalize())


def remappable() -> dict[str, Command]:
    """Return every command by the name under which a person can give it another key."""
    rows = [("", (*SCREENS, *EVERYWHERE)), *HERE.items()]
    return {
        f"{scope}.{command.name}" if scope else command.name: command
        for scope, commands in rows
        for command in commands
    }
