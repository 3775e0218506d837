"""twilio-python, led to a server on loopback and called as restmap is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from restmap import snake_case
from tests.routes import reach, verb_of

from .calls import Call

# All of Twilio's origins, without a region.
ORIGIN = re.compile(r"https://[a-z-]+\.twilio\.com")


class LoopbackHttpClient(TwilioHttpClient):
    """Its own client, but that requests to Twilio go to another origin.

    origin: that the last request was meant for.
    """

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url
        self.origin = ""

    def request(self, method: str, url: str, *args: Any, **named: Any) -> Any:
        found = ORIGIN.match(url)
        assert found is not None, url
        self.origin = found[0]
        return super().request(method, self._base_url + url[found.end() :], *args, **named)

    def close(self) -> None:
        self.session.close()


def client_of(account_sid: str, token: str, base_url: str) -> Client:
    return Client(account_sid, token, http_client=LoopbackHttpClient(base_url))


def make(
    client: Client, call: Call, arguments: Mapping[str, Any], path: Sequence[str | int]
) -> Any:
    """The same call: every name of it is the same in both libraries.

    AttributeError or TypeError where twilio-python has no such name.
    """
    target = reach(call.route, client, path)
    if call.whole_body in arguments:
        body = arguments[call.whole_body]
        arguments = {**arguments, call.whole_body: body_of(target, call.whole_body, body)}
    return getattr(target, verb_of(call.route))(**arguments)


def body_of(target: Any, name: str, body: Mapping[str, Any]) -> Any:
    """A JSON body as twilio-python takes it: an object of a class beside the verb, made from it.

    A body of any properties has no such class, and has to be an object that makes a dict.
    """
    for each in vars(type(target)).values():
        if isinstance(each, type) and snake_case(each.__name__) == name:
            return each(body)
    return _AnyBody(body)


class _AnyBody(dict[str, Any]):
    def to_dict(self) -> dict[str, Any]:
        return dict(self)


def fields_of(instance: Any) -> dict[str, Any]:
    """The public attributes of an instance, which are the fields of the response."""
    return {name: value for name, value in vars(instance).items() if not name.startswith("_")}
