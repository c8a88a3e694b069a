from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.memory.day import Clock, day_number, iso

NEW_YORK = "EST5EDT,M3.2.0,M11.1.0"
HELSINKI = "EET-2EEST,M3.5.0/3,M10.5.0/4"
LORD_HOWE = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"
HAVANA = "CST5CDT,M3.2.0/0,M11.1.0/1"
KATHMANDU = "<+0545>-5:45"
SEOUL = "KST-9"
HONOLULU = "HST10"
ZONES = [NEW_YORK, HELSINKI, LORD_HOWE, HAVANA, KATHMANDU, SEOUL, HONOLULU, "UTC0"]

Travel = Callable[[str], None]


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Travel]:
    """Move the machine to another zone, by its rule as POSIX writes it in TZ."""
    monkeypatch.delenv("QUIZ_NOW", raising=False)

    def to(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield to
    monkeypatch.undo()
    time.tzset()


def ms(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1000)


def day_at(text: str, rollover_hour: int = 4) -> str:
    """The date that the clock takes for today at an ISO time."""
    moment = Clock(rollover_hour, time=lambda: ms(text)).now()
    return datetime.fromordinal(moment.day).date().isoformat()


def test_at_03_59_it_is_still_yesterday_and_at_04_00_today(travel: Travel) -> None:
    travel(SEOUL)
    assert day_at("2026-03-02T03:59:59+09:00") == "2026-03-01"
    assert day_at("2026-03-02T04:00:00+09:00") == "2026-03-02"


def test_the_hour_at_which_days_begin_is_a_setting(travel: Travel) -> None:
    travel(SEOUL)
    assert day_at("2026-03-02T00:00:00+09:00", rollover_hour=0) == "2026-03-02"
    assert day_at("2026-03-02T05:59:00+09:00", rollover_hour=6) == "2026-03-01"


@pytest.mark.parametrize(
    ("before", "after", "date"),
    [
        # The clocks go forward at 02:00 on 8 March and back at 02:00 on 1 November.
        ("2026-03-08T03:59:00-04:00", "2026-03-08T04:00:00-04:00", "2026-03-08"),
        ("2026-03-09T03:59:00-04:00", "2026-03-09T04:00:00-04:00", "2026-03-09"),
        ("2026-11-01T03:59:00-05:00", "2026-11-01T04:00:00-05:00", "2026-11-01"),
        ("2026-11-02T03:59:00-05:00", "2026-11-02T04:00:00-05:00", "2026-11-02"),
    ],
)
def test_a_day_begins_at_04_00_by_the_wall_clock_when_summer_time_begins_or_ends(
    travel: Travel, before: str, after: str, date: str
) -> None:
    travel(NEW_YORK)
    yesterday = datetime.fromisoformat(date) - timedelta(days=1)
    assert day_at(before) == yesterday.date().isoformat()
    assert day_at(after) == date


def test_the_moment_keeps_the_offset_that_the_zone_had_then(travel: Travel) -> None:
    travel(NEW_YORK)
    assert Clock(time=lambda: ms("2026-01-15T12:00:00Z")).now().offset == -5 * 60
    assert Clock(time=lambda: ms("2026-07-15T12:00:00Z")).now().offset == -4 * 60
    travel(KATHMANDU)
    assert Clock(time=lambda: ms("2026-07-15T12:00:00Z")).now().offset == 5 * 60 + 45


def test_after_a_flight_the_day_is_that_of_the_place_arrived_at(travel: Travel) -> None:
    clock = Clock(time=lambda: ms("2026-05-10T01:00:00Z"))
    travel(SEOUL)
    assert clock.now().day == datetime(2026, 5, 10).toordinal()
    travel(HONOLULU)
    assert clock.now().day == datetime(2026, 5, 9).toordinal()


moments = st.integers(ms("2020-01-01T00:00:00Z"), ms("2032-01-01T00:00:00Z"))
hours = st.integers(0, 23)
across_zones = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@across_zones
@given(zone=st.sampled_from(ZONES), at=moments, hour=hours)
def test_the_day_is_the_local_date_so_many_hours_earlier(
    travel: Travel, zone: str, at: int, hour: int
) -> None:
    travel(zone)
    local = datetime.fromtimestamp(at // 1000, UTC).astimezone().replace(tzinfo=None)
    now = Clock(hour, time=lambda: at).now()
    assert now.day == (local - timedelta(hours=hour)).toordinal()
    assert now.day == day_number(now.at, now.offset, hour)


@across_zones
@given(zone=st.sampled_from(ZONES), at=moments, hour=hours)
def test_a_day_starts_at_the_first_moment_that_belongs_to_it(
    travel: Travel, zone: str, at: int, hour: int
) -> None:
    travel(zone)
    clock = Clock(hour)
    day = day_number(at, clock.offset(at), hour)
    start = clock.day_start(day)
    assert start <= at < clock.day_start(day + 1)
    assert day_number(start, clock.offset(start), hour) == day
    assert day_number(start - 1, clock.offset(start - 1), hour) == day - 1


def test_a_day_whose_hour_the_clocks_jump_over_starts_at_the_jump(travel: Travel) -> None:
    travel(NEW_YORK)
    day = datetime(2026, 3, 8).toordinal()
    assert Clock(2).day_start(day) == ms("2026-03-08T03:00:00-04:00")


def test_a_time_is_written_with_the_offset_of_its_place() -> None:
    at = ms("2026-03-01T09:00:00+09:00")
    assert iso(at, 540) == "2026-03-01T09:00:00+09:00"
    assert iso(at, -150) == "2026-02-28T21:30:00-02:30"


@given(at=moments, offset=st.integers(-1439, 1439))
def test_a_written_time_reads_back_as_the_same_second(at: int, offset: int) -> None:
    assert ms(iso(at, offset)) == at // 1000 * 1000


def test_moments_are_equal_when_they_are_the_same_time_in_the_same_place(travel: Travel) -> None:
    travel(SEOUL)
    clock = Clock(time=lambda: ms("2026-05-10T01:00:00Z"))
    assert clock.now() == clock.now()
    assert hash(clock.now()) == hash(clock.now())
    travel(HONOLULU)
    assert clock.now() != Clock(time=lambda: ms("2026-05-10T01:00:01Z")).now()


def test_a_clock_set_back_a_little_waits_for_what_was_already_written() -> None:
    clock = Clock(time=lambda: 1_000_000_000, offset=lambda at: 0)
    clock.not_before(1_000_000_500)
    assert clock.now().at == 1_000_000_500


def test_a_clock_set_back_far_is_believed() -> None:
    clock = Clock(time=lambda: 1_000_000_000, offset=lambda at: 0)
    clock.not_before(1_000_000_000 + 7_200_000)
    assert clock.now().at == 1_000_000_000
