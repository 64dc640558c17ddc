"""A TOML file written by people: its values, taken one by one, and faults that name the line.

Owns what every such file is checked for: size, encoding, syntax, missing and unknown keys, the
kind of each value. Leaves what the values mean to the module that asks for them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from tracker.errors import Unreadable
from tracker.toml_lines import value_lines

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.toml_lines import Path

LARGEST = 256 * 1024
"""In bytes; the framework of 2019 has about 5,000."""

_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (str, "a text"),
    (int, "a number"),
    (float, "a number"),
    (datetime, "a date with a time"),
    (date, "a date"),
    (time, "a time"),
    (list, "a list"),
    (dict, "a table"),
)

_PLAIN = (
    ("Illegal character", "a text has no closing quote on its line, or holds a control character"),
    ("Expected '='", "there is no = after the key"),
    ("Cannot overwrite", "the same key or table stands twice"),
    ("Cannot declare", "the same key or table stands twice"),
    ("Invalid value", "the value is no text in quotes, number, date, true or false"),
    ("Invalid date", "there is no such date"),
)
"""How the reader's faults begin, and what they mean to a person."""


@dataclass(frozen=True)
class TomlFile:
    """A file that TOML's own reader has accepted."""

    name: str
    """What to call it in messages."""
    text: str
    values: dict[str, object]

    def fault(self, path: Path, what: str, hint: str) -> Unreadable:
        """Return the error for a value, naming the line on which it begins.

        Args:
            path: Where the value stands; the file itself has the empty path.
            what: What is wrong.
            hint: What would be right.
        """
        return Unreadable(f"{self.name}, line {self.line(path)}: {what}.", hint)

    def line(self, path: Path) -> int:
        """Return the line on which a value begins."""
        return value_lines(self.text).get(path, 1)

    def tables(self, key: str) -> list[TomlTable]:
        """Return the tables of a list, of which there must be at least one."""
        value = self.values[key]
        hint = f"Begin each one with a line that reads [[{key}]]."
        if not isinstance(value, list):
            raise self.fault((key,), f"“{key}” is {_kind(value)}, not a list of tables", hint)
        if not value:
            raise self.fault((key,), f"“{key}” is empty", hint)
        return [self._table((key, index), item, hint) for index, item in enumerate(value)]

    def _table(self, path: Path, value: object, hint: str) -> TomlTable:
        if not isinstance(value, dict):
            raise self.fault(path, f"{shown(value)} is {_kind(value)}, not a table", hint)
        return TomlTable(self, path, value)

    @property
    def top(self) -> TomlTable:
        """The values outside any table."""
        return TomlTable(self, (), self.values)


@dataclass(frozen=True)
class TomlTable:
    """One table of a file."""

    file: TomlFile
    path: Path
    values: dict[str, object]

    def fault(self, key: str, what: str, hint: str) -> Unreadable:
        """Return the error for one of the table's values."""
        return self.file.fault((*self.path, key), what, hint)

    def line(self, key: str) -> int:
        """Return the line of one of the table's values."""
        return self.file.line((*self.path, key))

    def expect(self, *, needed: Collection[str], allowed: Collection[str] = ()) -> None:
        """Check that the needed keys are there, and none but these and the allowed ones.

        Raises:
            Unreadable: Naming the first key that is unknown or missing.
        """
        known = [*needed, *allowed]
        hint = f"The keys here are: {', '.join(known)}."
        for key in self.values:
            if key not in known:
                raise self.fault(key, f"the key {shown(key)} is not known here", hint)
        for key in needed:
            if key not in self.values:
                raise self.file.fault(self.path, f"the key “{key}” is missing", hint)

    def words(self, key: str) -> str:
        """Return a text on one line, runs of white space folded.

        Raises:
            Unreadable: It is no text, is empty, or holds characters that cannot be shown.
        """
        value = self.values[key]
        if not isinstance(value, str):
            hint = f'Put it in quotes, such as {key} = "{value}".' if _is_plain(value) else ""
            what = f"“{key}” is {_kind(value)}, not a text"
            raise self.fault(key, what, hint or f'Write a text in quotes: {key} = "…".')
        folded = " ".join(value.split())
        if not folded:
            raise self.fault(key, f"“{key}” is empty", f'Write a text in quotes: {key} = "…".')
        if not folded.isprintable():
            hint = "Type the text anew; copying from another program can bring such characters in."
            raise self.fault(key, f"“{key}” holds a character that cannot be shown", hint)
        return folded

    def truth(self, key: str, *, default: bool) -> bool:
        """Return a truth value.

        Raises:
            Unreadable: It is something else.
        """
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            hint = f"Write {key} = true or {key} = false, without quotes."
            raise self.fault(key, f"“{key}” is {_kind(value)}, not true or false", hint)
        return value

    def day(self, key: str) -> date:
        """Return a date.

        Raises:
            Unreadable: It is something else.
        """
        value = self.values[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            hint = f"Write it as year-month-day without quotes, such as {key} = 2019-02-04."
            raise self.fault(key, f"“{key}” is {_kind(value)}, not a date", hint)
        return value


def read_toml(data: bytes, *, name: str) -> TomlFile:
    """Read a TOML file (UTF-8).

    Args:
        data: The file's bytes.
        name: What to call the file in messages.

    Raises:
        Unreadable: Naming the line that TOML's own reader cannot take.
    """
    if len(data) > LARGEST:
        told = f"{name} is too large ({len(data):,} bytes; at most {LARGEST:,} are read)."
        raise Unreadable(told, "Check that this is the file that you meant.")
    text = _decode(data, name=name)
    try:
        return TomlFile(name, text, tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits or brackets nested beyond reason come without a line.
        raise _syntax_fault(error, text, name=name) from error


def _decode(data: bytes, *, name: str) -> str:
    try:
        # Windows programs put a byte order mark first.
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        told = f"{name}, line {line}: a character is not written in UTF-8."
        raise Unreadable(
            told, "Save the file again as plain text with the encoding UTF-8."
        ) from error


def _syntax_fault(error: Exception, text: str, *, name: str) -> Unreadable:
    told = re.sub(r" \(at .*\)$", "", str(error)).rstrip(".")
    if isinstance(error, RecursionError):
        told = "brackets are nested too deeply"
    told = next((plain for words, plain in _PLAIN if told.startswith(words)), told)
    place = re.search(r"\(at (?:line (\d+)|end)", str(error))
    line = f", line {place[1] or text.rstrip().count(chr(10)) + 1}" if place else ""
    hint = (
        "The file is TOML: lines read key = value, with texts in double quotes; # begins a remark."
    )
    return Unreadable(f"{name}{line}: this cannot be read: {told}.", hint)


def shown(value: object) -> str:
    """Return a value for a message: quoted, characters that cannot be shown escaped, shortened."""
    told = f"“{repr(value)[1:-1]}”" if isinstance(value, str) else repr(value)
    return told if len(told) <= 60 else f"{told[:57]}…"


def _kind(value: object) -> str:
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "something else")


def _is_plain(value: object) -> bool:
    return isinstance(value, int | float | date) and not isinstance(value, bool)
