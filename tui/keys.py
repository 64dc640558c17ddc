"""Keys: how people write them, how Textual is told of them, and which a person may choose.

Owns what is done with the keys of `commands`; which command has which key stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from tui.commands import EVERYWHERE, HERE, SCREENS, remappable, screen_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.commands import Command

ALWAYS = frozenset({"ctrl+q"})
"""Keys that work wherever a person is, over dialogs and fields too."""
FIXED = ALWAYS | {"escape", "enter", "tab", "shift+tab", "ctrl+c"}
"""Keys that always mean the same."""
WORDS = {
    "question_mark": "?",
    "comma": ",",
    "slash": "/",
    "at": "@",
    "plus": "+",
    "minus": "-",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "asterisk": "*",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""How Textual's names of keys are written."""


def say_key(key: str) -> str:
    """Return a key as people write it, such as `Ctrl+P`."""
    if key in WORDS:
        return WORDS[key]
    *held, last = key.split("+")
    if not held:
        return key.capitalize() if len(key) > 1 else key
    return "+".join([*(part.capitalize() for part in held), WORDS.get(last, last.upper())])


def say_keys(command: Command) -> str:
    """Return a command's keys as people write them."""
    return " or ".join(map(say_key, command.keys))


def bindings_of(commands: tuple[Command, ...], scope: str = "") -> list[Binding]:
    """Return commands as Textual's bindings, for `BINDINGS`.

    Args:
        commands: A row of the table.
        scope: Whose they are, so that two screens' commands of one name can have different keys.
    """
    return [
        Binding(
            key,
            command.action,
            command.title,
            show=command.shown and key == command.keys[0],
            tooltip=command.help,
            id=f"{scope}.{command.name}" if scope else command.name,
            key_display=say_key(key),
            # So that it also works in a dialog, where letters are typed.
            priority=key in ALWAYS,
        )
        for command in commands
        for key in command.keys
    ]


def screen_bindings(name: str) -> list[Binding]:
    """Return what one screen adds as bindings."""
    return bindings_of(HERE.get(name, ()), name)


def key_fault(name: str, key: str, *, own: Mapping[str, str]) -> str:
    """Return why a command cannot have a key; nothing where it can.

    Args:
        name: The command, as `remappable` names it.
        key: The key.
        own: The keys that commands have been given already.
    """
    if key in FIXED:
        return "this key always means the same."
    scope = name.rpartition(".")[0]
    for other, command in remappable().items():
        if other == name or (scope and other.rpartition(".")[0] not in {"", scope}):
            continue
        held = own[other].split(",") if other in own else command.keys
        if key in held:
            return f"it is taken by {command.title}."
    return ""


def key_table() -> Iterator[str]:
    """Yield the lines of the README's table of keys."""
    yield "| where | key | command | what it does |"
    yield "|---|---|---|---|"
    places: dict[Command, list[str]] = {one: ["everywhere"] for one in (*SCREENS, *EVERYWHERE)}
    for name, commands in HERE.items():
        for command in commands:
            places.setdefault(command, []).append(screen_title(name))
    for command, where in places.items():
        keys, screens = say_keys(command), ", ".join(where)
        yield f"| {screens} | `{keys}` | {command.title} | {command.help} |"
