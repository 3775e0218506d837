"""twilio-python, led to a server on loopback and called as restmap is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from .calls import Call

ORIGIN = "https://proxy.twilio.com"


class LoopbackHttpClient(TwilioHttpClient):
    """Its own client, but that requests to Twilio go to another origin."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url

    def request(self, method: str, url: str, *args: Any, **named: Any) -> Any:
        assert url.startswith(ORIGIN), url
        return super().request(method, self._base_url + url.removeprefix(ORIGIN), *args, **named)

    def close(self) -> None:
        self.session.close()


def client_of(account_sid: str, token: str, base_url: str) -> Client:
    return Client(account_sid, token, http_client=LoopbackHttpClient(base_url))


def make(
    client: Client, call: Call, arguments: Mapping[str, Any], path: Sequence[str | int]
) -> Any:
    """The same call: every name of it is the same in both libraries."""
    planned = call.route.planned
    values = iter(path)
    target: Any = client.proxy.v1
    for mount in call.route.mounts:
        target = getattr(target, mount.name)
        if mount is not call.route.mounts[-1] or planned.scope == "item":
            target = target(next(values))
    return getattr(target, "page" if planned.result == "page" else planned.name)(**arguments)


def fields_of(instance: Any) -> dict[str, Any]:
    """The public attributes of an instance, which are the fields of the answer."""
    return {name: value for name, value in vars(instance).items() if not name.startswith("_")}
