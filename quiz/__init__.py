"""Spaced-repetition quizzes in the terminal that name your mistakes."""
