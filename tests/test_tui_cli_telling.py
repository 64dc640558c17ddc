"""The summary as a user asks for it: a year, or what has changed since the last paper."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.commands import Commands
from tests.terminal import typed
from tests.word_papers import write_paper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def told(own_plan: Commands) -> Commands:
    """Return the sample plan with half a year of updates."""
    for words in (
        ("update", "2.4/2", "--status", "complete", "--board", "Done", "--on", "2021-11-30"),
        ("update", "3.4/1", "--due", "March 2022", "--reason", "Late", "--on", "2021-10-10"),
        ("update", "3.4/1", "--due", "June 2022", "--reason", "Vacancy", "--on", "2022-01-10"),
        ("update", "1.1/1", "--status", "withdrawn", "--reason", "Overtaken", "--on", "2022-01-11"),
        ("add", "2.4", "Publish it", "--due", "June 2022", "--on", "2022-01-12"),
        ("rate", "2.4", "exemplary", "--by", "The board", "--reason", "Used", "--on", "2022-01-13"),
    ):
        own_plan.done(*words)
    return own_plan


@pytest.fixture
def two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Commands:
    """Return a way to run commands on two papers of one partnership, a year apart."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-06-01")
    monkeypatch.delenv("TRACKER_PARTNERSHIP", raising=False)
    monkeypatch.delenv("TRACKER_DB", raising=False)
    commands = Commands(capsys, tmp_path / "plan.db")
    for name, as_at in (("first.docx", "April 2021"), ("second.docx", "April 2022")):
        commands.done("import", "--yes", write_paper(tmp_path / name, as_at=as_at))
    return commands


def test_the_year_so_far(told: Commands) -> None:
    """What was done, withdrawn and added since the plan was agreed, each once."""
    year = told.done("summary", "--json").json
    assert ("2021-04-30", False, None) == (year["since"], year["changes_only"], year["became"])
    assert [["2.4/2"]] == [done["refs"] for done in year["done"]]
    assert ["2021-11-30", "Done"] == [year["done"][0][key] for key in ("on", "said")]
    assert [(["1.1/1"], "Overtaken")] == [(d["refs"], d["said"]) for d in year["dropped"]]
    assert ["2.4/3"] == year["new"]


def test_every_later_date_has_who_when_and_why(told: Commands) -> None:
    """The first agreed date stands, and both moves are told."""
    (slip,) = told.done("summary", "--json").json["slippage"]["actions"]
    assert ("2021-11-30", "2022-06-30", 212, 2) == tuple(
        slip[key] for key in ("first_agreed", "due", "days", "times")
    )
    assert [
        ("2021-10-10", "A. Tester", "Late", 121),
        ("2022-01-10", "A. Tester", "Vacancy", 91),
    ] == [(m["on"], m["who"], m["why"], m["days"]) for m in slip["moves"]]


def test_since_the_last_paper_only_what_changed(told: Commands) -> None:
    """The completion of November was told before; the move of October too."""
    changes = told.done("summary", "--since", "31/12/2021", "--json").json
    assert ("2021-12-31", True, []) == tuple(changes[k] for k in ("since", "changes_only", "done"))
    (slip,) = changes["slippage"]["actions"]
    assert ("2021-11-30", "2022-03-31", 91) == (slip["first_agreed"], slip["from"], slip["days"])
    assert ["2.4/3"] == changes["new"]
    assert [("2.4", "established", "exemplary")] == [
        (d["code"], d["before"], d["after"]) for d in changes["decided"]
    ]


def test_what_was_typed_in_late_belongs_to_its_day(told: Commands) -> None:
    """As at December the later updates have not happened, whenever they were recorded."""
    then = told.done("summary", "--as-at", "2021-12-31", "--json").json
    assert ([["2.4/2"]], [], []) == (
        [done["refs"] for done in then["done"]],
        then["dropped"],
        then["new"],
    )


def test_two_cycles_are_told_as_one_year(two: Commands) -> None:
    """What became of the earlier plan adds up; the earlier cycle is the default base."""
    year = two.done("summary", "--json").json
    became = dict(year["became"])
    assert became.pop("total") == sum(became.values()) == 3
    assert ("2021", "2021-04-30") == (year["previous"]["label"], year["since"])
    assert year == two.done("summary", "--base", "2021", "--repeat", "2022", "--json").json


def test_since_a_day_of_the_earlier_cycle_leads_over_to_the_next(two: Commands) -> None:
    """Nothing is new that the earlier plan held, and the repeat's ratings were decided since."""
    changes = two.done("summary", "--since", "2021-12-31", "--json").json
    assert [] == changes["new"]
    assert changes["decided"]
    assert {"2022-04-30"} == {told["on"] for told in changes["decided"]}


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv"])
@pytest.mark.parametrize("words", [(), ("--since", "2021-12-31")])
def test_every_format_tells_the_same(
    told: Commands, form: str, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who moved a date and why stands in each."""
    monkeypatch.setenv("COLUMNS", "100")
    out = " ".join(told.done("summary", *words, "--format", form).out.split())
    assert all(word in out for word in ("Vacancy", "A. Tester", "Overtaken", "2.4/3"))


def test_spreadsheets_get_numbers_and_no_bars(told: Commands) -> None:
    """A drawn bar is for people; its number has a column of its own."""
    out = told.done("summary", "--format", "csv").out
    assert "█" not in out
    rows = list(csv.reader(io.StringIO(out)))
    assert ["section", "owner", "actions", "times", "days", "longest"] in rows


def test_bars_read_on_a_console_that_has_no_blocks(told: Commands) -> None:
    """A terminal of ASCII draws them with plainer signs, and nothing is a question mark."""
    ran = typed(
        ["--db", told.database, "summary"],
        [],
        environ={
            "PYTHONIOENCODING": "ascii",
            "TRACKER_PARTNERSHIP": "Moray",
            "TRACKER_TODAY": "2022-01-31",
        },
    )
    assert 0 == ran.returncode, ran.stderr
    assert ran.stdout.isascii()
    assert "####" in ran.stdout
    assert "^" in ran.stdout
    assert "?" not in ran.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--since", "2022-01-31"), 2),
        (("--since", "2023-01-01"), 2),
        (("--since", "2020-01-01"), 1),
        (("--base", "2021"), 2),
        (("--base", "1999"), 1),
        (("--since", "2021-12-31", "--base", "before"), 2),
    ],
)
def test_days_and_cycles_the_wrong_way_round_are_refused(
    told: Commands, words: tuple[str, ...], code: int
) -> None:
    """Each refusal says what to do next, and prints no result."""
    ran = told("summary", *words)
    assert (code, "") == (ran.code, ran.out)
    assert len(ran.err.splitlines()) >= 2


def test_as_it_was_recorded_earlier(told: Commands) -> None:
    """--known-on shuts out what was typed in later."""
    ran = told("summary", "--known-on", "2020-01-01")
    assert 1 == ran.code
    assert "Nothing was recorded yet" in ran.err
