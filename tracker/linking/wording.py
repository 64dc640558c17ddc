"""An action's words, ready to be compared with another's.

Owns stems, synonyms, abbreviations, the names of bodies, and the weight that a word has by its
kind. Leaves the words themselves to `vocabulary`, and comparing to `likeness`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.linking.vocabulary import (
    ABBREVIATIONS,
    BODIES,
    DATES,
    EMPTY,
    FORM,
    IRREGULAR,
    PHRASES,
    SAME,
    WORKING,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

SUBJECT, FORMAL, LABOUR, FIGURE, IN_NAME = 1.0, 0.5, 0.2, 0.3, 0.5
"""What a word weighs: as subject, as form of the work, as a word of doing, as a figure; and the
share of it that is left inside the name of a body, which is rarely what an action is about."""

_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "&": " and "})
_TOKEN = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]+s?")
_LONG_INITIALS = 3
"""Letters of an abbreviation that more are needed than, to know it from words without capitals."""
_SMALL = frozenset({"and", "of", "for", "the", "to", "in", "on", "with"})
_DERIVED = re.compile(
    "(?<=....)(?:[iy]sation|ization|ations?|e?ment|it(?:y|ies)|[ae]nce|ising|izing|i[sz]e?|ive"
    "|ally|ably|ion|i?al|ly|it|e|y)$"
)
"""Endings that make one word of another; the longest is found first."""


class Term(NamedTuple):
    """A word that says something."""

    root: str
    """What it shares with its inflections, derivations and synonyms."""
    weight: float
    """By its kind, 0 to 1."""
    word: str
    """As written."""


def plain_words(text: str) -> list[str]:
    """Return every word in lower case, in order."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what a word in lower case shares with its inflections and derivations."""
    word = _uninflected(IRREGULAR.get(word, word))
    word = _DERIVED.sub("", _DERIVED.sub("", word))
    if word.endswith("at") and len(word) > 6:
        word = word[:-2]
    return word[:-1] if word.endswith(("e", "i")) and len(word) > 3 else word


def _uninflected(word: str) -> str:
    """Return a word without the ending of a plural, a past or a continuous form."""
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and re.search("[aeiouy]", root):
            doubled = root[-1] == root[-2] and root[-1] not in "lsz"
            return root[:-1] if doubled else root
    return word


_ROOTS = {stem(word): stem(line[0]) for line in SAME for word in line}
_LABOUR = frozenset(_ROOTS.get(stem(word), stem(word)) for word in WORKING)
_FORMAL = frozenset(_ROOTS.get(stem(word), stem(word)) for word in FORM)


def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Return the phrases by their first words, the longest first."""
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, meaning in sorted(PHRASES.items(), key=lambda item: -len(item[0])):
        first, *rest = phrase.split()
        by_first.setdefault(first, []).append(([first, *rest], meaning))
        if rest and not phrase.endswith("s"):
            by_first[first].append(([first, *rest[:-1], f"{rest[-1]}s"], meaning))
    return by_first


_PHRASES = _phrases()


@lru_cache(maxsize=8192)
def weight_of(word: str) -> tuple[str, float] | None:
    """Return a word's root and weight; None where it says nothing."""
    if word.isdigit():
        return (word, FIGURE) if len(word) in {2, 3} else None
    if word in EMPTY or word in DATES or len(word) == 1:
        return None
    root = _ROOTS.get(stem(word), stem(word))
    if root in _LABOUR:
        return root, LABOUR
    return root, FORMAL if root in _FORMAL else SUBJECT


def terms(text: str, learnt: Mapping[str, str]) -> tuple[Term, ...]:
    """Return the words of a text that say something, in their order.

    Args:
        text: As written.
        learnt: Abbreviations that the papers spell out, by `learn_abbreviations`.
    """
    tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text).translate(_PLAIN))
    found: list[Term] = []
    for word, shown, named in _joined(_spelt_out(tokens, learnt)):
        kind = weight_of(word)
        if kind:
            root, weight = kind
            found.append(Term(root, weight * IN_NAME if named else weight, shown))
    return tuple(found)


def _spelt_out(tokens: Sequence[str], learnt: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Return words in lower case, as shown, and whether each stands in the name of a body."""
    spelt: list[tuple[str, str, bool]] = []
    for token in tokens:
        abbreviated = not token.islower() and _ACRONYM.fullmatch(token)
        words = _full(token, learnt).split() if abbreviated else None
        if words:
            named = words[-1] in BODIES
            spelt += [(word, token, named) for word in words]
        else:
            spelt.append((token.casefold(), token, False))
            if token[0].isupper() and token.casefold() in BODIES:
                _mark_name(spelt)
    return spelt


def _full(acronym: str, learnt: Mapping[str, str]) -> str:
    """Return what an abbreviation stands for, or nothing."""
    key = acronym.casefold()
    # Partnerships put their initial before it: MIJB, EIJB.
    if key.removesuffix("s").endswith("ijb"):
        key = "ijb"
    return learnt.get(key) or ABBREVIATIONS.get(key, "")


def _mark_name(spelt: list[tuple[str, str, bool]]) -> None:
    """Mark the capitalised words before and at the end as the name of a body."""
    place = len(spelt) - 1
    while place >= 0 and (spelt[place][1][0].isupper() or spelt[place][0] in _SMALL):
        spelt[place] = (*spelt[place][:2], True)
        place -= 1


def _joined(spelt: Sequence[tuple[str, str, bool]]) -> Iterable[tuple[str, str, bool]]:
    """Yield the words with every phrase that is one thing made one."""
    words = [word for word, _, _ in spelt]
    place = 0
    while place < len(words):
        for phrase, meaning in _PHRASES.get(words[place], ()):
            if words[place : place + len(phrase)] == phrase:
                shown = dict.fromkeys(shown for _, shown, _ in spelt[place : place + len(phrase)])
                for part in meaning.split():
                    yield part, " ".join(shown), spelt[place][2]
                place += len(phrase)
                break
        else:
            yield spelt[place]
            place += 1


def learn_abbreviations(texts: Sequence[str]) -> dict[str, str]:
    """Return the abbreviations that texts use and spell out somewhere, in lower case.

    Args:
        texts: Everything that both papers say, so that one may abbreviate what the other spells.
    """
    wanted = {
        found.casefold()
        for text in texts
        for found in _ACRONYM.findall(text)
        if len(found) >= 3 and not _full(found, {})
    }
    firsts = {key[0] for key in wanted}
    learnt: dict[str, str] = {}
    for text in texts if wanted else ():
        tokens = _TOKEN.findall(text.translate(_PLAIN))
        for place, token in enumerate(tokens):
            if token[0].casefold() in firsts:
                _learn(tokens[place : place + 9], wanted, learnt)
    return learnt


def _learn(tokens: Sequence[str], wanted: Container[str], learnt: dict[str, str]) -> None:
    """Take down the abbreviations whose letters the words ahead begin with.

    Words without capitals spell only a long one out: three letters are soon found by chance.
    """
    initials, spelt, plain = "", [], False
    for token in tokens:
        spelt.append(token.casefold())
        if token in _SMALL:
            continue
        if token.isupper():
            return
        plain = plain or not token[0].isupper()
        initials += token[0].casefold()
        if initials in wanted and len(initials) > (_LONG_INITIALS if plain else 2):
            words = " ".join(spelt)
            # The first by the alphabet, so that it does not hang on the order of rows.
            learnt[initials] = min(words, learnt.get(initials, words))
