"""How much waits today, added up from the tallies of the index; imports next to nothing."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself costs `quiz due` milliseconds
    import sqlite3
    from typing import Any

FAR = 9_999_999
"""A day that never comes: when a card is ready that is suspended, or not open yet."""


def count(
    db: "sqlite3.Connection", day: int, new_per_day: int, reviews_per_day: int
) -> "dict[str, Any]":
    """Return what waits on `day`, for which the tallies must be kept.

    due, new: cards, as many as the settings still allow today · decks: by name its title
    {ko, en}, due, new and total · weak: by weak spot its due and new · next_day: the first later
    day on which a card waits, 0 if there is none.
    """
    new, due = left_today(db, day, new_per_day, reviews_per_day)
    decks: dict[str, dict[str, Any]] = {}
    weak = {spot: {"due": due, "new": new} for spot, due, new in _by_weak_spot(db)}
    all_due = all_new = 0
    for name, ko, en, deck_due, deck_new, total in _by_deck(db):
        all_due += deck_due
        all_new += deck_new
        title = {"ko": ko, "en": en}
        decks[name] = {"title": title, "due": deck_due, "new": deck_new, "total": total}
    for part in (*decks.values(), *weak.values()):
        part["due"], part["new"] = min(part["due"], due), min(part["new"], new)
    return {
        "due": min(all_due, due),
        "new": min(all_new, new),
        "decks": decks,
        "weak": weak,
        "next_day": day + 1 if all_new > new or all_due > due else _next_day(db, day),
    }


def left_today(
    db: "sqlite3.Connection", day: int, new_per_day: int, reviews_per_day: int
) -> tuple[int, int]:
    """Return how many new cards and how many reviews the settings still allow on `day`.

    A card missed today and not yet right is no review done.
    """
    begun, done = db.execute(
        """
        select count(*) filter (where first_day = ?1),
            count(*) filter (where first_day < ?1 and due_day > ?1)
        from cards where last_day = ?1
        """,
        (day,),
    ).fetchone()
    return max(new_per_day - begun, 0), max(reviews_per_day - done, 0)


def _by_deck(db: "sqlite3.Connection") -> "list[Any]":
    # Grouped twice: the decks of one name (a.yaml, a.yml) are few, the sets many.
    return db.execute(
        """
        select name, max(title_ko), max(title_en),
            coalesce(sum(due), 0), coalesce(sum(new), 0), coalesce(sum(total), 0)
        from decks left join (
            select deck, sum(due) as due, sum(new) as new, sum(total) as total
            from sets group by deck
        ) on deck = decks.key
        group by name order by name
        """
    ).fetchall()


def _by_weak_spot(db: "sqlite3.Connection") -> "list[Any]":
    # SQLite reads the JSON: Python's own reader is slow to import.
    return db.execute(
        """
        select value, sum(due), sum(new)
        from (select weak, sum(due) as due, sum(new) as new from sets group by weak)
        join json_each(weak) group by value order by value
        """
    ).fetchall()


def _next_day(db: "sqlite3.Connection", day: int) -> int:
    found = db.execute(
        """
        select min(ready) from cards
        where ready > 0 and deck is not null and ready > ? and ready < ?
        """,
        (day, FAR),
    ).fetchone()
    return int(found[0] or 0)
