from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory.ids import new_id

NOW = 1_760_000_000_000


def test_an_id_is_32_hex_digits_that_begin_with_the_time() -> None:
    later = int(new_id(NOW), 16) >> 80
    made = new_id(max(NOW, later) + 5)
    assert len(made) == 32
    assert int(made[:12], 16) == max(NOW, later) + 5


@given(st.lists(st.integers(0, 2 * NOW), min_size=2, max_size=50))
def test_each_id_sorts_after_the_one_before_even_if_the_clock_goes_back(times: list[int]) -> None:
    made = [new_id(at) for at in times]
    assert made == sorted(set(made))
    assert all(len(one) == 32 for one in made)


def test_two_processes_that_part_in_the_same_millisecond_make_different_ids() -> None:
    program = (
        "import os; from quiz.memory.ids import new_id; new_id(1); child = os.fork();"
        "os.write(1, new_id(1).encode() + b' '); child and os.waitpid(child, 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert len(set(run.stdout.split())) == 2
