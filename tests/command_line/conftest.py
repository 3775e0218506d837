"""A shop that is served over HTTP, and the command line in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest

from restmap.__main__ import main
from restmap.sandbox import Sandbox

from .shop import Order, Shop

Run: TypeAlias = Callable[..., tuple[int, str, str]]

SHOP = "tests.command_line.shop"


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """The shop, whose address and credentials are in the environment."""
    with Sandbox(SHOP, token="secret-token") as sandbox:
        monkeypatch.setenv("SHOP_TOKEN", sandbox.token)
        monkeypatch.setenv("RESTMAP_BASE_URL", sandbox.url)
        monkeypatch.delenv("RESTMAP_PROFILE", raising=False)
        yield sandbox


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line: its exit status, its output and what it said on standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def add_orders(sandbox: Sandbox, count: int) -> None:
    """Orders with ids from 1 on; every third is paid."""
    for number in range(1, count + 1):
        state = "open" if number % 3 else "paid"
        sandbox.add(Order, note=f"note {number}", state=state, total=number)


__all__ = ["SHOP", "Run", "Shop", "add_orders"]
