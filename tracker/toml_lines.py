"""On which line each value of a TOML text stands.

Owns a light scan of headers, keys, arrays and inline tables. Leaves syntax and values to `tomllib`,
which tells lines for faults of syntax only; the text must have been read by it before.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]
"""The keys and positions that lead to a value, such as `("proposals", 3, "code")`."""

_TOKEN = re.compile(
    r"""
    (?P<skip> \s+ | \#[^\n]* )
    | (?P<text> \"{3}(?:[^\\]|\\.)*?\"{3,5} | '{3}.*?'{3,5} | "(?:[^"\\]|\\.)*" | '[^']*' )
    | (?P<mark> [\[\]{},=] )
    | (?P<bare> [^\s\[\]{},=\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    word: str
    line: int


@dataclass
class _Scan:
    """The tokens still to come, last first, and what was found so far."""

    tokens: list[_Token]
    lines: dict[Path, int] = field(default_factory=dict)
    counts: dict[Path, int] = field(default_factory=dict)
    """How many tables each array of tables has so far."""

    def comes(self, *words: str) -> bool:
        """Tell whether one of these comes next."""
        return bool(self.tokens) and self.tokens[-1].word in words

    def take(self) -> _Token:
        """Take the next token."""
        return self.tokens.pop()

    def note(self, path: Path) -> Path:
        """Note that a value begins with the next token, unless an earlier line began it."""
        self.lines.setdefault(path, self.tokens[-1].line)
        return path


def value_lines(text: str) -> dict[Path, int]:
    """Return the line on which each table, key and array element of a TOML text begins."""
    scan = _Scan(list(reversed(_tokens(text))))
    table: Path = ()
    while scan.tokens:
        if scan.comes("["):
            table = _header(scan)
        else:
            _pair(scan, table)
    return scan.lines


def _tokens(text: str) -> list[_Token]:
    found, line = [], 1
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "", match.group()
        if kind != "skip":
            found.append(_Token(kind, word, line))
        line += word.count("\n")
    return found


def _header(scan: _Scan) -> Path:
    """Return the table that a header opens; an array of tables gets a further one."""
    bracket = scan.take()
    many = scan.comes("[")
    path: Path = ()
    if many:
        scan.take()
    for key in _keys(scan, until="]"):
        path = scan.note((*_newest(scan, path), key))
    if many:
        scan.counts[path] = scan.counts.get(path, 0) + 1
    opened = _newest(scan, path)
    # A super-table may have been met before through one of its children.
    scan.lines[opened] = bracket.line
    while scan.comes("]"):
        scan.take()
    return opened


def _newest(scan: _Scan, path: Path) -> Path:
    """Return the newest table of a path that is an array of tables, else the path."""
    return (*path, scan.counts[path] - 1) if path in scan.counts else path


def _pair(scan: _Scan, table: Path) -> None:
    """Note a key, and every table that a dotted one makes on its way, then its value."""
    path, start = table, scan.tokens[-1].line
    for key in _keys(scan, until="="):
        path = (*path, key)
        scan.lines.setdefault(path, start)
    scan.take()
    _value(scan, path)


def _keys(scan: _Scan, *, until: str) -> list[str]:
    """Take a key as written up to a mark; return its parts, quotes and dots undone."""
    words = ""
    while not scan.comes(until):
        words += scan.take().word
    table: object = tomllib.loads(f"{words} = 0")
    keys: list[str] = []
    while isinstance(table, dict):
        ((key, table),) = table.items()
        keys.append(key)
    return keys


def _value(scan: _Scan, path: Path) -> None:
    """Take a value, noting what lies inside it."""
    first = scan.take()
    if first.word == "[":
        index = 0
        while not scan.comes("]"):
            _value(scan, scan.note((*path, index)))
            index += 1
            _skip_comma(scan)
        scan.take()
    elif first.word == "{":
        while not scan.comes("}"):
            _pair(scan, path)
            _skip_comma(scan)
        scan.take()
    elif first.kind == "bare" and _goes_on(scan, first):
        scan.take()


def _goes_on(scan: _Scan, first: _Token) -> bool:
    """Tell whether a value has a second part, as a date has that is parted from its time."""
    if not scan.tokens:
        return False
    token = scan.tokens[-1]
    return token.kind == "bare" and token.line == first.line


def _skip_comma(scan: _Scan) -> None:
    if scan.comes(","):
        scan.take()
