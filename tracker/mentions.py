"""What a proposal's evidence tells of actions that the repeat no longer prints.

Owns finding the sentence that speaks of an action, and what it says became of it. What is hedged,
held up or only begun is not told. Leaves what an action's own row says to `outcomes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.kinds import Outcome
from tracker.lineage import Wording
from tracker.linking.likeness import cover, read_words, shared
from tracker.outcomes import HEDGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_DONE = re.compile(
    r"\b(?:has|have|had|was|were|is now|are now|been)\s+(?:(?:now|been|fully|successfully)\s+)*"
    r"(?:\w+ed|held|set up|built|drawn up|put in place|written|met|in place|complete|begun)\b"
    r"|\b(?:in place|completed?|took (?:place|part|up|over)|came (?:together|into)|joined)\b"
    r"|\bsince (?:\w+ ){0,2}\d{4}\b|\bnow (?:has|have|receives?|meets?|includes?|takes? part)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:decided|agreed|resolved) (?:not to|against)\b"
    r"|(?<!not )(?<!not been )\b(?:withdrawn|abandoned|cancelled)\b"
    r"|\bno longer (?:be )?(?:required|relevant|needed|pursued|proceeding)\b"
    r"|\bnot (?:be |been |being )?(?:taken forward|pursued|proceeding|progressed)\b",
    re.IGNORECASE,
)
_HELD_UP = re.compile(
    r"\b(?:been|was|were|is|are) (?:\w+ )?(?:delayed|deferred|postponed|paused|suspended)\b"
    r"|\b(?:on hold|cannot|could not|unable|failed to)\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\b(?:start\w*|beg[aiu]n\w*|commenc\w*|under ?way|continu\w*|consider\w*|discuss\w*|propos\w*"
    r"|explor\w*|progress\w*)\b",
    re.IGNORECASE,
)
"""What is not the end of an action, unless the action asks for no more than that."""
_SPOKEN_OF = 0.6
"""The least share of an action's wording in a sentence that tells of it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence of the evidence that tells what became of an action."""

    ref: str
    outcome: Outcome
    sentence: str


def find_mentions(gone: Sequence[Wording], evidence: Iterable[str]) -> tuple[Mention, ...]:
    """Return the sentences of a proposal's evidence that say that an action was done or given up.

    Only for actions that the repeat no longer prints: a sentence counts if it says that something
    has been done, takes nothing back, and holds most of the action's own wording. Each sentence
    tells of the action that it holds most of, and each action is told of once.

    Args:
        gone: Actions of the earlier cycle that nothing of the repeat is linked to.
        evidence: What the repeat prints as evidence under their proposal.
    """
    outcomes = {
        sentence.strip(): outcome
        for text in evidence
        for sentence in _SENTENCE.split(text)
        if (outcome := _outcome_told(sentence))
    }
    sentences = [Wording(ref="", proposals=(), text=sentence) for sentence in outcomes]
    words, told = read_words(gone, sentences)
    ranked = sorted(
        (-cover(shared(action.weights, sentence.weights), action.total), a, s)
        for a, action in enumerate(words)
        for s, sentence in enumerate(told)
        if not (_BEGUN.search(sentences[s].text) and not _BEGUN.search(gone[a].text))
    )
    found: dict[int, Mention] = {}
    used: set[int] = set()
    for held, a, s in ranked:
        if -held >= _SPOKEN_OF and a not in found and s not in used:
            used.add(s)
            sentence = sentences[s].text
            found[a] = Mention(gone[a].ref, outcomes[sentence], sentence)
    return tuple(found[a] for a in sorted(found))


def _outcome_told(sentence: str) -> Outcome | None:
    """Return what a sentence says became of something, where it says so plainly."""
    if HEDGED.search(_GIVEN_UP.sub("", sentence)) or _HELD_UP.search(sentence):
        return None
    if _GIVEN_UP.search(sentence):
        return Outcome.WITHDRAWN
    return Outcome.COMPLETE if _DONE.search(sentence) else None
