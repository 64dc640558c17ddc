"""How well and how fast links are suggested: python -m benchmarks.matching, from the project.

Prints, for every pair of cycles under tests/documents/lineage,
  - precision, recall and F1 of the links, and how many tempting new actions are taken for old ones,
  - the same for plain likeness of texts, paired greedily at the threshold that suits the pair best,
then what the links of a pair are worth when the coefficients are fitted on the others alone, and
the coefficients fitted on all that were not held out, beside those that the program has;
then the time for 110 actions against 110, and for 31 partnerships, in this process.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp
from time import perf_counter
from typing import TYPE_CHECKING

from tests.lineages import Score, best_plainly_alike, known_pairs, score
from tracker.linking import evidence, wording
from tracker.linking.candidates import find_pairs, read_cycles, word_for_word
from tracker.matching import suggest_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.lineages import KnownPair
    from tracker.lineage import Wording

ROUNDS = 5
SIZE, PARTNERSHIPS = 110, 31
STIFFNESS = 0.001
"""How strongly coefficients are held back, for each pair of actions that is learnt from."""
Example = tuple[tuple[float, ...], bool]
"""What is measured of two actions, a leading 1 for the intercept, and whether they are one."""


def found(pair: KnownPair) -> set[tuple[str, str]]:
    """Return the suggested links as references."""
    return {(link.base, link.repeat) for link in suggest_links(pair.base, pair.repeat)}


def tell(name: str, own: Score, plain: Score, taken: str = "") -> None:
    """Print one line of the table."""
    figures = f"{own.precision:10.3f}{own.recall:8.3f}{own.f1:8.3f}{plain.f1:14.3f}"
    print(f"{name:<24}{own.known:5}{figures}{taken:>12}")


def accuracy(pairs: Sequence[KnownPair]) -> None:
    """Print how well links are found."""
    print(f"{'pair':<24}links precision  recall      F1      plain F1         new")
    for held_out in (False, True):
        total, plain_total = Score(), Score()
        for pair in pairs:
            if pair.held_out is held_out:
                links = found(pair)
                own, plain = score(links, pair), best_plainly_alike(pair)
                taken = len({repeat for _, repeat in links} & pair.new)
                tell(pair.name, own, plain, f"{taken}/{len(pair.new)}")
                total, plain_total = total + own, plain_total + plain
        tell("all held out" if held_out else "all while tuning", total, plain_total)


def examples(pair: KnownPair) -> list[Example]:
    """Return every two actions that come into question, but for merged and split ones."""
    cycles = read_cycles(pair.base, pair.repeat)
    several = {
        ref
        for bases, repeats, _ in pair.fates
        if len(bases) + len(repeats) > 2
        for ref in (*bases, *repeats)
    }
    made: list[Example] = []
    for two in find_pairs(cycles, word_for_word(cycles)[0]):
        refs = cycles.base[two.place[0]].ref, cycles.repeat[two.place[1]].ref
        right = refs in pair.links
        if not (right and several.intersection(refs)):
            made.append(((1.0, *two.measures), right))
    return made


def fit(learnt: Sequence[Example]) -> list[float]:
    """Return the coefficients of a logistic regression, the intercept first, by Newton's method."""
    size = len(learnt[0][0])
    found_so_far = [0.0] * size
    for _ in range(30):
        slope = [0.0] * size
        bend = [[0.0] * (size + 1) for _ in range(size)]
        for measures, right in learnt:
            odds = sum(c * m for c, m in zip(found_so_far, measures, strict=True))
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
            for i, one in enumerate(measures):
                slope[i] += (right - likely) * one
                for j, other in enumerate(measures):
                    bend[i][j] += likely * (1 - likely) * one * other
        for i in range(size):
            held = STIFFNESS * len(learnt) if i else 0.0
            bend[i][i] += held + 1e-6
            bend[i][size] = slope[i] - held * found_so_far[i]
        step = solved(bend)
        found_so_far = [c + s for c, s in zip(found_so_far, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return found_so_far


def solved(rows: list[list[float]]) -> list[float]:
    """Return what solves linear equations, each row ending in its right side."""
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda row: abs(rows[row][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(size):
            if j != i:
                factor = rows[j][i] / rows[i][i]
                rows[j] = [a - factor * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def score_with(coefficients: Sequence[float], pair: KnownPair) -> Score:
    """Return how well a pair's links are found with other coefficients."""
    kept = evidence.PAIR_INTERCEPT, evidence.PAIR
    evidence.PAIR_INTERCEPT, evidence.PAIR = (
        coefficients[0],
        evidence.Measures(*coefficients[1:]),
    )
    try:
        return score(found(pair), pair)
    finally:
        evidence.PAIR_INTERCEPT, evidence.PAIR = kept


def cross_validation(pairs: Iterable[KnownPair]) -> None:
    """Print how well each pair does with coefficients that were fitted without it."""
    known = {pair.name: (pair, examples(pair)) for pair in pairs if not pair.held_out}
    total = Score()
    print("\nfitted without the pair")
    for name, (pair, _) in known.items():
        others = [one for other, (_, made) in known.items() if other != name for one in made]
        own = score_with(fit(others), pair)
        total += own
        print(f"{name:<24}{own.known:5}{own.precision:10.3f}{own.recall:8.3f}{own.f1:8.3f}")
    print(f"{'all':<24}{total.known:5}{total.precision:10.3f}{total.recall:8.3f}{total.f1:8.3f}")
    anew = fit([one for _, made in known.values() for one in made])
    names = ("intercept", *evidence.Measures._fields)
    print("\ncoefficient      the program's   fitted anew")
    for name, own_value, value in zip(
        names, (evidence.PAIR_INTERCEPT, *evidence.PAIR), anew, strict=True
    ):
        print(f"{name:<16}{own_value:14.1f}{value:14.1f}")


def large(pairs: Sequence[KnownPair]) -> tuple[list[Wording], list[Wording]]:
    """Return two cycles of 110 actions each, made of several partnerships' in turn."""
    sides: tuple[list[Wording], list[Wording]] = ([], [])
    for number, pair in enumerate(pairs):
        for side, cycle in zip(sides, (pair.base, pair.repeat), strict=True):
            for action in cycle:
                code, place = action.ref.split("/")
                side.append(replace(action, ref=f"{code}/{int(place) + 100 * number}"))
    return sides[0][:SIZE], sides[1][:SIZE]


def speed(pairs: Sequence[KnownPair]) -> None:
    """Print the best and the worst of some rounds, each with no word seen before."""
    base, repeat = large(pairs)
    times = []
    for _ in range(ROUNDS):
        wording.stem.cache_clear()
        wording.weight_of.cache_clear()
        start = perf_counter()
        suggest_links(base, repeat)
        times.append(1000 * (perf_counter() - start))
    print(f"\n{len(base)} x {len(repeat)} actions: {min(times):.0f} to {max(times):.0f} ms")
    start = perf_counter()
    for _ in range(PARTNERSHIPS):
        suggest_links(base, repeat)
    print(f"{PARTNERSHIPS} partnerships of as many: {perf_counter() - start:.1f} s")


def main() -> None:
    """Print all figures."""
    pairs = known_pairs()
    accuracy(pairs)
    cross_validation(pairs)
    speed(pairs)


if __name__ == "__main__":
    main()
