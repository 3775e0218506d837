"""Conformance tests need Node and twilio-python: they are collected where they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Left out unless asked for by `-m conformance`, as `make conformance` does."""
    return None if config.option.markexpr == "conformance" else True
