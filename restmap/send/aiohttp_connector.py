"""Connections of aiohttp that have a gate, and nothing unread."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from aiohttp import ClientRequest, ClientTimeout, TCPConnector

from .aiohttp_gate import Attempt, Gate

if TYPE_CHECKING:
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

CURRENT_ATTEMPT: ContextVar[Attempt] = ContextVar("CURRENT_ATTEMPT")

# As much as asyncio receives at a time.
_ROOM_BYTES = 256 * 1024


class GatedConnector(TCPConnector):
    """Gives connections with a gate, none of them with unread bytes."""

    def __init__(self) -> None:
        super().__init__(limit=0)  # pyright: ignore[reportUnknownMemberType]
        self._room = memoryview(bytearray(_ROOM_BYTES))

    async def connect(
        self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout
    ) -> Connection:
        """A connection, and from now on the request may have left."""
        attempt = CURRENT_ATTEMPT.get()
        while True:
            connection = await super().connect(req, traces, timeout)
            gate = self._gate_of(connection)
            if gate is None or not gate.is_soiled():
                break
            connection.close()
        attempt.gate = gate
        if gate is not None:
            gate.open(attempt)
        attempt.sent = True
        return connection

    def _gate_of(self, connection: Connection) -> Gate | None:
        """The gate of a connection, built when it is new; None where it is lost already."""
        transport, protocol = connection.transport, connection.protocol
        if transport is None or protocol is None:
            return None
        gate = transport.get_protocol()
        if not isinstance(gate, Gate):
            gate = Gate(protocol, transport, self._room)
            transport.set_protocol(gate)
        return gate
