"""A client written by hand with aiohttp: the least that an asyncio client can take."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC
from urllib.parse import urlencode

import aiohttp

from ..sessions import ACCOUNT_SID, AUTH_TOKEN, DATE_EXPIRY, PARTICIPANTS, PATH, UNIQUE_NAME


class AiohttpJson:
    """Nothing but a session of aiohttp, a form and a dict."""

    def __init__(self, origin: str) -> None:
        self._sessions = f"{origin}{PATH}"
        self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        token = b64encode(f"{ACCOUNT_SID}:{AUTH_TOKEN}".encode()).decode("ascii")
        self._headers = {
            "Authorization": f"Basic {token}",
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    async def create(self) -> str:
        """Create a session; its sid."""
        form = [("UniqueName", UNIQUE_NAME)]
        form.append(("DateExpiry", DATE_EXPIRY.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))
        form += [("Participants", json.dumps(each)) for each in PARTICIPANTS]
        body = urlencode(form).encode("ascii")
        async with self._http.post(self._sessions, data=body, headers=self._headers) as answer:
            answer.raise_for_status()
            sid: str = json.loads(await answer.read())["sid"]
            return sid

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()
