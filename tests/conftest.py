"""What all tests share: how long hypothesis looks, and one article that has something of all."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

import runews
from tests.samples import full_article

# A run in a shell's background ignores SIGINT and hands that down to the processes under test.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The first parse loads the models, and a shared machine is slow at times: no deadline.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "ci",
    max_examples=150,
    derandomize=True,
    print_blob=True,
    deadline=None,
    suppress_health_check=_SLOW,
)
# One round of `make soak`: each round has a seed of its own, so nothing is kept between them.
settings.register_profile(
    "soak",
    max_examples=500,
    database=None,
    print_blob=True,
    deadline=None,
    suppress_health_check=_SLOW,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture
def article() -> runews.Article:
    """An article with every field filled, made by hand."""
    return full_article()
