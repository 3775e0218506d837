"""Lifecycle of clients: running calls over their connections, closing them, copies, and pickles."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..send.flow import drive, drive_async
from ..transports.pool import Pool
from .mounts import KEPT_MOUNTS
from .site import Site

if TYPE_CHECKING:
    from ..send.body_flow import BodyFlow
    from ..send.flow import Flow

T = TypeVar("T")


class ClientLifecycle:
    """The methods of a client that run its calls, close it and copy it."""

    _pool: Pool
    _sleep: Callable[[float], object]
    _sleep_async: Callable[[float], Any] | None

    def _run(self, flow: Flow[T]) -> T:
        """Drive a flow to its result, blocking."""
        return drive(flow, self._pool.blocking().send, self._sleep)

    async def _run_async(self, flow: Flow[T]) -> T:
        """Drive a flow to its result, awaiting."""
        send = self._pool.asynchronous().send
        return await drive_async(flow, send, self._sleep_async or _asyncio_sleep)

    def _run_pieces(self, flow: BodyFlow[object]) -> Generator[bytes]:
        """Drive a flow that receives a body in pieces, blocking."""
        from ..send.body_flow import drive_pieces  # for downloads

        return drive_pieces(flow, self._pool.blocking().send, self._sleep)

    def _run_pieces_async(self, flow: BodyFlow[object]) -> AsyncGenerator[bytes]:
        """Drive a flow that receives a body in pieces, awaiting."""
        from ..send.body_flow import drive_pieces_async  # for downloads

        send = self._pool.asynchronous().send
        return drive_pieces_async(flow, send, self._sleep_async or _asyncio_sleep)

    def close(self) -> None:
        """Close the connections, which all clients made by `options()` share. Safe to repeat."""
        self._pool.close()

    async def aclose(self) -> None:
        """Close the connections, and the asynchronous ones of this event loop."""
        await self._pool.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __copy__(self) -> Self:
        other = type(self).__new__(type(self))
        other.__dict__.update(self._settings())
        return other

    def __getstate__(self) -> dict[str, Any]:
        return self._settings()

    def _settings(self) -> dict[str, Any]:
        """The settings of the client, without what is mounted in it, which refers back to it."""
        return {
            name: each
            for name, each in vars(self).items()
            if not isinstance(each, Site) and name != KEPT_MOUNTS
        }


async def _asyncio_sleep(seconds: float) -> None:
    import asyncio  # imported only for a pause between awaited retries

    await asyncio.sleep(seconds)
