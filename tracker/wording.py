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
DOING = re.compile(
    r"\b(?:re-?)?(?:act|adapt|add|address|adopt|agree|align|allocat|analys|appl|appoint|apprais"
    r"|approv|arrang|ask|assess|assist|assur|attend|audit|begin|benchmark|bring|brief|build"
    r"|captur|carry|chang|check|clarif|clos|co-?locat|collat|collect|commenc|commission|communicat"
    r"|compil|complet|conduct|confirm|consider|consolidat|consult|contact|continu|contribut"
    r"|conven|co-?ordinat|creat|defin|deliver|design|develop|discuss|distribut|draft|draw|embed"
    r"|employ|enabl|encourag|engag|enhanc|ensur|establish|evaluat|evidenc|examin|expand|explor"
    r"|extend|facilitat|feed|finali[sz]|find|fix|follow|forge|formali[sz]|fund|gather|get|giv"
    r"|help|hire|hold|host|identif|implement|improv|includ|increas|inform|initiat|introduc"
    r"|invest|investigat|invit|involv|issu|join|keep|launch|lead|learn|link|list|listen|look|make"
    r"|maintain|maximis|map|measur|meet|monitor|mov|negotiat|nominat|offer|open|organis|participat"
    r"|pilot|plan|prepar|present|prioritis|produc|progress|promot|propos|provid|publish|purchas"
    r"|put|rais|reach|recogni[sz]|record|recruit|redesign|reduc|refin|reflect|refresh|remov|report"
    r"|research|resolv|respond|restructur|revis|revisit|review|roll|run|schedul|scop|scrutin|seek"
    r"|select|send|set|shar|shift|show|sign|simplif|start|streamlin|strengthen|submit|support"
    r"|survey|tak|tackl|target|test|track|train|transfer|transform|trial|undertak|understand"
    r"|updat|upgrad|us|visit|work|write)"
    # Neither what was done, nor what is: links, plans and reviews are mostly things.
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
