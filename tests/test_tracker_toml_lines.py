"""On which line each value of a TOML text stands."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.toml_lines import Path, value_lines

AWKWARD = '''\
# a remark with = and [
plain = 1
dotted.key = "no # remark = ["
"quoted key" = 'a ] b'

[[list]]
text = """
[[list]]
not = "a key" \\"""
"""""
[[list]]
values = [1, [2,
  3],  # remark ]
  {k = 1, l.m = '=' }]
[list.inner]
when = 1979-05-27 07:32:00
after = true
[[list.deep]]
[[list.deep]]
x = []
[late.child]
[late]
y = {}
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("dotted",), 3),
        (("dotted", "key"), 3),
        (("quoted key",), 4),
        (("list",), 6),
        (("list", 0), 6),
        (("list", 0, "text"), 7),
        (("list", 1), 11),
        (("list", 1, "values"), 12),
        (("list", 1, "values", 1, 1), 13),
        (("list", 1, "values", 2), 14),
        (("list", 1, "values", 2, "l", "m"), 14),
        (("list", 1, "inner", "when"), 16),
        (("list", 1, "inner", "after"), 17),
        (("list", 1, "deep", 0), 18),
        (("list", 1, "deep", 1), 19),
        (("list", 1, "deep", 1, "x"), 20),
        (("late", "child"), 21),
        (("late",), 22),
        (("late", "y"), 23),
    ],
)
def test_each_value_has_the_line_on_which_it_begins(path: Path, line: int) -> None:
    """Strings, remarks and nested values that look like headers lead nobody astray."""
    assert line == value_lines(AWKWARD)[path]


def paths(value: object, path: Path = ()) -> set[Path]:
    """Return the path of everything inside a value."""
    found: set[Path] = {path} if path else set()
    if isinstance(value, dict):
        inside = list(value.items())
    else:
        inside = list(enumerate(value)) if isinstance(value, list) else []
    for key, item in inside:
        found |= paths(item, (*path, key))
    return found


def test_every_path_is_found_and_none_besides() -> None:
    """The scan and TOML's own reader see the same values."""
    assert paths(tomllib.loads(AWKWARD)) == set(value_lines(AWKWARD))


keys = st.sampled_from(["a", "b", '"c d"', "'e.f'", "a.b", '"\\u0041"'])
scalars = st.sampled_from(
    [
        "1",
        "-1.5e3",
        "true",
        "'x = [['",
        '"]]"',
        '"""\n[a]\n"""',
        "'''\n\"'''",
        "2019-02-04 10:00:00",
    ]
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[\n" + ",\n".join(items) + "\n]"),
        st.lists(st.tuples(keys, inner), max_size=2).map(
            lambda pairs: f"{{{', '.join(f'{key} = {value}' for key, value in pairs)}}}"
        ),
    ),
    max_leaves=6,
)
statements = st.one_of(
    st.builds("{} = {}".format, keys, values),
    st.builds("[{}]".format, keys),
    st.builds("[[{}]]".format, keys),
    st.builds("# [{}]".format, keys),
)


@given(st.lists(statements, max_size=8))
def test_the_scan_agrees_with_tomls_own_reader(lines: list[str]) -> None:
    """In any text that TOML allows, every value is found, on the line of its statement or later."""
    text = ""
    for line in lines:
        longer = f"{text}{line}\n"
        try:
            tomllib.loads(longer)
        except tomllib.TOMLDecodeError:
            continue
        known = paths(tomllib.loads(text))
        found = value_lines(longer)
        assert paths(tomllib.loads(longer)) == set(found)
        assert all(
            text.count("\n") < found[path] <= longer.count("\n") for path in set(found) - known
        )
        text = longer
