"""Framework files: what the built-in one holds, and how a bad one is refused."""

from __future__ import annotations

import json
from datetime import date
from string import ascii_lowercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import NotFound, Unreadable
from tracker.framework import (
    Framework,
    KeyFeature,
    Level,
    Proposal,
    available,
    built_in,
    read_framework,
)
from tracker.kinds import Scope
from tracker.timescale import read_timescale
from tracker.toml_file import LARGEST

GOOD = """\
key = "care-2030"
name = "Care review"
version = "1"
published = 2030-04-01

[[levels]]
name = "Red"
low = true

[[levels]]
name = "Green"

[[features]]
code = "A"
name = "People"

[[features]]
code = "B"
name = "Places"

[[proposals]]
code = "A1"
name = "staffing"
feature = "A"

[[proposals]]
code = "B1"
name = "buildings"
feature = "B"
scope = "national"
timescale = "6 months"
"""
"""Small and right; the tests break one line of it at a time."""


def refusal(text: str) -> Unreadable:
    """Return the error with which a framework file is refused."""
    with pytest.raises(Unreadable) as caught:
        read_framework(text.encode(), name="care.toml")
    return caught.value


def test_the_built_in_framework_is_that_of_2019() -> None:
    """25 proposals under 6 key features, three of them national, counted from February 2019."""
    framework = built_in()
    assert ("msg-2019", date(2019, 2, 4)) == (framework.key, framework.published)
    assert [3, 6, 5, 5, 3, 3] == [
        sum(proposal.feature == feature.code for proposal in framework.proposals)
        for feature in framework.features
    ]
    national = [p.code for p in framework.proposals if p.scope is Scope.NATIONAL]
    assert ["3.2", "3.3", "5.3"] == national
    assert 22 == len(framework.local)
    assert all(proposal.timescale for proposal in framework.proposals)
    assert "By end of March 2019 and thereafter each year by end March" == (
        framework.by_code["2.2"].timescale
    )


def test_every_national_timescale_is_understood() -> None:
    """Each counts from the day of publication; only one has no end."""
    framework = built_in()
    read = {
        proposal.code: read_timescale(proposal.timescale or "", as_at=framework.published)
        for proposal in framework.proposals
    }
    assert ["2.6"] == [code for code, timescale in read.items() if not timescale.due]
    assert date(2019, 8, 4) == read["1.1"].due


def test_the_built_in_scale_has_two_low_levels() -> None:
    """Levels are ranked by their order; what is less than established is low."""
    assert (
        Level("not yet established", 1, is_low=True),
        Level("partly established", 2, is_low=True),
        Level("established", 3),
        Level("exemplary", 4),
    ) == built_in().scale


def test_every_framework_that_comes_with_the_program_can_be_read() -> None:
    """Each file stands under its own key."""
    assert "msg-2019" in available()
    assert list(available()) == [built_in(key).key for key in available()]


@pytest.mark.parametrize("key", ["msg-2020", "../frameworks/msg-2019", ""])
def test_an_unknown_framework_is_told_with_those_there_are(key: str) -> None:
    """A key is never a path."""
    with pytest.raises(NotFound) as caught:
        built_in(key)
    assert "msg-2019" in caught.value.hint


def test_another_framework_with_another_scale_can_be_brought() -> None:
    """Names of levels are told in lower case; what is not said has its ordinary value."""
    assert Framework(
        key="care-2030",
        name="Care review",
        version="1",
        published=date(2030, 4, 1),
        scale=(Level("red", 1, is_low=True), Level("green", 2)),
        features=(KeyFeature("A", "People"), KeyFeature("B", "Places")),
        proposals=(
            Proposal("A1", "staffing", "A"),
            Proposal("B1", "buildings", "B", Scope.NATIONAL, "6 months"),
        ),
    ) == read_framework(GOOD.encode(), name="care.toml")


@pytest.mark.parametrize("prepare", [b"\xef\xbb\xbf".__add__, lambda d: d.replace(b"\n", b"\r\n")])
def test_files_from_windows_are_read(prepare: object) -> None:
    """A byte order mark and Windows line ends make no difference."""
    assert callable(prepare)
    expected = read_framework(GOOD.encode(), name="care.toml")
    assert expected == read_framework(prepare(GOOD.encode()), name="care.toml")


BAD = [
    # line as it is, what takes its place, line told, words of the message, words of the hint
    ('name = "Care review"', 'name = "Care review', 2, "no closing quote", "double quotes"),
    ('name = "Care review"', "name Care", 2, "no = after", "key = value"),
    ('name = "Care review"', 'key = "b"', 2, "stands twice", "key = value"),
    ("published = 2030-04-01", "published = 2030-04-31", 4, "no such date", "key = value"),
    ("published = 2030-04-01", 'published = "1 April"', 4, "not a date", "2019-02-04"),
    ("published = 2030-04-01", "published = 2030-04-01T10:00:00", 4, "time", "2019-02-04"),
    ("published = 2030-04-01\n", "", 1, "“published” is missing", "published"),
    ('version = "1"', "version = 1", 3, "“version” is a number", 'version = "1"'),
    ('version = "1"', "version = true", 3, "true or false", "in quotes"),
    ('version = "1"', 'version = ["1"]', 3, "a list", "in quotes"),
    ('version = "1"', 'version = " "', 3, "empty", "in quotes"),
    ('version = "1"', 'version = "\\u001b[2J"', 3, "cannot be shown", "anew"),
    ('version = "1"', 'version = "1"\nauthor = "me"', 4, "“author” is not known", "published"),
    ('key = "care-2030"', 'key = "Care 2030"', 1, "“Care 2030”", "small letters"),
    ('name = "Green"', 'name = "RED"', 11, "stands already on line 7", "its own"),
    ('name = "Green"', 'called = "Green"', 11, "“called” is not known", "name, low"),
    ('name = "Green"', "", 10, "“name” is missing", "name, low"),
    ("low = true", 'low = "yes"', 8, "not true or false", "low = true"),
    ('code = "B"', 'code = "A"', 18, "“A” stands already on line 14", "its own"),
    ('code = "B1"', 'code = "A1"', 27, "“A1” stands already on line 22", "its own"),
    ('code = "B1"', 'code = "a1"', 27, "“a1” stands already on line 22", "its own"),
    ('code = "B1"', "code = 1.1", 27, "“code” is a number", 'code = "1.1"'),
    ('code = "B1"', 'code = "B/1"', 27, "“B/1”", "References"),
    ('code = "B1"', 'code = "B:1"', 27, "“B:1”", "References"),
    ('code = "B1"', 'code = "B 1"', 27, "“B 1”", "References"),
    ('code = "B1"', 'code = " B1"', 27, "a space", "References"),
    ('code = "B1"', 'code = "R"', 27, "recommendations", "References"),
    ('code = "B1"', 'code = "r"', 27, "recommendations", "References"),
    ('feature = "B"', 'feature = "C"', 29, "no key feature “C”", "A, B"),
    ('scope = "national"', 'scope = "National"', 30, "scope “National”", '"local"'),
    ('timescale = "6 months"', "timescale = 6", 31, "a number", 'timescale = "6"'),
    ('timescale = "6 months"', 'timescale = ""', 31, "empty", "in quotes"),
    ("[[proposals]]", "[proposals]", 26, "cannot be read", "key = value"),
]


@pytest.mark.parametrize(("was", "becomes", "line", "told", "hint"), BAD)
def test_a_bad_file_is_refused_with_the_line(
    was: str, becomes: str, line: int, told: str, hint: str
) -> None:
    """The message names file, line and what is wrong; the hint says what would be right."""
    assert was in GOOD
    error = refusal(GOOD.replace(was, becomes, 1))
    assert error.message.startswith(f"care.toml, line {line}: ")
    assert told in error.message
    assert hint in error.hint


def without(section: str) -> str:
    """Return the good file without one of its lists."""
    blocks = [b for b in GOOD.split("\n\n") if f"[[{section}]]" not in b]
    return "\n\n".join(blocks)


@pytest.mark.parametrize("section", ["levels", "features", "proposals"])
@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("[]", "is empty"),
        ('"none"', "a text, not a list"),
        ('["red"]', "“red” is a text, not a table"),
        ("{}", "a table, not a list"),
    ],
)
def test_a_list_without_tables_is_refused(section: str, value: str, told: str) -> None:
    """An empty scale, or levels given as plain words, are told with how to write them."""
    error = refusal(f"{section} = {value}\n{without(section)}")
    assert error.message.startswith("care.toml, line 1: ")
    assert told in error.message
    assert f"[[{section}]]" in error.hint


def test_faults_in_inline_tables_are_told_with_their_own_line() -> None:
    """A list of tables may be written in one value over several lines."""
    levels = 'levels = [\n  {name = "red"},\n  {name = "green"},\n  # a remark\n  {name = "red"}]\n'
    assert "line 5: the name “red” stands already on line 2" in (
        refusal(levels + without("levels")).message
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "line 1: the key “key” is missing"),
        (b"\n\n[[levels]]\n", "line 1: the key “key” is missing"),
        ('key = "a"\nname = "Réseau"'.encode("latin-1"), "line 2: a character is not written in"),
        (GOOD.encode("utf-16"), "line 1: a character is not written in UTF-8"),
        (b"# " * LARGEST, "too large"),
        (b"PK\x03\x04" + bytes(50), "line 1: this cannot be read"),
        (b"a = " + b"[" * 100_000, "nested too deeply"),
        (b"a = " + b"9" * 100_000, "cannot be read"),
        (b"a = [\n1,\n", "line 2: this cannot be read"),
    ],
    ids=range(9),
)
def test_what_is_no_framework_file_at_all_is_refused(data: bytes, told: str) -> None:
    """Whatever the bytes are, the answer is one clear message."""
    with pytest.raises(Unreadable) as caught:
        read_framework(data, name="care.toml")
    assert caught.value.message.startswith("care.toml")
    assert told in caught.value.message


def test_long_values_are_shortened_in_messages() -> None:
    """A message stays one line on a screen."""
    error = refusal(GOOD.replace('code = "B1"', f'code = "{"x" * 5000}/"'))
    assert len(error.message) < 150


words = st.lists(
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9),
    min_size=1,
    max_size=3,
).map(" ".join)
codes = st.text(ascii_lowercase + digits + ".-_é", min_size=1, max_size=6).filter(
    lambda code: code != "r"
)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Draw any framework that can be."""

    def distinct(values: st.SearchStrategy[str]) -> list[str]:
        return draw(st.lists(values, min_size=1, max_size=4, unique_by=str.casefold))

    features = distinct(codes)
    return Framework(
        key=draw(st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4})?", fullmatch=True)),
        name=draw(words),
        version=draw(words),
        published=draw(st.dates()),
        scale=tuple(
            Level(name, rank, is_low=draw(st.booleans()))
            for rank, name in enumerate(distinct(words.map(str.lower)), start=1)
        ),
        features=tuple(KeyFeature(code, draw(words)) for code in features),
        proposals=tuple(
            Proposal(
                code,
                draw(words),
                draw(st.sampled_from(features)),
                draw(st.sampled_from(Scope)),
                draw(st.none() | words),
            )
            for code in distinct(codes)
        ),
    )


def written(framework: Framework) -> str:
    """Return a framework as a file holds it."""

    def table(head: str, **values: object) -> str:
        lines = [
            f"{key} = {json.dumps(v, ensure_ascii=False)}"
            for key, v in values.items()
            if v is not None
        ]
        return "\n".join([head, *lines, ""])

    return "\n".join(
        [
            table("", key=framework.key, name=framework.name, version=framework.version),
            f"published = {framework.published.isoformat()}",
            *(table("[[levels]]", name=i.name, low=i.is_low) for i in framework.scale),
            *(table("[[features]]", code=i.code, name=i.name) for i in framework.features),
            *(
                table(
                    "[[proposals]]",
                    code=i.code,
                    name=i.name,
                    feature=i.feature,
                    scope=i.scope,
                    timescale=i.timescale,
                )
                for i in framework.proposals
            ),
        ]
    )


@given(frameworks())
def test_a_framework_written_out_and_read_back_is_the_same(framework: Framework) -> None:
    """Nothing that a framework can hold is lost or changed on its way through a file."""
    assert framework == read_framework(written(framework).encode(), name="any.toml")


@given(st.integers(0, len(GOOD)), st.integers(0, 30), st.text(max_size=5))
def test_a_damaged_file_is_read_or_refused_and_never_breaks(at: int, gone: int, new: str) -> None:
    """No damage leads to anything but a framework or a refusal that names the file."""
    data = (GOOD[:at] + new + GOOD[at + gone :]).encode("utf-8", "surrogatepass")
    told = ""
    try:
        read_framework(data, name="care.toml")
    except Unreadable as error:
        told = error.message
    assert told[:9] in ("", "care.toml")
