"""The form of Add and edit: a draft of a card, and the fields that write it."""
