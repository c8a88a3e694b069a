"""Where the learner's data lies, said with so few imports that a shell prompt can afford it."""

import os
import sys


def where() -> tuple[str, str]:
    """Return the absolute paths of the home folder and of the deck folder.

    QUIZ_HOME and QUIZ_DECKS decide; else decks are those of the current folder, if it has
    `decks/`, and everything else lies where the system keeps a user's data.
    """
    home = _absolute(os.environ.get("QUIZ_HOME") or _user_data())
    return home, _absolute(os.environ.get("QUIZ_DECKS") or _deck_folder(home))


def _deck_folder(home: str) -> str:
    return "decks" if os.path.isdir("decks") else os.path.join(home, "decks")


def _user_data() -> str:
    # What platformdirs answers on Linux; importing it costs more than `quiz due` has.
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        base = os.environ.get("XDG_DATA_HOME", "").strip()
        return os.path.join(base or os.path.expanduser("~/.local/share"), "quiz")
    from platformdirs import user_data_dir

    return user_data_dir("quiz", appauthor=False)


def _absolute(path: str) -> str:
    return os.path.abspath(os.path.expanduser(path))
