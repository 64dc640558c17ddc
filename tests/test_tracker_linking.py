"""What links are found with: words and their kinds, likeness, and the assignment."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lineage import Wording
from tracker.linking.assignment import assign
from tracker.linking.evidence import certainty
from tracker.linking.likeness import likeness, read_words, shared
from tracker.linking.vocabulary import EMPTY, FORM, SAME, WORKING
from tracker.linking.wording import FORMAL, LABOUR, SUBJECT, learn_abbreviations, stem, terms


@pytest.mark.parametrize(
    "family",
    [
        "organise organised organising organisation organisational",
        "commission commissioned commissioning",
        "integrate integrated integration",
        "evaluate evaluated evaluating evaluation",
        "policy policies",
        "plan plans planned planning",
        "carry carried carries",
        "finance financial",
        "address addresses",
        "finalise finalised",
        "harmonise harmonize harmonization",
        "keep kept",
    ],
)
def test_inflections_and_derivations_have_one_stem(family: str) -> None:
    """What differs only by its ending is one word."""
    assert 1 == len({stem(word) for word in family.split()})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("director", "directions"),
        ("community", "communication"),
        ("committee", "commitment"),
        ("carer", "care"),
        ("manager", "management"),
        ("provider", "provide"),
        ("police", "policy"),
        ("authors", "authority"),
        ("directory", "director"),
        ("succession", "successful"),
    ],
)
def test_words_of_other_meaning_keep_apart(one: str, other: str) -> None:
    """Who does it is not what is done."""
    assert stem(one) != stem(other)


@given(st.text(max_size=30).map(str.casefold))
def test_any_word_has_a_stem_no_longer_than_itself(word: str) -> None:
    """No word, of whatever script, is an error."""
    assert len(stem(word)) <= max(len(word), 8)


def test_no_word_is_of_two_kinds() -> None:
    """A word is empty, of working or of form, and stands in one family of synonyms."""
    assert set() == EMPTY & (WORKING | FORM)
    assert set() == WORKING & FORM
    families: dict[str, str] = {}
    for line in SAME:
        for word in line:
            assert families.setdefault(stem(word), line[0]) == line[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Continue to improve the care of carers", {("care", FORMAL), ("carers", SUBJECT)}),
        ("By June 2021", set()),
        ("podiatry", {("podiatry", SUBJECT)}),
    ],
)
def test_words_weigh_by_their_kind(text: str, expected: set[tuple[str, float]]) -> None:
    """Dates and words of doing tell little or nothing, subjects most."""
    assert expected == {(t.word, t.weight) for t in terms(text, {}) if t.weight > LABOUR}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the IJB", "the Integration Joint Board"),
        ("MIJB", "IJB"),
        ("section 95 officer", "Chief Finance Officer"),
        ("home care", "care at home"),
        ("service users", "people who use services"),
        ("the 3rd sector", "voluntary organisations"),
        ("SPCG", "Strategic Planning & Commissioning Group"),
        ("every quarter", "quarterly"),
        ("A&E", "accident and emergency"),
        ("TEC", "technology enabled care"),
    ],
)
def test_what_means_the_same_has_the_same_roots(one: str, other: str) -> None:
    """The field's abbreviations and set phrases are known."""
    roots = [{term.root for term in terms(text, {})} for text in (one, other)]
    assert roots[0] == roots[1] != set()


def test_a_paper_teaches_its_own_abbreviations() -> None:
    """Letters that capitalised words begin with stand for them, in either paper."""
    texts = ["RWAF to meet.", "The Rural Wellbeing and Access Forum", "ICT, NHS and the CFO"]
    assert {"rwaf": "rural wellbeing and access forum"} == learn_abbreviations(texts)


def test_a_long_abbreviation_is_known_from_words_without_capitals() -> None:
    """Four letters are not found by chance, three are."""
    texts = ["RWAF and RWA", "the rural wellbeing and access forum"]
    assert {"rwaf": "rural wellbeing and access forum"} == learn_abbreviations(texts)


def test_the_name_of_a_body_weighs_less_than_its_words() -> None:
    """Who meets is rarely what an action is about."""
    named = terms("the Podiatry Network", {})
    plain = terms("podiatry", {})
    assert named[0].weight < plain[0].weight


def test_a_slip_of_the_pen_is_the_same_word() -> None:
    """A long word that one cycle misspells is known by the other's spelling."""
    base, repeat = read_words(
        [Wording("1.1/1", (), "physiotherapy waiting lists")],
        [Wording("1.1/1", (), "phyisotherapy waiting lists")],
    )
    common = shared(base[0].weights, repeat[0].weights)
    assert likeness(common, base[0].total, repeat[0].total) == 1.0


def test_rare_words_weigh_more() -> None:
    """What many actions speak of tells little of any one."""
    texts = ["carers and tribunals", "carers", "carers and dentists", "carers and ferries"]
    (first, *_), _ = read_words([Wording(text, (), text) for text in texts], [])
    assert first.weights[stem("tribunals")] > first.weights[stem("carers")]


def test_certainty_rises_with_the_odds() -> None:
    """Even odds are a half; nothing is quite sure."""
    assert [0.002, 0.5, 0.999] == [certainty(odds) for odds in (-6.2, 0.0, 7.0)]


WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    st.floats(-2, 5) | st.integers(-1, 3).map(float),
    max_size=12,
)


@given(WEIGHTS)
def test_the_assignment_weighs_most_of_all(weights: dict[tuple[int, int], float]) -> None:
    """No other pairing weighs more, and nothing is used twice."""
    pairs = assign(weights)
    assert len(pairs) == len(set(pairs.values()))
    best = max(
        sum(weights.get(place, -99) for place in enumerate(way) if place[1] is not None)
        for way in permutations([*range(4), *[None] * 4], 4)
    )
    assert abs(best - sum(weights[place] for place in pairs.items())) < 1e-9
