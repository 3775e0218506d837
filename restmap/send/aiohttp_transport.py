"""HTTP by aiohttp: the transport of awaited calls. It meets aiohttp in `aiohttp_session.py`."""

from __future__ import annotations

from ..errors import ConfigurationError, compose
from ..messages import Request, Response
from .connection import ConnectionSettings

_DEFAULT_SETTINGS = ConnectionSettings()


class AiohttpTransport:
    """Sends by aiohttp: connections pooled, certificates verified, redirects not followed.

    settings: proxy, certificates, the bound on answers. `pool_size` is not kept to: as many
    connections as are in use at a time stay open for the 15 seconds after.
    Each event loop has connections of its own, which it closes when it ends, as `asyncio.run`
    and `asyncio.Runner` end it. Pickling keeps the settings.
    Raises ConfigurationError where aiohttp is not installed.
    """

    def __init__(self, settings: ConnectionSettings = _DEFAULT_SETTINGS) -> None:
        self.settings = settings
        try:
            from .aiohttp_session import Sessions
        except ImportError as error:
            raise ConfigurationError(
                compose(
                    f"awaited calls need aiohttp, which cannot be imported: {error}.",
                    "Run: pip install 'restmap[async]'",
                    "AiohttpTransport",
                )
            ) from error
        self._sessions = Sessions(settings)

    async def send(self, request: Request) -> Response:
        """Send one request and return its answer, whatever its status.

        Raises what Urllib3Transport.send raises, with the same meaning. Cancelling closes the
        connection.
        """
        return await self._sessions.send(request)

    async def close(self) -> None:
        """Close the connections of this event loop. Safe to repeat."""
        await self._sessions.close()

    def __repr__(self) -> str:
        return f"AiohttpTransport({self.settings!r})"

    def __reduce__(self) -> tuple[type[AiohttpTransport], tuple[ConnectionSettings]]:
        return AiohttpTransport, (self.settings,)
