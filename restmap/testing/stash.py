"""What the plugin keeps with each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .requests import SentRequests

SENT: pytest.StashKey[SentRequests] = pytest.StashKey()
"""The requests of a test, for its report."""

FAILED: pytest.StashKey[bool] = pytest.StashKey()
"""Whether a test failed."""
