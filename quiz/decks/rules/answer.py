"""What is wrong with an answer: too long to type, said twice, or explained by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.cards.card import Card
from quiz.cards.list import List
from quiz.cards.typed import Typed
from quiz.decks.rules.rule import Finding, Seen, rule
from quiz.i18n import N_
from quiz.text import both

MOST_KEYS = 50
"""Key presses of an answer: at 40 words of five letters a minute, 15 seconds."""
MOST_KEYS_OF_A_LIST = 100
"""Those of all items together."""

_WORD = re.compile(r"[0-9a-z_]+|[가-힣]+")
_SAYS_NOTHING = frozenset(
    "a an the it its is are this that answer because so right correct 답 답은 정답 정답은 이것 "
    "이것은 그래서 예요 이에요 입니다 이다 는 은 이 가 을 를 의 로 으로".split()
)


@rule("long-answer", "advice", N_("An answer is too long to type in seconds."))
def _long_answer(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards:
        if isinstance(card, Typed):
            keys, most = min(map(_keys, (*card.answer.either(), *card.accept))), MOST_KEYS
        elif isinstance(card, List):
            keys, most = sum(map(_shortest, card.items)), MOST_KEYS_OF_A_LIST
        else:
            continue
        if keys > most:
            yield Finding(
                both(
                    "The answer takes {keys} key presses; {most} are enough", keys=keys, most=most
                ),
                both("Make it a choice, a cloze with a short hole, or several cards."),
                seen.entry.raw.get("answer", seen.entry.raw.get("text")),
            )


@rule("said-twice", "advice", N_("accept repeats an answer."))
def _said_twice(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards:
        if not isinstance(card, Typed):
            continue
        accepted = list(card.accept)
        twice = [
            one for n, one in enumerate(accepted) if one in (*card.answer.either(), *accepted[:n])
        ]
        if twice:
            message = both("{answer} stands among the right answers twice", answer=twice[0])
            yield Finding(message, both("Keep one."), seen.entry.raw.get("accept"))


@rule("why-repeats", "advice", N_("The why adds nothing to question and answer."))
def _why_repeats(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards[:1]:
        if any(_adds_nothing(card, language) for language in ("ko", "en")):
            yield Finding(
                both("The why only says again what was asked and answered"),
                both("Say what follows from it, where it comes from, or how to remember it."),
                seen.entry.raw.get("why"),
            )


def _keys(text: str) -> int:
    """Return about how many keys `text` takes: a Hangul syllable two or three, say two."""
    return sum(2 if "가" <= letter <= "힣" else 1 for letter in text)


def _shortest(item: Sequence[object]) -> int:
    return min(_keys(str(text)) for text in item)


def _adds_nothing(card: Card, language: str) -> bool:
    why = _words(getattr(card.why, language))
    known = f"{getattr(card.ask, language)} {getattr(card.solution(), language)}"
    return bool(why) and not why - _words(known) - _SAYS_NOTHING


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
