"""What is remembered: the review log, the schedule replayed from it, and the index."""
