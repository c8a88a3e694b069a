"""Tests of the commands, run as a shell would run them."""
