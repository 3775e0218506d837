"""Flows: what is to be done, said without doing it.

A flow is a generator that yields steps, a Request to send or a Pause to wait, is sent the
Response that came, and returns what it was for. `send/drive.py` does the steps.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from .frozen import Frozen
from .messages import Request

T = TypeVar("T")


class Pause(Frozen):
    """Wait before going on."""

    seconds: float


Step: TypeAlias = Request | Pause
Flow: TypeAlias = Generator[Step, Any, T]


if TYPE_CHECKING:

    class Runner(Protocol):
        """What drives flows to their results: a client."""

        def run(self, flow: Flow[T]) -> T:
            """By blocking."""
            ...

        async def run_async(self, flow: Flow[T]) -> T:
            """By `await`."""
            ...
