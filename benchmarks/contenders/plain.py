"""A client written by hand with urllib3, which returns what `json.loads` returns."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC
from typing import Any
from urllib.parse import urlencode

import urllib3

from ..sessions import (
    ACCOUNT_SID,
    AUTH_TOKEN,
    DATE_EXPIRY,
    FETCHED,
    PAGE_SIZE,
    PARTICIPANTS,
    PATH,
    UNIQUE_NAME,
    weight,
)


class Urllib3Json:
    """Nothing but a pool, a form and a dict."""

    loads: Callable[[bytes], Any] = staticmethod(json.loads)

    def __init__(self, origin: str) -> None:
        self._sessions = f"{origin}{PATH}"
        self._http = urllib3.PoolManager(maxsize=50, timeout=30.0)
        credentials = urllib3.make_headers(basic_auth=f"{ACCOUNT_SID}:{AUTH_TOKEN}")
        self._headers = {**credentials, "Accept": "application/json"}
        self._form_headers = {
            **self._headers,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def _get(self, url: str) -> Any:
        answer = self._http.request("GET", url, headers=self._headers)
        if answer.status >= 400:
            raise RuntimeError(answer.data)
        return self.loads(answer.data)

    def _pages(self) -> Any:
        url = f"{self._sessions}?PageSize={PAGE_SIZE}"
        while url:
            page = self._get(url)
            yield page["sessions"]
            url = page["meta"]["next_page_url"]

    def stream(self, limit: int) -> int:
        """Read two fields of each session."""
        total = seen = 0
        for page in self._pages():
            for session in page:
                total += weight(session["sid"], session["status"])
            seen += len(page)
            if seen >= limit:
                break
        return total

    def fields(self, limit: int) -> int:
        """Make the dicts of the sessions, which are the fields; how many."""
        seen = 0
        for page in self._pages():
            seen += len(page)
            if seen >= limit:
                break
        return seen

    def hold(self, limit: int) -> list[Any]:
        """A list of all of them."""
        held: list[Any] = []
        for page in self._pages():
            held += page
            if len(held) >= limit:
                break
        return held

    def create(self) -> str:
        """Create a session; its sid."""
        form = [("UniqueName", UNIQUE_NAME)]
        form.append(
            ("DateExpiry", DATE_EXPIRY.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
        )
        form += [("Participants", json.dumps(each)) for each in PARTICIPANTS]
        body = urlencode(form)
        answer = self._http.request("POST", self._sessions, body=body, headers=self._form_headers)
        if answer.status >= 400:
            raise RuntimeError(answer.data)
        sid: str = self.loads(answer.data)["sid"]
        return sid

    def fetch(self) -> str:
        """Fetch a session; its sid."""
        sid: str = self._get(f"{self._sessions}/{FETCHED['sid']}")["sid"]
        return sid


class Urllib3Orjson(Urllib3Json):
    """The same with orjson."""

    def __init__(self, origin: str) -> None:
        import orjson

        super().__init__(origin)
        self.loads = orjson.loads
