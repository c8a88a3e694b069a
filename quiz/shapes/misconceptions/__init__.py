"""Misconceptions about shapes: each an altered rule, and the answer that follows from it."""
