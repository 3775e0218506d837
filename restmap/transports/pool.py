"""The transports of a client, created when first needed and shared with its `options()`."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from ..errors import ConfigurationError, configuration_error, unfit_setting
from .connection import ConnectionSettings
from .forks import renew_lock, reset_in_child

if TYPE_CHECKING:
    from .transport import AsyncTransport, Transport


class Pool:
    """The blocking and the asynchronous transport of a client.

    given: a transport of the user's, which serves only calls of its own kind; None for the
    defaults, which import urllib3 and aiohttp when first needed.
    """

    def __init__(
        self, given: Transport | AsyncTransport | None, settings: ConnectionSettings
    ) -> None:
        self._given = given
        self._settings = settings
        self._reset()

    def _reset(self) -> None:
        self._lock = threading.Lock()
        reset_in_child(self, renew_lock)
        self._closed = False
        self._blocking: Transport | None = None
        self._asynchronous: AsyncTransport | None = None
        if self._given is None:
            return
        import inspect

        send = getattr(self._given, "send", None)
        if isinstance(self._given, type) or not callable(send):
            raise unfit_setting("transport", self._given, "Give an object with `send`.", "Client")
        if inspect.iscoroutinefunction(send):
            self._asynchronous = cast("AsyncTransport", self._given)
        else:
            self._blocking = cast("Transport", self._given)

    def blocking(self) -> Transport:
        """Return the transport of blocking calls, created at the first one."""
        if self._blocking is not None and not self._closed:
            return self._blocking
        with self._lock:
            self._refuse_if_closed()
            if self._given is not None and self._blocking is None:
                raise _wrong_kind("async def send", "send", "the …_async verbs")
            if self._blocking is None:
                from .urllib3_transport import Urllib3Transport

                self._blocking = Urllib3Transport(self._settings)
            return self._blocking

    def asynchronous(self) -> AsyncTransport:
        """Return the transport of awaited calls, created at the first one."""
        if self._asynchronous is not None and not self._closed:
            return self._asynchronous
        with self._lock:
            self._refuse_if_closed()
            if self._given is not None and self._asynchronous is None:
                raise _wrong_kind("send", "async def send", "the verbs without _async")
            if self._asynchronous is None:
                self._asynchronous = _aiohttp_transport(self._settings)
            return self._asynchronous

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise configuration_error(
                "the client was closed.", "Create another client, or close this one later."
            )

    def close(self) -> None:
        """Close the blocking transport. Later calls are refused."""
        self._closed = True
        if hasattr(self._blocking, "close"):
            cast(Any, self._blocking).close()

    async def aclose(self) -> None:
        """Close both transports. Later calls are refused."""
        self.close()
        if hasattr(self._asynchronous, "close"):
            closing = cast(Any, self._asynchronous).close()
            import inspect

            if inspect.isawaitable(closing):
                await closing

    def __getstate__(self) -> dict[str, Any]:
        return {"_given": self._given, "_settings": self._settings}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._reset()


def _aiohttp_transport(settings: ConnectionSettings) -> AsyncTransport:
    try:
        from .aiohttp_transport import AiohttpTransport
    except ImportError as error:
        raise configuration_error(
            f"awaited calls need aiohttp, which cannot be imported: {error}.",
            "Run: pip install 'restmap[async]'",
            "AiohttpTransport",
        ) from error
    return AiohttpTransport(settings)


def _wrong_kind(has: str, lacks: str, remedy: str) -> ConfigurationError:
    return configuration_error(
        f"the client's transport has `{has}`, and this call needs `{lacks}`.",
        f"Use {remedy}, or give the client a transport with `{lacks}`.",
    )
