"""twilio-python, as its README shows it, led to another origin."""

from __future__ import annotations

from typing import Any

from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

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


def _sessions(origin: str, **settings: Any) -> tuple[Client, Any]:
    client = Client(ACCOUNT_SID, AUTH_TOKEN, **settings)
    client.proxy.base_url = origin
    return client, client.proxy.v1.services(SERVICE_SID).sessions


class TwilioPython:
    """The blocking verbs."""

    def __init__(self, origin: str) -> None:
        _, self._sessions = _sessions(origin)

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


class TwilioPythonAsync:
    """The same client, awaited."""

    is_async = True

    def __init__(self, origin: str) -> None:
        self._http = AsyncTwilioHttpClient()
        _, self._sessions = _sessions(origin, http_client=self._http)

    async def stream(self, limit: int) -> int:
        """Read two fields of each session."""
        total = 0
        async for session in await self._sessions.stream_async(limit=limit, page_size=PAGE_SIZE):
            total += weight(session.sid, session.status)
        return total

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
        await self._http.close()
