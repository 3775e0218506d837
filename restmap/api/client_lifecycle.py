"""Lifecycle of clients: closing their connections, copies, and pickles."""

from __future__ import annotations

from typing import Any, Self

from ..transports.pool import Pool
from .mounts import KEPT_MOUNTS
from .site import Site


class ClientLifecycle:
    """The methods of a client that close and copy it."""

    _pool: Pool

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
