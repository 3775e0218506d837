"""Settings of every test."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.support", "tests.declare.mistakes")

# No deadline: the first example takes longer, since later ones use what it cached.
settings.register_profile("restmap", deadline=None, max_examples=100)
settings.load_profile("restmap")


@pytest.fixture(autouse=True, scope="package")
def _collect_only_what_the_package_makes() -> Iterator[None]:
    """Leave what earlier tests loaded to no later collection.

    Many tests collect garbage to find a socket that was left open, and that of the whole run would
    take longer than the test.
    """
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Environment variables of a developer must not decide a test."""
    for name in (
        "TWILIO_ACCOUNT_SID",
        "TWILIO_AUTH_TOKEN",
        "TWILIO_REGION",
        "TWILIO_EDGE",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "NO_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "no_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
