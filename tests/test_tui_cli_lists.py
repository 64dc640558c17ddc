"""The lists on the sample plan, as a user sees them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.commands import Commands

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], sample: Path, monkeypatch: pytest.MonkeyPatch
) -> Commands:
    """Return a way to run commands on the sample plan, on a fixed day."""
    monkeypatch.setenv("TRACKER_TODAY", "2022-01-31")
    monkeypatch.setenv("TRACKER_PARTNERSHIP", "Moray")
    return Commands(capsys, sample)


def test_what_a_message_quotes_stands_in_one_kind_of_quotation_marks(run: Commands) -> None:
    """Also where the words of the command itself are at fault."""
    assert "There is no cycle “2030”" in run("overdue", "--cycle", "2030").err
    assert "“overdo”" in run("overdo").err
    assert "“--within”: at least 0." in run("overdue", "--within", "-5").err
    assert "“soon”" in run("overdue", "--within", "soon").err + run("overdue", "--by", "soon").err


def test_an_owner_that_no_action_has_is_told(run: Commands) -> None:
    """The list is empty for a reason; nothing is said of statuses that it does not count."""
    for command in ("overdue", "actions"):
        ran = run.done(command, "--owner", "Nobody")
        assert "has an owner named “Nobody”" in ran.err
        assert "No action has an owner yet." in ran.err
        assert "no reported status" not in ran.out


def test_overdue_counts_add_up_and_match_the_list(run: Commands) -> None:
    """Every action is in one bucket; the list holds exactly the overdue ones."""
    told = run.done("overdue", "--json").json
    counts = told["counts"]
    assert 69 == counts["total"] == counts["live"] + counts["closed"]
    assert counts["live"] == sum(
        counts[key] for key in ("overdue", "due_soon", "due_later", "ongoing", "undated")
    )
    assert counts["closed"] == sum(
        counts[key] for key in ("complete", "in_place", "withdrawn", "superseded")
    )
    assert counts["overdue"] == len(told["actions"])
    assert ("Moray", "2021", "2022-01-31") == (told["partnership"], told["cycle"], told["as_at"])


def test_overdue_tells_each_action_by_the_agreed_keys(run: Commands) -> None:
    """Scripts find reference, words, dates and lateness."""
    actions = {a["ref"]: a for a in run.done("overdue", "--json").json["actions"]}
    first = actions["1.1/1"]
    assert ("December 2021", "2021-12-31", 31, "action") == (
        first["timescale"],
        first["due"],
        first["days_overdue"],
        first["what"],
    )
    assert {"proposals", "text", "owners", "status", "last_update"} <= set(first)
    assert "2021-04-30" == first["last_update"]


def test_a_date_already_past_when_agreed_is_the_longest_overdue(run: Commands) -> None:
    """The list begins with what is latest."""
    days = [a["days_overdue"] for a in run.done("overdue", "--json").json["actions"]]
    assert sorted(days, reverse=True) == days
    assert 671 == days[0]


def test_as_at_moves_the_day(run: Commands) -> None:
    """December 2021 is late from 1 January 2022, not before."""
    before = run.done("overdue", "--as-at", "31/12/2021", "--json").json["actions"]
    after = run.done("overdue", "--as-at", "1 January 2022", "--json").json["actions"]
    assert "1.1/1" not in {a["ref"] for a in before}
    assert "1.1/1" in {a["ref"] for a in after}


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv", "json"])
def test_overdue_goes_out_in_every_format(run: Commands, form: str) -> None:
    """Each format names the first overdue action."""
    ran = run.done("overdue", "--format", form)
    assert "1.1/1" in ran.out
    assert not ran.err


def test_csv_has_a_row_for_each_action_of_each_list(run: Commands) -> None:
    """A spreadsheet gets the same actions as the JSON."""
    told = run.done("overdue", "--json").json
    rows = list(csv.DictReader(io.StringIO(run.done("overdue", "--format", "csv").out)))
    late = [row["ref"] for row in rows if row["section"] == "Overdue"]
    assert [a["ref"] for a in told["actions"]] == late


def test_grouping_by_key_feature_keeps_every_action(run: Commands) -> None:
    """Groups share the same actions out, none twice."""
    grouped = run.done("overdue", "--by", "key-feature", "--format", "csv").out
    rows = [r for r in csv.DictReader(io.StringIO(grouped)) if r["section"].startswith("Overdue:")]
    whole = run.done("overdue", "--json").json["actions"]
    assert sorted(a["ref"] for a in whole) == sorted(row["ref"] for row in rows)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--proposal", "2.4"), 2),
        (("--proposal", "2.4", "--proposal", "5.2"), 5),
        (("--key-feature", "5"), 5),
        (("--status", "in place", "--proposal", "4.3"), 5),
        (("--status", "in-place", "--proposal", "4.3"), 5),
        (("--owner", "none"), 69),
        (("--due-to", "2020-12-31"), 2),
        (("--words", "reserves"), 2),
        (("--silent", "276"), 54),
        (("--silent", "9000"), 0),
        (("--reviews",), 1),
        (("--status", "due soon", "--within", "90"), 8),
    ],
)
def test_actions_pass_filters(run: Commands, words: tuple[str, ...], expected: int) -> None:
    """Everything that is said must hold."""
    assert expected == len(run.done("actions", *words, "--json").json["actions"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--status", "finished"), "There is no status “finished”."),
        (("--proposal", "9.9"), "There is no proposal “9.9”."),
        (("--key-feature", "7"), "There is no key feature “7”."),
    ],
)
def test_a_filter_that_nothing_could_pass_is_refused(
    run: Commands, words: tuple[str, ...], said: str
) -> None:
    """A slip of the pen is not an empty list."""
    ran = run("actions", *words)
    assert (1, "") == (ran.code, ran.out)
    assert said in ran.err


def test_show_tells_how_the_timescale_is_read(run: Commands) -> None:
    """One action whole, with its milestones."""
    told = run.done("show", "2.4/2", "--json").json["action"]
    assert ["2021-06-30", "2021-11-30"] == [m["due"] for m in told["milestones"]]
    assert "30 June 2021" in run.done("show", "2021:2.4/2").out


@pytest.mark.parametrize("ref", ["2.4/9", "9.9/1", "nonsense", "1999:2.4/1", "/", "2.4/"])
def test_an_unknown_reference_is_told_with_what_is_held(run: Commands, ref: str) -> None:
    """The message says where to look."""
    ran = run("show", ref)
    assert (1, "") == (ran.code, ran.out)
    assert len(ran.err.splitlines()) >= 2


def test_summary_holds_the_published_movements(run: Commands) -> None:
    """Six up, sixteen unchanged, none down."""
    told = run.done("summary", "--json").json
    assert {"up": 6, "down": 0, "unchanged": 16, "not_comparable": 0} == told["movements"]
    up = [line["code"] for line in told["ratings"] if line["movement"]]
    assert ["1.1", "2.5", "2.6", "3.1", "4.3", "5.1"] == up
    parts = [feature["counts"]["total"] for feature in told["key_features"]]
    assert told["counts"]["total"] == sum(parts)


def test_summary_says_what_y_and_g_mean(run: Commands) -> None:
    """They are letters for previous and now, not colours."""
    assert "not red-amber-green" in run.done("summary").out


def test_a_partnership_with_one_cycle_has_nothing_to_compare(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first return says so instead of showing zero movement."""
    monkeypatch.setenv("TRACKER_PARTNERSHIP", "Edinburgh")
    told = run.done("summary", "--json").json
    assert 22 == told["movements"]["not_comparable"]
    assert [10, 12] == [
        level["after"]
        for name in ("established", "partly established")
        for level in told["levels"]
        if level["level"] == name
    ]


def test_without_a_name_several_partnerships_are_named(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says which ones are held."""
    monkeypatch.delenv("TRACKER_PARTNERSHIP")
    ran = run("overdue")
    assert 1 == ran.code
    assert all(name in ran.err + ran.out for name in ("Edinburgh", "Moray", "North Lanarkshire"))


def test_a_day_before_the_plan_is_refused(run: Commands) -> None:
    """Nothing is said of a day on which no plan was held."""
    ran = run("overdue", "--as-at", "2018-01-01", "--cycle", "2021")
    assert (1, "") == (ran.code, ran.out)


def test_cycle_list_shows_the_live_one(run: Commands) -> None:
    """The previous ratings are a cycle of their own, ratings only."""
    cycles = run.done("cycle", "list", "--json").json["cycles"]
    assert [(True, False), (False, True)] == [(c["ratings_only"], c["live"]) for c in cycles]


def test_output_is_written_whole_and_not_over_another(run: Commands, tmp_path: Path) -> None:
    """A file that is there is replaced only when that is said."""
    target = tmp_path / "late.csv"
    run.done("overdue", "--output", target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    ran = run("overdue", "--output", target)
    assert 1 == ran.code
    assert "--force" in ran.err
    run.done("overdue", "--output", target, "--force")
    assert [target] == list(tmp_path.iterdir())


def test_an_output_without_a_format_is_refused(run: Commands, tmp_path: Path) -> None:
    """A name that says nothing is asked about."""
    assert 1 == run("overdue", "--output", tmp_path / "late").code
    assert not list(tmp_path.iterdir())


def test_a_cycle_without_actions_is_not_good_news(run: Commands) -> None:
    """Where only ratings are held, no list says that nothing is overdue."""
    for command in ("overdue", "actions"):
        ran = run.done(command, "--cycle", "before 2021")
        assert "its actions are not" in ran.out
        assert "Nothing is overdue" not in ran.out
    assert not run.done("overdue", "--cycle", "before 2021", "--json").json["actions_held"]
    assert 1 == run("summary", "--as-at", "2010-01-01").code


def test_sample_data_say_that_they_are(run: Commands) -> None:
    """The name of a real body never stands there without the caution."""
    for command in ("overdue", "summary"):
        assert "no statement about the partnership" in run.done(command).out


def test_an_option_in_the_wrong_place_is_told_where_it_belongs(run: Commands) -> None:
    """The message shows the order."""
    ran = run("overdue", "--partnership", "Moray")
    assert 2 == ran.code
    assert "tracker --partnership ... overdue" in ran.err


def test_csv_holds_numbers_and_no_guards_of_our_own(run: Commands) -> None:
    """Days and movements are figures; our own words need no protection."""
    out = run.done("overdue", "--format", "csv").out
    assert "'=" not in out
    rows = [r for r in csv.DictReader(io.StringIO(out)) if r["section"] == "Overdue"]
    assert "671" == rows[0]["days_overdue"]
    assert "2.6" == rows[0]["proposals"]
    assert "'" not in run.done("summary", "--format", "csv").out.replace("'s", "")


@pytest.mark.parametrize(
    "words",
    [("overdue", "--as-at", "31/31/2022"), ("overdue", "--by", "colour"), ("nonsense",)],
)
def test_words_that_cannot_be_understood_are_usage(run: Commands, words: tuple[str, ...]) -> None:
    """Exit code 2, nothing on standard output."""
    ran = run(*words)
    assert (2, "") == (ran.code, ran.out)
    assert ran.err


def test_owners_add_up_and_name_what_nobody_leads(own_plan: Commands) -> None:
    """Every action stands under a post or under none; the most overdue post comes first."""
    run = own_plan
    run.done("update", "1.1/1", "1.1/3", "--owner", "Chief Officer", "--yes")
    found = run.done("owners", "--json").json["owners"]
    assert ["Chief Officer", None] == [one["post"] for one in found]
    assert 69 == sum(one["leads"] for one in found)
    assert all(one["leads"] == one["live"] + one["closed"] for one in found)
    assert "No owner" in run.done("owners").out
