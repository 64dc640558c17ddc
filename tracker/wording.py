"""Whether the wording of an action says what will be done.

Owns the two tests of a wording: that it looks only back, and that no verb in it is one of doing.
They judge by the words' forms, not by their sense, and let pass what is in doubt: a finding that
is wrong costs more trust than one that is missed.
"""

from __future__ import annotations

import re

PAST = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+)?(?:been\s+)?\w+(?:ed|en|wn|ne|de|lt|ld|pt|nt|t)\b"
    r"|\b(?:was|were)\s+\w+",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|shall|should|to be|must|needs?|required?|requirement|plan(?:s|ned)? to|aim(?:s)? to"
    r"|intention|further|continue|continued|develop\w*|improv\w*|to)\b",
    re.IGNORECASE,
)
AIM = re.compile(
    r"\b(?:will|shall|should|must|can|may|needs?|requires?|required|requirement|intention|aims?"
    r"|further|ongoing|underway|planned|scheduled|keen|regular|consistent|new|clarity|focus|view)\b"
    r"|\bto (?!(?:a|an|the|our|this|all|each|every|new|local|health|social|care)\b)\w+",
    re.IGNORECASE,
)
"""Words that look ahead without naming a task of their own; “to” counts before a verb."""
VERBS = """
act adapt add address adopt agree align allocate analyse apply appoint appraise approve arrange
ask assess assist assure attend audit begin benchmark bring brief build capture carry change
check clarify close collate collect commence commission communicate compile complete conduct
confirm consider consolidate consult contact continue contribute convene create define deliver
design develop discuss distribute draft draw embed employ enable encourage engage enhance ensure
establish evaluate evidence examine expand explore extend facilitate feed finalise find fix
follow forge formalise fund gather get give help hire hold host identify implement improve
include increase inform initiate introduce invest investigate invite involve issue join keep
launch lead learn link list listen look make maintain maximise map measure meet monitor move
negotiate nominate offer open organise participate pilot plan prepare present prioritise produce
progress promote propose provide publish purchase put raise reach recognise record recruit
redesign reduce refine reflect refresh remove report research resolve respond restructure revise
revisit review roll run schedule scope scrutinise seek select send set share shift show sign
simplify start streamline strengthen submit support survey take tackle target test track train
transfer transform trial undertake understand update upgrade use visit work write
"""
"""Verbs of doing, as an order says them."""
DOING = re.compile(
    # Neither what was done, nor what is: links, plans and reviews are mostly things.
    rf"\b(?:re-?|co-?)?(?:{'|'.join(re.sub('[ey]$', '', verb) for verb in VERBS.split())})"
    r"(?:e|y|ing|ning|ting|ding|ment|ement|ation|ion|al|ance)?\b",
    re.IGNORECASE,
)
NAMING = re.compile(
    r"^\W*(?:(?:a|an|the|our|their|its|this|these|all|more|most|less|no|some|good|better|best|great"
    r"|greater|strong|stronger|clear|clearer|close|closer|effective|robust|shared|joint)\b"
    r"|\w+(?:[^s]s|ship|ity|ness|ance|ence|ive|ous|ful|ic|tion|sion|ment)\b)",
    re.IGNORECASE,
)
"""How a wording begins that names a thing, as against one that begins with an order."""


def is_past(text: str) -> bool:
    """Tell whether a wording only describes the past: no word of it looks ahead."""
    return bool(PAST.search(text)) and not AHEAD.search(text)


def names_no_task(text: str) -> bool:
    """Tell whether a wording names a thing and no verb says what will be done about it."""
    return bool(NAMING.search(text)) and not (AIM.search(text) or DOING.search(text))
