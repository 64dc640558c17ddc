"""Pairs of cycles of invented partnerships, of which it is known which action is which.

They stand in `documents/lineage`. A link's repeat without a text has its base's, word for word. The
pairs that say `held_out` were written first, in other styles, and left alone while the weights of
matching were chosen: they say how well it does on papers that nobody has seen. Two pairs say nearly
everything in other words, more than matching by words can see: they state the least that they are
found with.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from tests.papers import EXPECTED, FRAMEWORK, real_paper
from tracker.kinds import Fate, Outcome
from tracker.lineage import Wording
from tracker.readers.paper import read_paper
from tracker.readers.registry import read_document

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tracker.drafts import PaperDraft

FOLDER = Path(__file__).parent / "documents" / "lineage"
LEAST = 0.93
"""How well links are found where a pair states nothing else."""


@dataclass(frozen=True)
class KnownPair:
    """Two cycles and what is right of them."""

    name: str
    held_out: bool
    least: float
    """How well its links are found at least, as F1."""
    base: tuple[Wording, ...]
    repeat: tuple[Wording, ...]
    fates: tuple[tuple[tuple[str, ...], tuple[str, ...], Fate], ...]
    """References of the base, of the repeat, and what became of them."""

    @property
    def links(self) -> set[tuple[str, str]]:
        """Every pair of references that belongs together."""
        return {(b, r) for bases, repeats, _ in self.fates for b in bases for r in repeats}

    @property
    def new(self) -> set[str]:
        """The actions that only the repeat has."""
        return {r for bases, repeats, _ in self.fates if not bases for r in repeats}


@dataclass(frozen=True)
class Score:
    """How well links were found; adds up over pairs."""

    right: int = 0
    found: int = 0
    known: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the score over both."""
        return Score(self.right + other.right, self.found + other.found, self.known + other.known)

    @property
    def precision(self) -> float:
        """Share of the links found that are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the known links that were found."""
        return self.right / self.known if self.known else 1.0

    @property
    def f1(self) -> float:
        """Both in one."""
        return 2 * self.right / (self.found + self.known) if self.found + self.known else 1.0

    def __str__(self) -> str:
        """Return precision, recall and both in one, as a failing test tells them."""
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}, F1 {self.f1:.3f}"


@dataclass(frozen=True)
class Telling:
    """What a repeat's evidence under one proposal tells of actions that are gone."""

    code: str
    gone: tuple[Wording, ...]
    evidence: tuple[str, ...]
    known: frozenset[tuple[str, Outcome]]


def tellings() -> tuple[Telling, ...]:
    """Return, by proposal, the evidence of the pair whose finished actions became evidence."""
    held = tomllib.loads((FOLDER / "westercraig.toml").read_text("utf-8"))
    found: dict[str, tuple[list[Wording], list[str], set[tuple[str, Outcome]]]] = {}
    for said in held["evidence"]:
        found.setdefault(said["code"], ([], [], set()))[1].append(said["text"])
    for group in held["group"]:
        if "told" not in group:
            continue
        wording = _wording(group["base"][0])
        gone, evidence, known = found.setdefault(wording.proposals[0], ([], [], set()))
        gone.append(wording)
        evidence.append(group["told"])
        known.add((wording.ref, Outcome(group["outcome"])))
    return tuple(
        Telling(code, tuple(gone), tuple(evidence), frozenset(known))
        for code, (gone, evidence, known) in sorted(found.items())
    )


def score(found: Collection[tuple[str, str]], pair: KnownPair) -> Score:
    """Return how well links were found in a pair of cycles."""
    return Score(len(pair.links.intersection(found)), len(set(found)), len(pair.links))


def known_pairs() -> tuple[KnownPair, ...]:
    """Return every pair of cycles, by name."""
    return tuple(_pair(path) for path in sorted(FOLDER.glob("*.toml")))


def _pair(path: Path) -> KnownPair:
    held = tomllib.loads(path.read_text("utf-8"))
    base: list[Wording] = []
    repeat: list[Wording] = []
    fates = []
    for group in held["group"]:
        bases = [_wording(action) for action in group.get("base", ())]
        same = {"text": bases[0].text} if bases else {}
        repeats = [_wording(same | action) for action in group.get("repeat", ())]
        base += bases
        repeat += repeats
        refs = tuple(w.ref for w in bases), tuple(w.ref for w in repeats)
        fates.append((*refs, Fate(group["fate"])))
    return KnownPair(
        path.stem,
        held_out=held.get("held_out", False),
        least=held.get("least", LEAST),
        base=tuple(base),
        repeat=tuple(repeat),
        fates=tuple(fates),
    )


# Any: what a TOML file holds; the fields are checked by building every wording.
def _wording(action: Mapping[str, Any]) -> Wording:
    code = action["ref"].partition("/")[0]
    return Wording(
        ref=action["ref"],
        proposals=() if code == "R" else (code,),
        text=action["text"],
        delivery=action.get("delivery"),
        timescale=action.get("timescale"),
        due=action.get("due"),
        former=action.get("former"),
        owners=tuple(action.get("owners", ())),
    )


def plainly_alike(pair: KnownPair, *, least: float) -> set[tuple[str, str]]:
    """Return what plain likeness of texts gives, the likeliest pair first and each action once.

    Args:
        pair: Two cycles.
        least: The least likeness that is taken for the same action, of 100.
    """
    ranked = sorted(
        (
            (fuzz.token_sort_ratio(b.text.casefold(), r.text.casefold()), b.ref, r.ref)
            for b in pair.base
            for r in pair.repeat
        ),
        reverse=True,
    )
    found: dict[str, str] = {}
    for alike, b, r in ranked:
        if alike >= least and b not in found and r not in found.values():
            found[b] = r
    return set(found.items())


def best_plainly_alike(pair: KnownPair) -> Score:
    """Return the best that plain likeness can reach, knowing what is right."""
    scores = [score(plainly_alike(pair, least=least), pair) for least in range(40, 95, 5)]
    return max(scores, key=lambda scored: scored.f1)


def real_lineage(
    base: str, repeat: str, ending: str
) -> tuple[PaperDraft, PaperDraft, set[tuple[tuple[str, ...], tuple[str, ...], str, str]]]:
    """Return two published papers and what is known of their actions, or skip the test.

    Returns:
        Both papers, and of each group its references in both, its fate and its outcome.
    """
    papers = []
    for name in (f"{base}.{ending}", f"{repeat}.{ending}"):
        document = read_document(real_paper(name), name=name)
        papers.append(read_paper(document, framework=FRAMEWORK))
    known = json.loads((EXPECTED / f"{repeat}.json").read_text("utf-8"))
    told = {
        (tuple(group["base"]), tuple(group["repeat"]), group["fate"], group["outcome"])
        for group in known["actions"]
    }
    return papers[0], papers[1], told
