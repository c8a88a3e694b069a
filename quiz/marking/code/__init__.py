"""Code as an answer: read as a syntax tree, compared by what it does, never executed."""
