"""restmap, as its README shows it."""

from __future__ import annotations

from typing import Any

from resources.twilio import Client
from restmap import ConnectionSettings

from ..sessions import (
    ACCOUNT_SID,
    AUTH_TOKEN,
    DATE_EXPIRY,
    FETCHED,
    PAGE_SIZE,
    PARTICIPANTS,
    SERVICE_SID,
    UNIQUE_NAME,
    read_fields,
    weight,
)


def _sessions(origin: str) -> Any:
    connection = ConnectionSettings(pool_size=50)
    client = Client(ACCOUNT_SID, AUTH_TOKEN, base_url=origin, connection=connection)
    return client.proxy.v1.services(SERVICE_SID).sessions


class Restmap:
    """The blocking verbs."""

    def __init__(self, origin: str) -> None:
        self._sessions = _sessions(origin)

    def stream(self, limit: int) -> int:
        """Read two fields of each session."""
        total = 0
        for session in self._sessions.stream(limit=limit, page_size=PAGE_SIZE):
            total += weight(session.sid, session.status)
        return total

    def fields(self, limit: int) -> int:
        """Read all fields of each session; how many sessions."""
        seen = 0
        for session in self._sessions.stream(limit=limit, page_size=PAGE_SIZE):
            read_fields(session)
            seen += 1
        return seen

    def pages(self, limit: int, *, prefetch: bool) -> Any:
        """The sessions one by one, the next page asked for ahead or not."""
        return self._sessions.stream(limit=limit, page_size=PAGE_SIZE, prefetch=int(prefetch))

    def hold(self, limit: int) -> list[Any]:
        """A list of all of them."""
        held: list[Any] = self._sessions.list(limit=limit, page_size=PAGE_SIZE)
        return held

    def create(self) -> str:
        """Create a session; its sid."""
        sid: str = self._sessions.create(
            unique_name=UNIQUE_NAME, date_expiry=DATE_EXPIRY, participants=PARTICIPANTS
        ).sid
        return sid

    def fetch(self) -> str:
        """Fetch a session; its sid."""
        sid: str = self._sessions(FETCHED["sid"]).fetch().sid
        return sid


class RestmapAsync:
    """The same client, awaited."""

    is_async = True

    def __init__(self, origin: str) -> None:
        self._sessions = _sessions(origin)

    async def stream(self, limit: int) -> int:
        """Read two fields of each session."""
        total = 0
        async for session in self._sessions.stream(limit=limit, page_size=PAGE_SIZE):
            total += weight(session.sid, session.status)
        return total

    def pages(self, limit: int, *, prefetch: bool) -> Any:
        """The sessions one by one, the next page asked for ahead or not."""
        return self._sessions.stream(limit=limit, page_size=PAGE_SIZE, prefetch=int(prefetch))

    async def create(self) -> str:
        """Create a session; its sid."""
        session = await self._sessions.create_async(
            unique_name=UNIQUE_NAME, date_expiry=DATE_EXPIRY, participants=PARTICIPANTS
        )
        sid: str = session.sid
        return sid

    async def fetch(self) -> str:
        """Fetch a session; its sid."""
        sid: str = (await self._sessions(FETCHED["sid"]).fetch_async()).sid
        return sid

    async def close(self) -> None:
        """Close the connections."""
        await self._sessions._site.client.aclose()
