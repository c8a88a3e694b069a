"""The work behind the screens: reading decks into the index, replaying the log, marking."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from yaml._yaml import CParser

from quiz.config import Places
from quiz.marking.judge import judge
from quiz.marking.names_list import RealNames
from quiz.memory.day import Clock, day_number
from quiz.memory.ids import new_id
from quiz.memory.line import encode
from quiz.memory.review import Review
from quiz.memory.store import Store
from quiz.settings import Settings
from tests.bench.ratio import medians, report

CODE = """\
from keras import Sequential
from keras.layers import Dense
model = Sequential([Dense(8, activation="relu"), Dense(3, activation="softmax")])
model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=5, validation_split=0.2)
"""
"""An answer of several lines, as code cards ask for."""


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _events(paths: Sequence[Path]) -> None:
    """One pass of PyYAML's C parser over the files, nothing done with the events."""
    for path in paths:
        parser = CParser(path.read_bytes())
        while parser.check_event():
            parser.get_event()


def cold_index(paths: Sequence[Path], cards: int, rounds: int) -> None:
    """Print what a first run costs beside one pass of parser events over the same files."""

    def index() -> float:
        with TemporaryDirectory() as home:
            places = Places(Path(home), paths[0].parent)
            return _timed(lambda: Store.open(places, Settings(), Clock()).close())

    def events() -> float:
        gc.disable()
        try:
            return _timed(lambda: _events(paths))
        finally:
            gc.enable()

    taken = medians({"floor": events, "index": index}, rounds)
    what = f"{cards:>7,} cards: cold index"
    report(what, taken["index"], taken["floor"], "one pass of parser events", "≤ 1.5")


def cold_memory(paths: Sequence[Path], cards: int) -> None:
    """Print how much memory a first run takes at its peak beside importing Textual."""

    def peak(code: str) -> float:
        counted = f"{code}\nimport resource\nprint(resource.getrusage(0).ru_maxrss)"
        done = subprocess.run(
            [sys.executable, "-c", counted], capture_output=True, text=True, check=True
        )
        return float(done.stdout.split()[-1])

    with TemporaryDirectory() as home:
        index = peak(
            "from pathlib import Path\nfrom quiz.config import Places\n"
            "from quiz.settings import Settings\nfrom quiz.memory.day import Clock\n"
            "from quiz.memory.store import Store\n"
            f"Store.open(Places(Path({home!r}), Path({str(paths[0].parent)!r})), Settings(),"
            " Clock())"
        )
    what = f"{cards:>7,} cards: memory of a first run"
    report(what, index, peak("import textual.app, textual.widgets"), "importing Textual", "≤ 2")


def replay(reviews: int) -> None:
    """Print how many reviews a CPU second go from the log into a new index."""
    rng = Random(1)
    begin = 1_700_000_000_000
    with TemporaryDirectory() as folder:
        places = Places(Path(folder), Path(folder) / "none")
        log = places.home / "reviews" / "bench.jsonl"
        log.parent.mkdir()
        with log.open("wb") as file:
            for number in range(reviews):
                at = begin + number * 432_000  # 200 a day
                line = Review(
                    id=new_id(at),
                    card=f"card-{rng.randrange(reviews // 10):06}",
                    at=at,
                    offset=540,
                    day=day_number(at, 540, 4),
                    rating=rng.choice((1, 3, 3, 3)),
                    verdict="right",
                    typed="categorical_crossentropy",
                )
                file.write(encode(line) + b"\n")
        begun = resource.getrusage(resource.RUSAGE_SELF)
        Store.open(places, Settings(), Clock()).close()
        ended = resource.getrusage(resource.RUSAGE_SELF)
    seconds = ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime
    print(
        f"{reviews:>7,} reviews replayed: {reviews / seconds:>10,.0f} a CPU second, goal ≥ 150,000"
    )


def marking() -> None:
    """Print how many milliseconds one typed answer takes to judge."""
    names = RealNames()
    answers = [
        (CODE, CODE.replace("mse", "mae"), "code", 5),
        ("categorical_crossentropy", "categorial_crossentropy", "names", 1),
        ("StandardScaler", "MinMaxScaler", "names", 1),
        ("(None, 26, 26, 32)", "(None, 26, 32, 26)", "values", 1),
        ("원-핫 인코딩", "원핫 인코딩은", "prose", 1),
    ]
    for expected, answer, kind, goal in answers:
        judge([expected], answer, kind, names)
        begun = time.perf_counter()
        for _ in range(200):
            judge([expected], answer, kind, names)
        milliseconds = (time.perf_counter() - begun) / 200 * 1000
        said = f"{answer[:40]!r} for {expected[:40]!r}"
        print(f"marking {said}: {milliseconds:.3f} ms, goal < {goal} ms")
