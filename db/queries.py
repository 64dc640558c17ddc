"""Reading the store: what is held, as frozen values.

Owns the questions that every screen, command and verb asks. Takes anything that answers SQL with
rows (`db.reader`, or what a session sees by `db.session.reader_of`), and loads no database library
itself. How one cycle is put together stands in `db.plan_rows`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from db.decode import day, moment
from db.plan_rows import PlanParts
from db.reader import START
from tracker.errors import Ambiguous, NotFound
from tracker.framework import Framework, KeyFeature, Level, Proposal
from tracker.kinds import CycleState, PartnershipKind, Scope
from tracker.names import spoken
from tracker.ordering import folded
from tracker.plan import CycleView, OwnerView, PartnershipView, PlanView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from db.reader import Reader, Row

T = TypeVar("T")


def newest_act(reader: Reader) -> int:
    """Return the number of the newest act; 0 in a new store."""
    newest: int | None = reader.rows("SELECT max(id) FROM act")[0][0]
    return newest or 0


PARTNERSHIPS = "SELECT id, uid, name, kind, contact FROM partnership ORDER BY id"


def partnerships(reader: Reader) -> tuple[PartnershipView, ...]:
    """Return the partnerships held, by name, the national one last."""
    found = [_partnership(row) for row in reader.rows(PARTNERSHIPS)]
    return tuple(sorted(found, key=lambda p: (p.kind is PartnershipKind.NATIONAL, folded(p.name))))


def _partnership(row: Row) -> PartnershipView:
    """Make a partnership of its columns."""
    number, uid, name, kind, contact = row
    return PartnershipView(number, uid, name, PartnershipKind(kind), contact)


def find_partnership(reader: Reader, name: str) -> PartnershipView:
    """Return the partnership of a name, or of the beginning of one.

    Raises:
        NotFound: None has it; those held are named.
        Ambiguous: Several begin so.
    """
    held = partnerships(reader)
    return _pick(held, [p.name for p in held], name, "partnership", "--partnership", spoken)


PLANNED = "SELECT DISTINCT partnership_id FROM cycle"


def only_partnership(reader: Reader) -> PartnershipView:
    """Return the one partnership that is held; the national plan is never meant by default.

    Nor is one whose only import was undone, where another has a plan.

    Raises:
        NotFound: None is held.
        Ambiguous: Several are; they are named.
    """
    held = partnerships(reader)
    local = [p for p in held if p.kind is PartnershipKind.LOCAL]
    if not held:
        raise NotFound("No partnership is held yet.", START)
    if not local:
        name = held[0].name
        raise NotFound(
            f"Only the national plan of the {name} is held.",
            f'Ask for it: tracker --partnership "{name}" ...; or import a partnership\'s paper.',
        )
    if len(local) > 1:
        planned = {number for (number,) in reader.rows(PLANNED)}
        local = [p for p in local if p.id in planned] or local
    if len(local) > 1:
        raise Ambiguous(
            f"Several partnerships are held: {_listed([p.name for p in local])}.",
            "Say whose plan before the command: tracker --partnership NAME ...",
        )
    return local[0]


CYCLES = """
SELECT id, uid, label, as_at, state, ratings_only,
 (SELECT max(s.from_cycle_id) FROM cycle_step s WHERE s.cycle_id = cycle.id AND s.kind = 'opened'),
 (SELECT s.taken_on FROM cycle_step s WHERE s.cycle_id = cycle.id AND s.kind = 'agreed'
  ORDER BY s.id DESC LIMIT 1)
FROM cycle WHERE partnership_id = :partnership
ORDER BY ordered_on, CASE WHEN as_at IS NULL THEN 0 ELSE 1 END, id
"""


def cycles(reader: Reader, partnership_id: int) -> tuple[CycleView, ...]:
    """Return the cycles of a partnership, oldest first."""
    return tuple(_cycle(row) for row in reader.rows(CYCLES, {"partnership": partnership_id}))


def _cycle(row: Row) -> CycleView:
    """Make a cycle of its columns."""
    number, uid, label, as_at, held, ratings_only, opened_from, agreed_on = row
    state = CycleState(held)
    # One that was reopened has been agreed once, but is not now.
    agreed = None if state.is_draft else day(agreed_on)
    return CycleView(number, uid, label, day(as_at), state, bool(ratings_only), opened_from, agreed)


def find_cycle(reader: Reader, partnership_id: int, label: str) -> CycleView:
    """Return the cycle of a label, or of the beginning of one.

    Raises:
        NotFound: None has it; those held are named.
        Ambiguous: Several begin so.
    """
    held = cycles(reader, partnership_id)
    return _pick(held, [cycle.label for cycle in held], label, "cycle", "--cycle")


def _pick(
    held: Sequence[T],
    names: Sequence[str],
    name: str,
    what: str,
    option: str,
    key: Callable[[str], str] = folded,
) -> T:
    """Return the one thing of a name, or of the beginning of one."""
    wanted = key(name)
    pairs = list(zip(names, held, strict=True))
    exact = [pair for pair in pairs if folded(pair[0]) == folded(name)]
    exact = exact or [pair for pair in pairs if key(pair[0]) == wanted]
    found = exact or [pair for pair in pairs if wanted and key(pair[0]).startswith(wanted)]
    if not names:
        raise NotFound(f"No {what} is held yet.", START)
    if not found:
        raise NotFound(f"There is no {what} “{name}”.", f"Held are: {_listed(names)}.")
    if len(found) > 1:
        raise Ambiguous(
            f"Several {what}s begin with “{name}”: {_listed([pair[0] for pair in found])}.",
            f"Write more of the name after {option}.",
        )
    return found[0][1]


def _listed(names: Sequence[str]) -> str:
    """Return names in a row, at most twelve."""
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return ", ".join(names[:12]) + more


FRAMEWORK = "SELECT key, name, version, published FROM framework WHERE id = :framework"
LEVELS = 'SELECT name, "rank", is_low FROM level WHERE framework_id = :framework ORDER BY "rank"'
FEATURES = "SELECT code, name FROM key_feature WHERE framework_id = :framework ORDER BY position"
PROPOSALS = """
SELECT p.code, p.name, f.code, p.scope, p.timescale
FROM proposal p JOIN key_feature f ON f.id = p.feature_id
WHERE p.framework_id = :framework ORDER BY p.position
"""


def load_framework(reader: Reader, framework_id: int) -> Framework:
    """Return a framework as it was stored."""
    params = {"framework": framework_id}
    key, name, version, published = reader.rows(FRAMEWORK, params)[0]
    when = day(published)
    return Framework(
        key=key,
        name=name,
        version=version,
        published=when,
        scale=tuple(Level(n, rank, bool(low)) for n, rank, low in reader.rows(LEVELS, params)),
        features=tuple(KeyFeature(*row) for row in reader.rows(FEATURES, params)),
        proposals=tuple(
            Proposal(code, n, feature, Scope(scope), timescale)
            for code, n, feature, scope, timescale in reader.rows(PROPOSALS, params)
        ),
    )


PLAN_HEAD = """
SELECT c.partnership_id, c.framework_id, p.id, p.uid, p.name, p.kind, p.contact
FROM cycle c JOIN partnership p ON p.id = c.partnership_id WHERE c.id = :cycle
"""


def load_plan(reader: Reader, cycle_id: int, *, as_at: date) -> PlanView:
    """Return one cycle whole, as it stood on a day, in a fixed number of statements.

    Raises:
        NotFound: There is no such cycle.
    """
    head = reader.rows(PLAN_HEAD, {"cycle": cycle_id})
    if not head:
        raise NotFound(f"There is no cycle number {cycle_id}.")
    partnership_id, framework_id, *partnership = head[0]
    rounds = cycles(reader, partnership_id)
    place = next(i for i, cycle in enumerate(rounds) if cycle.id == cycle_id)
    previous = _before(rounds, place)
    framework = load_framework(reader, framework_id)
    drawn = rounds[place].opened_from if rounds[place].state.is_draft else None
    base = next((one for one in rounds if one.id == drawn), None)
    parts = PlanParts(reader, cycle_id, previous.id if previous else None, as_at, base=base)
    return PlanView(
        partnership=_partnership(tuple(partnership)),
        framework=framework,
        cycle=rounds[place],
        previous=previous,
        as_at=as_at,
        act=newest_act(reader),
        assessments=parts.assessments(),
        actions=parts.actions(framework),
        cross_references=parts.cross_references(),
    )


def _before(rounds: Sequence[CycleView], place: int) -> CycleView | None:
    """Return the cycle before another; one of the same day is no earlier one."""
    day_of_it = rounds[place].as_at
    earlier = [one for one in rounds[:place] if one.as_at is None or one.as_at != day_of_it]
    return earlier[-1] if earlier else None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document that was read in."""

    id: int
    document: str
    sha256: str
    partnership: str
    cycle: str
    at: str
    """The day on which it was stored, ISO."""
    who: str
    act: int


SOURCE = """
SELECT s.id, s.document, s.sha256, p.name, c.label, a.at, a.who, a.id
FROM source s JOIN partnership p ON p.id = s.partnership_id JOIN cycle c ON c.id = s.cycle_id
JOIN act a ON a.id = s.act_id WHERE s.sha256 = :sha256 ORDER BY s.id LIMIT 1
"""


def find_source(reader: Reader, sha256: str) -> SourceView | None:
    """Return the first document held with these bytes, or None."""
    for number, document, digest, partnership, cycle, at, who, act in reader.rows(
        SOURCE, {"sha256": sha256}
    ):
        return SourceView(
            number, document, digest, partnership, cycle, moment(at).date().isoformat(), who, act
        )
    return None


POSTS = "SELECT id, name, body, holder, email FROM post WHERE partnership_id = :partnership"


def posts(reader: Reader, partnership_id: int) -> tuple[OwnerView, ...]:
    """Return the posts of a partnership, by name."""
    found = [
        OwnerView(id=number, name=name, body=body, holder=holder, email=email)
        for number, name, body, holder, email in reader.rows(
            POSTS + " ORDER BY id", {"partnership": partnership_id}
        )
    ]
    return tuple(sorted(found, key=lambda post: (folded(post.name), folded(post.body or ""))))


COUNTED = (
    "partnerships",
    "cycles",
    "documents",
    "actions",
    "updates",
    "decisions",
    "posts",
    "acts",
)
COUNTS = """
SELECT (SELECT count(*) FROM partnership), (SELECT count(*) FROM cycle),
 (SELECT count(*) FROM source), (SELECT count(*) FROM action),
 (SELECT count(*) FROM action_update), (SELECT count(*) FROM rating_decision),
 (SELECT count(*) FROM post), (SELECT count(*) FROM act)
"""


def counts(reader: Reader) -> dict[str, int]:
    """Return how much is held, by what it is."""
    return dict(zip(COUNTED, reader.rows(COUNTS)[0], strict=True))
