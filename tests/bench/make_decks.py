"""Make decks of any size to measure with: python -m tests.bench.make_decks FOLDER CARDS DECKS."""

import random
import sys
from pathlib import Path

_WORDS = "loss layer scaler kernel pooling label shape dtype axis batch epoch filter".split()
_KOREAN = "손실 층 스케일러 커널 풀링 라벨 모양 자료형 축 배치 에포크 필터".split()
_SPOTS = ("dtype-check", "shape-errors", "loss-spelling")


def make_decks(folder: Path, cards: int, decks: int, seed: int = 0) -> list[Path]:
    """Write `cards` typed cards, asked in Korean and English, into `decks` files of `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    paths = [folder / f"deck-{number:04}.yaml" for number in range(decks)]
    for number, path in enumerate(paths):
        first, last = cards * number // decks, cards * (number + 1) // decks
        spot = _SPOTS[number % len(_SPOTS)]
        path.write_text(
            f"title: {{ko: 덱 {number}, en: Deck {number}}}\nweak: [{spot}]\ncards:\n"
            + "".join(_card(rng, n) for n in range(first, last)),
            encoding="utf-8",
        )
    return paths


def _card(rng: random.Random, number: int) -> str:
    one, two = rng.sample(range(len(_WORDS)), 2)
    return (
        f"  - id: card-{number:06}\n"
        f"    ask:\n"
        f"      ko: {_KOREAN[one]}와 {_KOREAN[two]}를 {number}번째로 함께 쓸 때의 이름은?\n"
        f"      en: What is the name for {_WORDS[one]} and {_WORDS[two]} together ({number})?\n"
        f"    answer: {_WORDS[one]}_{_WORDS[two]}_{number}\n"
        f"    tags: [{_WORDS[one]}]\n"
    )


if __name__ == "__main__":
    make_decks(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
