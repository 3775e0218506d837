"""Libraries that stand in for a server in other people's tests: each of them sees the requests."""

from __future__ import annotations

import gzip
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import aioresponses
import pook
import pytest
import vcr
from mocket import Mocketizer
from mocket.mocks.mockhttp import Entry

from restmap import Request, TransportError

from .servers import BOTH, OK, QUICK, Name, Sender, respond, sender, serving

TRANSPORTS = pytest.mark.parametrize("name", BOTH)
URL = "http://127.0.0.1:9/v1/Things?a=1"  # where nobody listens
MOCKED = b'{"mocked": true}'


def post(one: Sender, url: str = URL) -> bytes:
    headers = {"Content-Type": "application/json"}
    return one.send(Request("POST", url, headers, b'{"b": 2}', QUICK)).body


def test_pook() -> None:
    with pook.use(), sender("urllib3") as one:
        pook.post(URL).json({"b": 2}).reply(200).body(MOCKED)
        assert post(one) == MOCKED


@TRANSPORTS
def test_vcrpy_records_and_plays(name: Name, tmp_path: Path) -> None:
    """What it recorded comes again when there is no server any more."""
    cassette = str(tmp_path / "cassette.yaml")
    with serving(respond) as port:
        url = f"http://127.0.0.1:{port}/v1/Things"
        with vcr.use_cassette(cassette, record_mode="once"), sender(name) as one:
            assert one.get(url).body == OK
    with vcr.use_cassette(cassette, record_mode="none") as played, sender(name) as one:
        assert one.get(url).body == OK
        assert played.play_count == 1


@TRANSPORTS
@pytest.mark.parametrize("decompressed", [False, True])
def test_vcrpy_and_a_body_that_is_compressed(
    name: Name, tmp_path: Path, *, decompressed: bool
) -> None:
    """vcrpy records what urllib3 decompressed together with the header that names the coding."""
    cassette = str(tmp_path / "cassette.yaml")
    body = gzip.compress(OK)
    lines = ["HTTP/1.1 200 OK", "Content-Encoding: gzip", f"Content-Length: {len(body)}", "", ""]
    compressed = "\r\n".join(lines).encode() + body
    options = {"decode_compressed_response": decompressed}
    with serving(lambda connection: respond(connection, compressed)) as port:
        url = f"http://127.0.0.1:{port}/v1/Things"
        with vcr.use_cassette(cassette, record_mode="once", **options), sender(name) as one:
            assert one.get(url).body == OK
    with vcr.use_cassette(cassette, record_mode="none", **options), sender(name) as one:
        assert one.get(url).body == OK


def test_mocket() -> None:
    with Mocketizer(), sender("urllib3") as one:
        Entry.single_register(Entry.POST, URL, body=MOCKED.decode())
        assert post(one) == MOCKED


class _Response(aiohttp.ClientResponse):
    """aioresponses 0.7.9 lacks an argument that aiohttp asks for since 3.14."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, stream_writer=SimpleNamespace(output_size=0), **named)  # type: ignore[arg-type]


def test_aioresponses() -> None:
    with aioresponses.aioresponses() as mocked, sender("aiohttp") as one:
        mocked.post(URL, body=MOCKED, response_class=_Response)
        mocked.post(URL, exception=aiohttp.ServerDisconnectedError())
        assert post(one) == MOCKED
        with pytest.raises(TransportError, match="closed without a response"):
            post(one)
        (calls,) = mocked.requests.values()
        assert [call.kwargs["data"] for call in calls] == [b'{"b": 2}'] * 2
