"""FSRS-6, the memory model: how long a card will be remembered. Pure formulas, whole days.

Source: the page "The Algorithm" of the awesome-fsrs wiki (FSRS-6), with the bounds of fsrs-rs.
Stability S is in days (after S days the chance to recall is 0.9), difficulty D runs from 1 to 10,
ratings are 1 again, 2 hard, 3 good, 4 easy. `w` are the 21 weights.
"""

from __future__ import annotations

from math import exp


class Weights(tuple[float, ...]):
    """The 21 weights, and what the formulas make of them alone: a replay needs it without end."""

    def __init__(self, w: tuple[float, ...]) -> None:
        self.factor = float(0.9 ** (-1 / w[20]) - 1)
        """What makes R(S) = 0.9."""
        self.gain = exp(w[8])
        """e^w8, in the gain of an answer that was recalled."""
        self.least_loss = exp(w[17] * w[18])
        """e^(w17·w18), by which forgetting divides stability at least."""
        self.easiest = _first_difficulty(4, w)
        """D0(4), to which difficulty tends."""


def _first_difficulty(rating: int, w: tuple[float, ...]) -> float:
    """D0(G) = w4 − e^(w5·(G−1)) + 1."""
    return w[4] - exp(w[5] * (rating - 1)) + 1


# fmt: off
DEFAULT_WEIGHTS = Weights((
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
))
# fmt: on

SHORTEST, LONGEST = 0.001, 36_500.0
"""Bounds of stability, in days."""


def retrievability(days: float, stability: float, w: Weights = DEFAULT_WEIGHTS) -> float:
    """Return the chance (0–1) to recall after `days`: R = (1 + factor · t/S)^(−w20)."""
    return float((1 + w.factor * days / stability) ** -w[20])


def next_interval(stability: float, retention: float, w: Weights = DEFAULT_WEIGHTS) -> float:
    """Return the days until the chance to recall falls to `retention` (0–1): R solved for t."""
    return float(stability / w.factor * (retention ** (-1 / w[20]) - 1))


def init(rating: int, w: Weights = DEFAULT_WEIGHTS) -> tuple[float, float]:
    """Return stability and difficulty after the first review: S0(G) = w[G−1], D0(G)."""
    return _bounded(w[rating - 1]), min(max(_first_difficulty(rating, w), 1.0), 10.0)


def step(
    stability: float, difficulty: float, rating: int, days: int, w: Weights = DEFAULT_WEIGHTS
) -> tuple[float, float]:
    """Return stability and difficulty after a review, `days` (≥ 0) after the one before."""
    if days == 0:
        after = same_day(stability, rating, w)
    elif rating == 1:
        after = forgotten(stability, difficulty, retrievability(days, stability, w), w)
    else:
        recall = retrievability(days, stability, w)
        after = recalled(stability, difficulty, recall, rating, w)
    return _bounded(after), next_difficulty(difficulty, rating, w)


def recalled(
    stability: float, difficulty: float, recall: float, rating: int, w: Weights = DEFAULT_WEIGHTS
) -> float:
    """S'r = S · (e^w8 · (11−D) · S^(−w9) · (e^(w10·(1−R)) − 1) · hard penalty · easy bonus + 1)."""
    gain = w.gain * (11 - difficulty) * stability ** -w[9] * (exp(w[10] * (1 - recall)) - 1)
    if rating == 2:
        gain *= w[15]
    elif rating == 4:
        gain *= w[16]
    return float(stability * (gain + 1))


def forgotten(
    stability: float, difficulty: float, recall: float, w: Weights = DEFAULT_WEIGHTS
) -> float:
    """S'f = w11 · D^(−w12) · ((S+1)^w13 − 1) · e^(w14·(1−R)), at most S / e^(w17·w18)."""
    after = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1)
    after *= exp(w[14] * (1 - recall))
    return float(min(after, stability / w.least_loss))


def same_day(stability: float, rating: int, w: Weights = DEFAULT_WEIGHTS) -> float:
    """S' = S · e^(w17·(G−3+w18)) · S^(−w19); only again lowers it."""
    growth = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
    return float(stability * (max(growth, 1.0) if rating >= 2 else growth))


def next_difficulty(difficulty: float, rating: int, w: Weights = DEFAULT_WEIGHTS) -> float:
    """ΔD = −w6·(G−3), damped by (10−D)/9, then w7 of the way back to D0(4); from 1 to 10."""
    moved = difficulty - w[6] * (rating - 3) * (10 - difficulty) / 9
    reverted = w[7] * w.easiest + (1 - w[7]) * moved
    return 1.0 if reverted < 1.0 else 10.0 if reverted > 10.0 else reverted


def _bounded(stability: float) -> float:
    return SHORTEST if stability < SHORTEST else LONGEST if stability > LONGEST else stability
