"""What links are, and the one fate of every group of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.lineages import KnownPair, known_pairs
from tests.plans import action, words
from tracker.drafts import ActionDraft, RecommendationDraft
from tracker.kinds import Fate, Status
from tracker.lineage import (
    Link,
    Wording,
    groups,
    has_moved,
    is_word_for_word,
    wording_in_paper,
    wording_in_plan,
)


def wording(ref: str, text: str = "Open a shared room") -> Wording:
    """Make an action under the proposal that its reference names."""
    return Wording(ref, (ref.partition("/")[0],), text)


def link(base: str, repeat: str) -> Link:
    """Make a link."""
    return Link(base, repeat, 1.0, "")


@pytest.mark.parametrize("pair", known_pairs(), ids=lambda pair: pair.name)
def test_right_links_give_the_fates_that_the_hard_pairs_state(pair: KnownPair) -> None:
    """Given every right link, each group has its fate, and those without one are told too."""
    found = groups(pair.base, pair.repeat, [link(b, r) for b, r in pair.links])
    expected = {(frozenset(bases), frozenset(repeats), fate) for bases, repeats, fate in pair.fates}
    assert expected == {(frozenset(g.base), frozenset(g.repeat), g.fate) for g in found}


@pytest.mark.parametrize(
    ("base", "repeat", "links", "fates"),
    [
        (["1.1/1"], ["1.1/1"], [("1.1/1", "1.1/1")], [Fate.CARRIED]),
        (["1.1/1"], ["1.2/1"], [("1.1/1", "1.2/1")], [Fate.MOVED]),
        (["1.1/1"], ["1.1/1"], [], [Fate.NOT_CARRIED, Fate.NEW]),
        (
            ["1.1/1"],
            ["1.1/1", "1.2/1"],
            [("1.1/1", "1.1/1"), ("1.1/1", "1.2/1")],
            [Fate.SPLIT],
        ),
        (
            ["1.1/1", "1.2/1"],
            ["1.1/1"],
            [("1.1/1", "1.1/1"), ("1.2/1", "1.1/1")],
            [Fate.MERGED],
        ),
        (
            ["1.1/1", "1.2/1"],
            ["1.1/1", "1.2/1"],
            [("1.1/1", "1.1/1"), ("1.2/1", "1.1/1"), ("1.2/1", "1.2/1")],
            [Fate.MERGED],
        ),
    ],
)
def test_a_group_has_the_first_fate_that_holds(
    base: list[str], repeat: list[str], links: list[tuple[str, str]], fates: list[Fate]
) -> None:
    """Merged comes before split, split before moved, moved before reworded and carried."""
    found = groups(
        [wording(ref) for ref in base],
        [wording(ref) for ref in repeat],
        [link(*pair) for pair in links],
    )
    assert fates == [group.fate for group in found]


def test_a_moved_action_may_be_reworded_too() -> None:
    """The move is what is told."""
    base, repeat = [wording("1.1/1")], [wording("1.2/1", "A shared room to be opened")]
    (group,) = groups(base, repeat, [link("1.1/1", "1.2/1")])
    assert Fate.MOVED == group.fate


def test_groups_stand_in_the_order_of_references() -> None:
    """2.10 comes after 2.9; new actions come where their own reference belongs."""
    base = [wording("1.1/10"), wording("1.1/9")]
    repeat = [wording("2.1/1"), wording("1.1/2")]
    found = groups(base, repeat, [link("1.1/9", "2.1/1")])
    assert [("1.1/2",), ("1.1/9",), ("1.1/10",)] == [g.base or g.repeat for g in found]


def test_a_link_to_an_action_that_is_not_there_is_left_out() -> None:
    """A stored link whose action was taken away by an undone import does no harm."""
    found = groups([wording("1.1/1")], [], [link("1.1/1", "9.9/9")])
    assert [Fate.NOT_CARRIED] == [group.fate for group in found]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Health & social care – plan.", "health and social care -  plan", True),
        ("pan-Orrin pathways", "pan- Orrin\npathways", True),
        ("Members’ briefings", "Members' briefings", True),
        ("a directory of dentists", "a directory of dentist", False),
        ("by April 2021", "by April 2022", False),
        ("—", "…", False),
    ],
)
def test_word_for_word_overlooks_only_how_it_is_set(one: str, other: str, same: bool) -> None:
    """Case, spacing, hyphens and punctuation do not count; every letter and figure does."""
    assert same is is_word_for_word(wording("1.1/1", one), wording("1.1/1", other))


def test_sub_items_are_part_of_the_wording() -> None:
    """An action whose list has changed is reworded, not carried."""
    base = Wording("1.1/1", ("1.1",), "Open rooms", sub_items=("north", "south"))
    repeat = Wording("1.1/1", ("1.1",), "Open rooms", sub_items=("north",))
    (group,) = groups([base], [repeat], [link("1.1/1", "1.1/1")])
    assert Fate.REWORDED == group.fate


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (("1.1",), ("1.1",), False),
        (("1.1", "2.1"), ("2.1",), False),
        (("1.1", "2.1"), ("2.2",), True),
        ((), ("1.1",), False),
        ((), (), False),
    ],
)
def test_an_action_moves_when_it_shares_no_proposal(
    before: tuple[str, ...], after: tuple[str, ...], moved: bool
) -> None:
    """Losing one of several is no move, nor is a recommendation's being given its first."""
    assert moved is has_moved(Wording("1.1/1", before, ""), Wording("1.1/1", after, ""))


def test_a_paper_and_a_plan_give_the_same_wording() -> None:
    """What matching sees of an action does not hang on whether it is stored yet."""
    due = words("June 2021", due=date(2021, 6, 30))
    draft = ActionDraft("1.1/1", "Open a shared room", timescale=due, also_under=("2.1",))
    held = action("1.1/1", timescale=due, proposals=("1.1", "2.1"))
    from_paper, from_plan = wording_in_paper(draft), wording_in_plan(held)
    assert from_paper == replace(from_plan, status=draft.status)


def test_a_recommendation_stands_under_no_proposal() -> None:
    """It is matched by its words alone, and never said to have moved."""
    draft = RecommendationDraft("R/3", "Governance", "Open a shared room", status=Status.COMPLETE)
    assert Wording("R/3", (), "Open a shared room", status=Status.COMPLETE) == wording_in_paper(
        draft
    )
