"""Value classes are attrs classes: equal by their fields, frozen, copied and pickled."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from restmap import ConnectionSettings, Request, Response, RetryPolicy, Timeout
from restmap.transports.proxy import Proxy

VALUES: list[Any] = [
    Timeout(1, 2, None),
    Request("GET", "https://api.example.com/things", {"Accept": "text/html"}, None, Timeout(1)),
    Response(200, {"Content-Type": "text/html"}, b"<p>"),
    RetryPolicy(attempts=2),
    ConnectionSettings(pool_size=3, proxy="http://user:secret@proxy.example.com:3128"),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value)), attrs.evolve],
    ids=["copy", "deepcopy", "pickle", "evolve"],
)
def test_copies_are_equal_and_cannot_be_changed(value: Any, again: Callable[[Any], Any]) -> None:
    copied = again(value)

    assert copied == value
    assert copied is not value
    name = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(copied, name, None)


@pytest.mark.parametrize("other", [Timeout(1, 2, 3), RetryPolicy(), (1, 2, None), None])
def test_others_are_not_equal(other: object) -> None:
    assert other != Timeout(1, 2, None)


def test_no_credential_is_shown() -> None:
    settings = ConnectionSettings(proxy="http://user:secret@proxy.example.com:3128")

    assert repr(settings) == (
        "ConnectionSettings(pool_size=10, proxy='***', ca_bundle=None, ssl_context=None, "
        "client_certificate=None, max_body_bytes=67108864)"
    )
    assert "proxy=None" in repr(ConnectionSettings())
    assert repr(Proxy("http://proxy.example.com", "Basic c2VjcmV0")) == (
        "Proxy(url='http://proxy.example.com')"
    )


def test_headers_that_are_left_out() -> None:
    assert Request("GET", "/", None).headers == {} == Request("GET", "/").headers
    assert Response(204, None).headers == {} == Response(204).headers
