"""The missed answers as rows: how they are grouped, and how one is drawn."""
