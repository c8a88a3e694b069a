"""Kill -9 at any moment loses no answer that was acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.memory.log import BadLine, Log
from tests.memory.strategies import answer

KILLS = 400
ROOT = Path(__file__).parents[2]


@contextmanager
def answerer(folder: Path, *many: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.memory.answerer", str(folder), *many]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_after(process: subprocess.Popen[bytes], answers: int) -> list[str]:
    """Kill a child that answers once it has had so many kept; return the ids of all kept ones."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"\n")
    process.stdin.flush()
    child = int(process.stdout.readline())
    kept = [process.stdout.readline().decode().strip() for _ in range(answers)]
    os.kill(child, signal.SIGKILL)
    while (line := process.stdout.readline()) != b"dead\n":
        kept.append(line.decode().strip())
    return kept


def ids_in(log: Log) -> list[str]:
    """The ids of all answers in the log, which must hold nothing else."""
    found = [entry for _, _, entry in log.read()]
    assert not [entry for entry in found if isinstance(entry, BadLine)]
    return [entry.id for entry in found if not isinstance(entry, BadLine)]


def test_kill_at_any_moment_loses_no_acknowledged_answer(tmp_path: Path) -> None:
    draw = random.Random(9)
    log, kept = Log(tmp_path, "laptop"), []
    with answerer(tmp_path) as process:
        for _ in range(KILLS):
            kept += killed_after(process, draw.randrange(8))
    log.append(answer(1))
    found = ids_in(log)
    assert set(kept) <= set(found)
    assert len(found) <= len(kept) + KILLS + 1  # at most one a kill was written but not yet said
    assert len(found) == len(set(found))


def test_two_terminals_that_answer_at_once_lose_nothing_and_tear_no_line(tmp_path: Path) -> None:
    with answerer(tmp_path, "300") as one, answerer(tmp_path, "300") as two:
        said = one.communicate()[0].split() + two.communicate()[0].split()
    found = ids_in(Log(tmp_path, "laptop"))
    assert len(said) == 600
    assert sorted(found) == sorted(line.decode() for line in said)
