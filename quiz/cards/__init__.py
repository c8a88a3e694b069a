"""The kinds of card, a file each; `quiz.cards.kinds` finds them by name."""
