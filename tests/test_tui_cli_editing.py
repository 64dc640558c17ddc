"""Recording what happened, as a user does it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.commands import Commands


@pytest.fixture
def run(own_plan: Commands) -> Commands:
    """Return a way to run commands on a copy of the sample plan."""
    return own_plan


def shown(run: Commands, ref: str, *words: str) -> Any:  # Any: what JSON holds
    """Return an action as `show` tells it."""
    return run.done("show", ref, *words, "--json").json["action"]


def test_an_update_is_dated_when_it_happened(run: Commands) -> None:
    """A completion of September entered in January is complete on 30 September."""
    run.done("update", "1.1/1", "--status", "complete", "--note", "Signed", "--on", "30/9/2021")
    assert "complete" == shown(run, "1.1/1", "--as-at", "2021-09-30")["status"]
    assert "complete" != shown(run, "1.1/1", "--as-at", "2021-09-29")["status"]
    newest = shown(run, "1.1/1")["updates"][-1]
    assert ("2021-09-30", "A. Tester", "Signed") == (
        newest["on"],
        newest["said_by"],
        newest["note"],
    )


def test_a_completed_action_is_not_overdue(run: Commands) -> None:
    """The list and its count lose it together."""
    before = run.done("overdue", "--json").json["counts"]["overdue"]
    run.done("update", "1.1/1", "--status", "complete", "--on", "2022-01-10")
    told = run.done("overdue", "--json").json
    assert before - 1 == told["counts"]["overdue"] == len(told["actions"])


def test_an_update_tells_from_what_to_what(run: Commands) -> None:
    """The sentence and the JSON name the field and both values."""
    ran = run.done("update", "1.1/1", "--due", "March 2022", "--reason", "Meeting moved")
    assert "December 2021 (31 December 2021) → March 2022 (31 March 2022)" in ran.out
    again = run.done("update", "1.1/1", "--status", "on hold", "--json").json
    assert [{"field": "status", "from": "not reported", "to": "on hold"}] == again["changed"][0][
        "changes"
    ]


def test_a_moved_date_without_a_reason_is_remarked_on(run: Commands) -> None:
    """Nobody explains why a date moved, unless asked."""
    assert "--reason" in run.done("update", "1.1/1", "--due", "March 2022").err


def test_what_is_typed_in_late_is_said_not_to_stand(run: Commands) -> None:
    """An update of a day before a later one is kept, and the person is told which stands."""
    words = ("--reason", "Late")
    run.done("update", "1.1/1", "--due", "June 2022", "--on", "01/11/2021", *words)
    assert "stands now" not in run.done("update", "1.1/1", "--note", "x", "--on", "01/10/2021").err
    ran = run.done("update", "1.1/1", "--due", "March 2022", "--on", "01/10/2021", *words)
    assert "1.1/1: something else was said of 1 November 2021, and that stands now." in ran.err
    assert "2022-06-30" == shown(run, "1.1/1")["due"]


def test_every_due_date_is_kept(run: Commands) -> None:
    """Slippage is the list of dates that were agreed."""
    run.done("update", "1.1/1", "--due", "March 2022", "--on", "2021-12-01")
    run.done("update", "1.1/1", "--due", "June 2022", "--on", "2022-01-15")
    assert ["2021-12-31", "2022-03-31", "2022-06-30"] == shown(run, "1.1/1")["due_dates"]


def test_milestones_are_reached_one_by_one(run: Commands) -> None:
    """The next open milestone is what the action is late for."""
    run.done("update", "2.4/2", "--milestone-done", "draft", "--on", "2021-06-29")
    told = shown(run, "2.4/2")
    assert ["2021-06-29", None] == [m["done_on"] for m in told["milestones"]]
    assert "2021-11-30" == told["due"]


def test_several_actions_need_a_yes(run: Commands) -> None:
    """Without a person to ask nothing is changed; --yes answers beforehand."""
    words = ("update", "1.1/1", "1.1/3", "--owner", "Chief Officer")
    assert 1 == run(*words).code
    assert [] == shown(run, "1.1/1")["owners"]
    run.done(*words, "--yes")
    assert [["Chief Officer"], ["Chief Officer"]] == [
        [owner["post"] for owner in shown(run, ref)["owners"]] for ref in ("1.1/1", "1.1/3")
    ]


def test_a_filter_chooses_the_actions(run: Commands) -> None:
    """An update over a filter touches those that pass and no others."""
    run.done("update", "--proposal", "5.2", "--status", "in progress", "--yes")
    states = run.done("actions", "--status", "in progress", "--json").json["actions"]
    assert {"5.2/1", "5.2/2", "5.2/3"} <= {a["ref"] for a in states}
    assert "not reported" == shown(run, "1.1/1")["status"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("1.1/1", "--status", "withdrawn"), "--reason"),
        (("1.1/1", "--status", "superseded"), "--superseded-by"),
        (("1.1/1", "--status", "superseded", "--superseded-by", "1.1/1"), "itself"),
        (("1.1/1", "--status", "complete", "--outlook", "at risk"), "outlook"),
        (("1.1/1", "--status", "sparkling"), "no status"),
        (("1.1/1", "--due", "when pigs fly"), "not understood"),
        (("1.1/1", "--due", "31 June 2022"), "not understood"),
        (("1.1/1", "--status", "complete", "--on", "2022-02-01"), "not come yet"),
        (("1.1/1", "--status", "complete", "--on", "2021-04-01"), "before the plan"),
        (("1.1/9", "--status", "complete"), "no action"),
        (("1.1/1", "--milestone-done", "x"), "milestone"),
        (("2.4/2", "--milestone-done", "nothing such"), "milestone"),
    ],
)
def test_what_would_make_the_record_untrue_is_refused(
    run: Commands, words: tuple[str, ...], said: str
) -> None:
    """The message says why; nothing is changed."""
    ref = words[0] if words[0] != "1.1/9" else "1.1/1"
    before = shown(run, ref)
    ran = run("update", *words)
    assert (1, "") == (ran.code, ran.out)
    assert said in ran.err
    assert before == shown(run, ref)


def test_update_without_any_action_is_usage(run: Commands) -> None:
    """An update of everything is never what was meant."""
    assert 2 == run("update", "--status", "complete").code


def test_update_that_says_nothing_is_usage(run: Commands) -> None:
    """As with `edit`; also of several actions, before anybody is asked for a yes."""
    for words in (["1.1/1"], ["--proposal", "2.1"]):
        ran = run("update", *words)
        assert (2, "") == (ran.code, ran.out)
        assert "Nothing to record was said." in ran.err


def test_an_added_action_takes_the_next_number(run: Commands) -> None:
    """It stands under its proposals with its first dates and owner."""
    ran = run.done(
        "add", "2.4,2.6", "Publish the reserves policy", "--due", "June 2022", "--owner", "CFO"
    )
    assert "Added 2.4/3." in ran.out
    told = shown(run, "2.4/3")
    assert (["2.4", "2.6"], "2022-06-30", "not started") == (
        told["proposals"],
        told["due"],
        told["status"],
    )
    assert 70 == run.done("overdue", "--json").json["counts"]["total"]


@pytest.mark.parametrize(
    "words",
    [("2.4", ""), ("2.4", "  \n"), ("9.9", "text"), ("2.4", "text", "--due", "31 June 2022")],
)
def test_an_action_that_says_nothing_is_refused(run: Commands, words: tuple[str, ...]) -> None:
    """No wording, no such proposal, no such date: nothing is added."""
    assert 1 == run("add", *words).code
    assert 69 == run.done("overdue", "--json").json["counts"]["total"]


def test_a_rating_records_who_decided(run: Commands) -> None:
    """The body that decided stands apart from the person who typed."""
    words = ("rate", "2.4", "exemplary", "--by", "Board", "--reason", "Published", "--json")
    told = run.done(*words).json
    assert ("established", "exemplary", "raised", "Board") == (
        told["before"],
        told["after"],
        told["decision"],
        told["by"],
    )
    after = {line["code"]: line for line in run.done("summary", "--json").json["ratings"]}
    assert ("exemplary", "raised", 1) == (
        after["2.4"]["after"],
        after["2.4"]["decision"],
        after["2.4"]["movement"],
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("3.2", "established", "--by", "Board"), "national"),
        (("2.4", "exemplary", "--reason", "x"), "--by"),
        (("2.4", "exemplary", "--by", "Board"), "--reason"),
        (("2.4", "splendid", "--by", "Board"), "no level"),
        (("9.9", "established", "--by", "Board"), "no proposal"),
        (("2.4", "established", "--by", "Board", "--on", "2023-01-01"), "not come yet"),
        (("2.4", "established", "--by", "Board", "--on", "2020-01-01"), "lies before"),
        (("2.4", "established"), "--by"),
    ],
)
def test_a_rating_without_its_grounds_is_refused(
    run: Commands, words: tuple[str, ...], said: str
) -> None:
    """Nothing is decided by half."""
    ran = run("rate", *words)
    assert (1, "") == (ran.code, ran.out)
    assert said in ran.err


def test_a_rating_can_be_entered_late(run: Commands) -> None:
    """A decision of September entered after one of January counts on its own day."""
    first = ("rate", "2.4", "exemplary", "--by", "Board", "--reason", "Used", "--on", "2022-01-10")
    run.done(*first)
    late = ("rate", "2.4", "partly established", "--by", "Board", "--reason", "Lapsed")
    told = run.done(*late, "--on", "30/9/2021", "--json").json
    assert ("established", "partly established", "lowered") == (
        told["before"],
        told["after"],
        told["decision"],
    )
    now = {line["code"]: line for line in run.done("summary", "--json").json["ratings"]}
    then = {
        line["code"]: line
        for line in run.done("summary", "--as-at", "2021-10-31", "--json").json["ratings"]
    }
    assert ("exemplary", "partly established") == (now["2.4"]["after"], then["2.4"]["after"])
    assert "2.4 on 10 January 2022" in run.done("summary").out


@pytest.mark.parametrize(
    ("due", "status", "count"),
    [("ongoing", "ongoing", "ongoing"), ("in place", "in place", "in_place")],
)
def test_a_standing_answer_is_one_here_as_in_a_paper(
    run: Commands, due: str, status: str, count: str
) -> None:
    """`ongoing` and `in place` say the status too, unless another is stated."""
    before = run.done("overdue", "--json").json["counts"]
    ran = run.done("update", "1.1/3", "--due", due)
    assert f"status: not reported → {status}" in ran.out
    after = run.done("overdue", "--json").json["counts"]
    assert (before[count] + 1, before["undated"]) == (after[count], after["undated"])


def test_an_action_added_later_was_not_there_before(run: Commands) -> None:
    """A report of an earlier day does not change when somebody adds an action."""
    run.done("add", "2.4", "Publish it", "--due", "June 2022", "--on", "2022-01-20")
    told = run.done("overdue", "--as-at", "2022-01-19", "--json").json
    assert 69 == told["counts"]["total"]
    assert 1 == run("show", "2.4/3", "--as-at", "2022-01-19").code


@pytest.mark.parametrize(
    "words", [("--due", ""), ("--owner", " "), ("--note", ""), ("--board", "")]
)
def test_an_empty_value_is_refused(run: Commands, words: tuple[str, ...]) -> None:
    """Nothing is wiped by a slip; `none` takes a value away."""
    before = shown(run, "2.4/2")
    assert 2 == run("update", "2.4/2", *words).code
    assert before == shown(run, "2.4/2")


def test_none_takes_a_value_away(run: Commands) -> None:
    """A date and an owner can go, when that is said."""
    run.done("update", "2.4/2", "--owner", "Chief Officer")
    run.done("update", "2.4/2", "--due", "none", "--owner", "none", "--reason", "Dropped")
    told = shown(run, "2.4/2")
    assert (None, [], []) == (told["due"], told["owners"], told["milestones"])


@pytest.mark.parametrize(
    ("said", "status"),
    [("Completed", "complete"), ("Not Started", "not started"), ("Done", "complete")],
)
def test_statuses_are_known_as_papers_put_them(run: Commands, said: str, status: str) -> None:
    """What is read in a paper is understood here as well."""
    run.done("update", "1.1/1", "--status", said)
    assert status == shown(run, "1.1/1")["status"]


def test_an_outlook_given_as_a_status_is_pointed_out(run: Commands) -> None:
    """The message names the option for it."""
    ran = run("update", "1.1/1", "--status", "on track")
    assert 1 == ran.code
    assert "--outlook" in ran.err


@pytest.mark.parametrize("ref", ["2.4 / 2", "2.4/02", " 2.4/2 "])
def test_references_may_be_written_loosely(run: Commands, ref: str) -> None:
    """Spaces and noughts do no harm."""
    assert "2.4/2" == shown(run, ref)["ref"]


def test_notes_written_at_once_are_all_kept(run: Commands) -> None:
    """Commands wait for their turn; none is refused for what another one added."""
    words = [sys.executable, "-m", "tui.main", "--db", run.database, "update", "2.4/2", "--note"]
    writers = [subprocess.Popen([*words, f"note {n}"], stdout=subprocess.DEVNULL) for n in range(4)]
    assert [0, 0, 0, 0] == [writer.wait(timeout=60) for writer in writers]
    notes = {update["note"] for update in shown(run, "2.4/2")["updates"]}
    assert {f"note {n}" for n in range(4)} <= notes


def test_setup_takes_the_posts_that_actions_name(run: Commands) -> None:
    """Suggestions are listed first, taken as one act when said, and counted after."""
    listed = run.done("setup", "--json").json
    assert 69 > len(listed["suggested"]) > 0
    named = {ref for post in listed["suggested"] for ref in post["actions"]}
    run.done("setup", "--accept")
    after = run.done("setup", "--json").json
    assert len(listed["ownerless"]) - len(named) == len(after["ownerless"])
    run.done("undo", "--yes")
    assert listed == run.done("setup", "--json").json


def test_setup_needs_somebody_to_ask(run: Commands) -> None:
    """In a script it says what to do instead."""
    ran = run("setup")
    assert 1 == ran.code
    assert "--list" in ran.err


def test_markup_and_escape_codes_do_no_harm(run: Commands) -> None:
    """Text from people is shown as it is, without what steers a terminal."""
    run.done("add", "2.4", "Review [/] [red]rates[/red] \x1b[31m now")
    ran = run.done("actions", "--proposal", "2.4", "--format", "table")
    assert "\x1b" not in ran.out
    assert "[/]" in run.done("show", "2.4/3", "--format", "table").out


def test_an_action_is_reworded_and_keeps_its_reference(run: Commands) -> None:
    """Its place, its dates and its history stay."""
    run.done("edit", "2.4/2", "--text", "Set reserves aside by name", "--under", "2.4, 2.6")
    told = shown(run, "2.4/2")
    assert ("Set reserves aside by name", ["2.4", "2.6"]) == (told["text"], told["proposals"])
    assert 2 == len(told["milestones"])
    assert "2.4/2" in {
        a["ref"] for a in run.done("actions", "--proposal", "2.6", "--json").json["actions"]
    }


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("--text", " "), 2), (("--under", "9.9"), 1), (("--under", ","), 2)],
)
def test_an_edit_that_says_nothing_is_refused(
    run: Commands, words: tuple[str, ...], code: int
) -> None:
    """Empty wording and unknown proposals change nothing."""
    before = shown(run, "2.4/2")
    assert code == run("edit", "2.4/2", *words).code
    assert before == shown(run, "2.4/2")


def test_a_local_action_may_stand_under_a_national_proposal(run: Commands) -> None:
    """Ratings may not, actions may."""
    assert "Added 3.2/1." in run.done("add", "3.2", "Prepare for the inspection").out
    assert "3.2/1" in run.done("actions", "--proposal", "3.2").out
