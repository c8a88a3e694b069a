"""Which deck files there are, and whether they are as the index knows them."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself costs `quiz due` milliseconds
    import sqlite3

WEAK_SPOTS = "weak-spots.yaml"

Stamp = tuple[int, int, int]
"""A file's mtime (ns), size (bytes) and ctime (ns): equal ones mean that it is the same file,
neither written nor made readable since."""


def deck_files(folder: "str | os.PathLike[str]") -> dict[str, Stamp]:
    """Return the stamp of each deck file in `folder` by its name, sorted.

    The same files as `quiz.decks.deck.deck_paths` finds. A folder that is missing holds none.
    """
    found = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if _is_deck(entry.name) and (stamp := stamp_of(entry)):
                    found[entry.name] = stamp
    except OSError:
        return {}
    return dict(sorted(found.items()))


def stamp_of(path: "str | os.PathLike[str]") -> Stamp | None:
    """Return the stamp of the file at `path`, None if there is none."""
    try:
        stat = path.stat() if isinstance(path, os.DirEntry) else os.stat(path)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ctime_ns


def known_decks(db: "sqlite3.Connection", file: str | None = None) -> dict[str, Stamp]:
    """Return the stamps that the index took its decks (or only `file`) from, by their files."""
    rows = db.execute(
        "select file, mtime, size, ctime from decks where file = coalesce(?, file)", (file,)
    )
    return {file: (mtime, size, ctime) for file, mtime, size, ctime in rows}


def _is_deck(name: str) -> bool:
    return (
        name.endswith((".yaml", ".yml"))
        and name[0] not in "._"
        and name != WEAK_SPOTS
        and _can_be_kept(name)
    )


def _can_be_kept(name: str) -> bool:
    """Return whether a name is text; of one that is not `quiz check` tells."""
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False
