"""The transports of a client, created when first needed and shared with its `options()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..errors import configuration_error, unfit_setting

if TYPE_CHECKING:
    from .connection import ConnectionSettings
    from .transport import AsyncTransport, Transport

Kind: TypeAlias = Literal["blocking", "asynchronous"]


class Pool:
    """The blocking and the asynchronous transport of a client.

    given: a transport of the user's, which serves only calls of its own kind, or both if it has
    `send` and `send_async`; None for the defaults, which import urllib3 and aiohttp when first
    needed. settings: for the defaults; None for those of ConnectionSettings.
    """

    def __init__(
        self, given: Transport | AsyncTransport | None, settings: ConnectionSettings | None
    ) -> None:
        self._given = given
        self._settings = settings
        self._closed = False
        self._transports: dict[Kind, Any] = {} if given is None else _by_kind(given)

    def blocking(self) -> Transport:
        """Return the transport of blocking calls, created at the first one."""
        transport: Transport = self._transport("blocking")
        return transport

    def asynchronous(self) -> AsyncTransport:
        """Return the transport of awaited calls, created at the first one."""
        transport: AsyncTransport = self._transport("asynchronous")
        return transport

    def _transport(self, kind: Kind) -> Any:
        if self._closed:
            raise configuration_error(
                "the client was closed.", "Create another client, or close this one later."
            )
        if kind in self._transports:
            return self._transports[kind]
        if self._given is not None:
            has, lacks, remedy = "send", "async def send", "the verbs without _async"
            if kind == "blocking":
                has, lacks, remedy = lacks, has, "the …_async verbs"
            raise configuration_error(
                f"the client's transport has `{has}`, and this call needs `{lacks}`.",
                f"Use {remedy}, or give the client a transport with `{lacks}`.",
            )
        create = _urllib3_transport if kind == "blocking" else _aiohttp_transport
        # Of two threads both get the transport that was stored first.
        return self._transports.setdefault(kind, create(self._settings))

    def close(self) -> None:
        """Close the blocking transport. Later calls are refused."""
        self._closed = True
        transport: Any = self._transports.get("blocking")
        if hasattr(transport, "close"):
            transport.close()

    async def aclose(self) -> None:
        """Close both transports. Later calls are refused."""
        self.close()
        transport: Any = self._transports.get("asynchronous")
        if hasattr(transport, "close"):
            closing = transport.close()
            import inspect

            if inspect.isawaitable(closing):
                await closing

    def __reduce__(self) -> tuple[type[Pool], tuple[Any, ...]]:
        return Pool, (self._given, self._settings)


class _AwaitedForm:
    """The asynchronous transport of one that serves both kinds of calls."""

    def __init__(self, transport: Any) -> None:
        self.send = transport.send_async
        if hasattr(transport, "aclose"):
            self.close = transport.aclose


def _by_kind(transport: Transport | AsyncTransport) -> dict[Kind, Any]:
    """The transports of each kind that an object is."""
    import inspect

    send = getattr(transport, "send", None)
    if isinstance(transport, type) or not callable(send):
        raise unfit_setting("transport", transport, "Give an object with `send`.", "Client")
    if inspect.iscoroutinefunction(send):
        return {"asynchronous": transport}
    if inspect.iscoroutinefunction(getattr(transport, "send_async", None)):
        return {"blocking": transport, "asynchronous": _AwaitedForm(transport)}
    return {"blocking": transport}


def _urllib3_transport(settings: ConnectionSettings | None) -> Transport:
    from .connection import DEFAULT_SETTINGS
    from .urllib3_transport import Urllib3Transport

    return Urllib3Transport(settings or DEFAULT_SETTINGS)


def _aiohttp_transport(settings: ConnectionSettings | None) -> AsyncTransport:
    from .connection import DEFAULT_SETTINGS

    try:
        from .aiohttp_transport import AiohttpTransport
    except ImportError as error:
        raise configuration_error(
            f"awaited calls need aiohttp, which cannot be imported: {error}.",
            "Run: pip install 'restmap[async]'",
            "AiohttpTransport",
        ) from error
    return AiohttpTransport(settings or DEFAULT_SETTINGS)
