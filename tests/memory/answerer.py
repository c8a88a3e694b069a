"""A quiz without a screen: answers as fast as it can, and says each answer that was kept.

For each line on stdin a child process is forked that says its process id, then answers until it
is killed; the death of it is said as "dead". Run as: python -m tests.memory.answerer FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from quiz.memory.day import Clock
from quiz.memory.ids import new_id
from quiz.memory.log import Log
from quiz.memory.review import Review


def keep_answering(folder: Path, device: str, many: int = sys.maxsize) -> None:
    """Append answers to the log, saying each one's id as soon as it is kept."""
    log, clock = Log(folder, device), Clock()
    for number in range(many):
        now = clock.now()
        review = Review(
            id=new_id(now.at),
            card=f"card-{number % 10}",
            at=now.at,
            offset=now.offset,
            day=now.day,
            rating=1 + number % 4,
            typed="한국어 " * (number % 50),
        )
        log.append(review)
        os.write(1, review.id.encode() + b"\n")


def main(folder: Path) -> None:
    """Fork a child for each line on stdin, one after the other."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            os.write(1, f"{os.getpid()}\n".encode())
            keep_answering(folder, "laptop")
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        keep_answering(Path(sys.argv[1]), "laptop", int(sys.argv[2]))
    else:
        main(Path(sys.argv[1]))
