"""The tests of runews."""
