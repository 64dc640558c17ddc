"""Framework files: what they hold, checked strictly, with faults that a person can mend.

Owns the shape of the file, which `frameworks/msg-2019.toml` explains to people. Leaves what every
TOML file is checked for to `toml_file`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.framework import Framework, KeyFeature, Level, Proposal
from tracker.kinds import Scope
from tracker.toml_file import read_toml, shown

if TYPE_CHECKING:
    from tracker.toml_file import TomlFile, TomlTable

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[^\s/:]+")
_RECOMMENDATIONS = "R"
"""What stands for a code in the reference of a recommendation, `R/N`."""


def framework_from(data: bytes, *, name: str) -> Framework:
    """Read and check a framework file; `framework.read_framework` tells the rest."""
    file = read_toml(data, name=name)
    file.top.expect(
        needed=("key", "name", "version", "published", "levels", "features", "proposals")
    )
    features = _features(file)
    return Framework(
        key=_key(file.top),
        name=file.top.words("name"),
        version=file.top.words("version"),
        published=file.top.day("published"),
        scale=_scale(file),
        features=features,
        proposals=_proposals(file, [feature.code for feature in features]),
    )


def _key(top: TomlTable) -> str:
    key = top.words("key")
    if not _KEY.fullmatch(key):
        hint = 'Use small letters, digits and single hyphens, such as key = "msg-2019".'
        raise top.fault("key", f"{shown(key)} cannot be the key of a framework", hint)
    return key


def _scale(file: TomlFile) -> tuple[Level, ...]:
    tables = file.tables("levels")
    for table in tables:
        table.expect(needed=("name",), allowed=("low",))
    names = [table.words("name").lower() for table in tables]
    _check_distinct(tables, "name", names)
    return tuple(
        Level(name, rank, is_low=table.truth("low", default=False))
        for rank, (name, table) in enumerate(zip(names, tables, strict=True), start=1)
    )


def _features(file: TomlFile) -> tuple[KeyFeature, ...]:
    tables = file.tables("features")
    for table in tables:
        table.expect(needed=("code", "name"))
    features = tuple(KeyFeature(_code(table), table.words("name")) for table in tables)
    _check_distinct(tables, "code", [feature.code for feature in features])
    return features


def _proposals(file: TomlFile, features: list[str]) -> tuple[Proposal, ...]:
    tables = file.tables("proposals")
    proposals = tuple(_proposal(table, features) for table in tables)
    _check_distinct(tables, "code", [proposal.code for proposal in proposals])
    return proposals


def _proposal(table: TomlTable, features: list[str]) -> Proposal:
    table.expect(needed=("code", "name", "feature"), allowed=("scope", "timescale"))
    feature = table.words("feature")
    if feature not in features:
        hint = f"The key features of this file are: {', '.join(features)}."
        raise table.fault("feature", f"there is no key feature {shown(feature)}", hint)
    return Proposal(
        code=_code(table),
        name=table.words("name"),
        feature=feature,
        scope=_scope(table),
        timescale=table.words("timescale") if "timescale" in table.values else None,
    )


def _scope(table: TomlTable) -> Scope:
    if "scope" not in table.values:
        return Scope.LOCAL
    scope = table.words("scope")
    if scope not in set(Scope):
        hint = 'Write scope = "local" or scope = "national".'
        raise table.fault("scope", f"the scope {shown(scope)} is not known", hint)
    return Scope(scope)


def _code(table: TomlTable) -> str:
    """Return a code that can be part of a reference such as `1.1/3` or `2021:1.1/3`."""
    code = table.words("code")
    hint = 'References such as 1.1/3 are made of codes: write one such as code = "1.1".'
    if not _CODE.fullmatch(str(table.values["code"])):
        raise table.fault("code", f"the code {shown(code)} holds a space, / or :", hint)
    if code.upper() == _RECOMMENDATIONS:
        told = f"the code {code} is kept for recommendations under no proposal"
        raise table.fault("code", told, hint)
    return code


def _check_distinct(tables: list[TomlTable], key: str, names: list[str]) -> None:
    """Check that no name stands twice, whatever its capitals."""
    held: dict[str, TomlTable] = {}
    for table, name in zip(tables, names, strict=True):
        first = held.setdefault(name.casefold(), table)
        if first is not table:
            told = f"the {key} {shown(name)} stands already on line {first.line(key)}"
            raise table.fault(key, told, f"Give each one a {key} of its own.")
