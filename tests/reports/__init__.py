"""Passages with all that a parse says of their quotes; the notation is explained in `passages`."""
