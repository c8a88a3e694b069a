"""What marking answers must do."""
