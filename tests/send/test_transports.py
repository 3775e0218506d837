"""The transports that people name: what they send, what they refuse, connections of one's own."""

from __future__ import annotations

import asyncio
import pickle
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import urllib3

from restmap import (
    AiohttpTransport,
    ConfigurationError,
    ConnectionSettings,
    ParameterError,
    Request,
    ResponseError,
    TransportError,
    Urllib3Transport,
)

from ..faults.server import refused_url
from .servers import BOTH, OK, QUICK, Authority, Name, over_tls, respond, sender, serving

TRANSPORTS = pytest.mark.parametrize("name", BOTH)
URL = "http://api.example.com/things"


@contextmanager
def recording() -> Iterator[tuple[str, list[bytes]]]:
    """A server, and the heads of the requests that it got."""
    heads: list[bytes] = []
    with serving(lambda connection: heads.extend(respond(connection))) as port:
        yield f"http://127.0.0.1:{port}", heads


# -- what is sent ---------------------------------------------------------------------------


@TRANSPORTS
@pytest.mark.parametrize(
    ("target", "sent"),
    [
        ("", b"/"),
        ("?a=1#b", b"/?a=1"),
        ("/a%2Fb?c=d+e&f=%C3%A9", b"/a%2Fb?c=d+e&f=%C3%A9"),
        ("/é?a b", b"/%C3%A9?a%20b"),
        ("/a\r\nX: y", b"/a%0D%0AX:%20y"),
        ("/~!$&'()*+,;=:@", b"/~!$&'()*+,;=:@"),
    ],
)
def test_a_target_has_no_character_that_ends_it(name: Name, target: str, sent: bytes) -> None:
    with recording() as (url, heads), sender(name) as one:
        one.get(url + target)
    assert heads[0].startswith(b"GET %s HTTP/1.1\r\n" % sent)


@TRANSPORTS
def test_headers_are_sent_as_they_are(name: Name) -> None:
    """A user in the URL is not, and no cookie is kept."""
    with recording() as (url, heads), sender(name) as one:
        url = url.replace("//", "//user:s3cret@")
        for _ in range(2):
            one.get(url, **{"X-Key": "k", "User-Agent": "tests", "Accept": "text/html"})
    for head in heads:
        for line in (b"X-Key: k", b"User-Agent: tests", b"Accept: text/html"):
            assert head.count(line) == 1
        assert b"Authorization" not in head
        assert b"Cookie" not in head


ONE_LINE = "Use letters, digits and hyphens in its name, and ASCII on one line as its value"
LEAVE_OUT = "Leave it out: it is added automatically"


@TRANSPORTS
@pytest.mark.parametrize(
    ("headers", "body", "found", "remedy"),
    [
        ({"X": "a\r\nY: b"}, None, "the header 'X' cannot be sent", ONE_LINE),
        ({"X": "a\x7f"}, None, "the header 'X' cannot be sent", ONE_LINE),
        ({"X": "é"}, None, "the header 'X' cannot be sent", ONE_LINE),
        ({"X": "a", "Y ": "b"}, None, "the header 'Y ' cannot be sent", ONE_LINE),
        ({"Y\r\nZ": "b"}, None, "the header 'Y\\r\\nZ' cannot be sent", ONE_LINE),
        ({"": "b"}, None, "the header '' cannot be sent", ONE_LINE),
        ({"content-length": "4"}, b"abc",
         "the header 'content-length' does not fit the request body", LEAVE_OUT),
        ({"Content-Length": "3"}, None,
         "the header 'Content-Length' does not fit the request body", LEAVE_OUT),
        ({"Transfer-Encoding": "chunked"}, b"3\r\nabc\r\n0\r\n\r\n",
         "the header 'Transfer-Encoding' does not fit the request body", LEAVE_OUT),
    ],
)  # fmt: skip
def test_headers_that_cannot_be_sent(
    name: Name, headers: dict[str, str], body: bytes | None, found: str, remedy: str
) -> None:
    with sender(name) as one, pytest.raises(ParameterError) as caught:
        one.send(Request("POST", f"{URL}?token=secret", headers, body))
    assert str(caught.value) == f"{found}.\n  Nothing was sent. {remedy}.\n  in POST {URL}"


@TRANSPORTS
def test_a_method_is_one_word(name: Name) -> None:
    with sender(name) as one, pytest.raises(ParameterError) as caught:
        one.send(Request("GET /x", URL))
    assert str(caught.value) == (
        "'GET /x' is not an HTTP method.\n"
        "  Nothing was sent. Write one word in capitals: 'GET'.\n"
        f"  in GET /x {URL}"
    )


@TRANSPORTS
@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/", "http:///b", "http://a.example\n", "http://a.example\r\nX-Evil: 1/b",
        "http://a example/", "http://a.example:99999/", "a.example", "",
    ],
)  # fmt: skip
def test_what_leads_to_no_server_is_refused(name: Name, url: str) -> None:
    with sender(name) as one, pytest.raises(TransportError) as caught:
        one.get(url)
    assert "the URL is not that of a server" in str(caught.value)
    assert not caught.value.maybe_sent


@TRANSPORTS
def test_a_host_may_be_in_any_script(name: Name) -> None:
    """It is sent in ASCII, to a proxy and in the Host header."""
    with recording() as (url, heads), sender(name, proxy=url) as one:
        one.get("http://b\xfccher.example:81/a")
        one.get("http://例え.テスト/")
    heads.sort()  # those of a connection come when it ends
    assert [head.split(b"\r\n")[0] for head in heads] == [
        b"GET http://xn--bcher-kva.example:81/a HTTP/1.1",
        b"GET http://xn--r8jz45g.xn--zckzah/ HTTP/1.1",
    ]
    assert b"\r\nHost: xn--bcher-kva.example:81\r\n" in heads[0]


# -- connections of one's own ---------------------------------------------------------------


def test_a_pool_manager_of_ones_own_is_used_and_left_open() -> None:
    with recording() as (url, heads), urllib3.PoolManager(headers={"X-Own": "1"}) as manager:
        transport = Urllib3Transport(ConnectionSettings(max_body_bytes=5), pool_manager=manager)
        with pytest.raises(ResponseError, match="larger than 5 bytes"):
            transport.send(Request("GET", f"{url}/a", timeout=QUICK))
        transport.close()
        assert len(manager.pools) == 1
        assert manager.request("GET", f"{url}/b").data == OK
    assert sorted(head.split(b" ")[1] for head in heads) == [b"/a", b"/b"]


def test_a_proxy_manager_of_ones_own_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the environment is not."""
    monkeypatch.setenv("HTTP_PROXY", "http://[")
    with recording() as (url, heads), urllib3.ProxyManager(url) as manager:
        transport = Urllib3Transport(pool_manager=manager)
        assert transport.send(Request("GET", URL, timeout=QUICK)).body == OK
    assert heads[0].startswith(b"GET http://api.example.com/things HTTP/1.1\r\n")


def test_a_session_of_ones_own_is_used_and_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://[")

    async def scenario(url: str) -> None:
        async with aiohttp.ClientSession(headers={"X-Own": "1"}) as session:
            transport = AiohttpTransport(session=session)
            for _ in range(2):
                response = await transport.send(Request("GET", f"{url}/a", timeout=QUICK))
                assert response.body == OK
                await transport.close()
            assert not session.closed
            async with session.get(f"{url}/b") as found:
                assert await found.read() == OK

    with recording() as (url, heads):
        asyncio.run(scenario(url))
    assert sorted(head.split(b" ")[1] for head in heads) == [b"/a", b"/a", b"/b"]
    assert all(b"X-Own: 1" in head for head in heads)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("proxy", "http://user:s3cret@127.0.0.1:1"),
        ("ca_bundle", "authority.pem"),
        ("client_certificate", "client.pem"),
    ],
)
def test_settings_of_connections_are_for_connections_of_ours(setting: str, value: Any) -> None:
    settings = ConnectionSettings(**{setting: value})
    with pytest.raises(ConfigurationError) as caught:
        Urllib3Transport(settings, pool_manager=urllib3.PoolManager())
    assert str(caught.value) == (
        f"{setting} was given together with pool_manager, which has its own settings.\n"
        f"  Leave out {setting}, and configure it on the pool_manager.\n"
        "  in ConnectionSettings"
    )

    async def refused() -> None:
        async with aiohttp.ClientSession() as session:
            with pytest.raises(
                ConfigurationError, match=f"^{setting} was given together with session"
            ):
                AiohttpTransport(settings, session=session)

    asyncio.run(refused())


def test_what_is_ones_own_is_not_pickled() -> None:
    transport = Urllib3Transport(pool_manager=urllib3.PoolManager())
    with pytest.raises((TypeError, AttributeError)):
        pickle.dumps(transport)


# -- SOCKS ----------------------------------------------------------------------------------


class SocksProxy:
    """A SOCKS 5 proxy (RFC 1928, RFC 1929): user, password and host that it was given."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []

    def serve(self, connection: socket.socket) -> None:
        stream = connection.makefile("rb")
        _, count = stream.read(2)
        stream.read(count)
        connection.sendall(b"\5\2")  # user and password are wanted
        stream.read(1)
        self.seen += [stream.read(stream.read(1)[0]) for _ in range(2)]
        connection.sendall(b"\1\0")
        assert stream.read(4) == b"\5\1\0\3"  # connect, to a name
        self.seen.append(stream.read(stream.read(1)[0]))
        stream.read(2)
        connection.sendall(b"\5\0\0\1" + bytes(6))
        respond(connection)


def test_a_socks_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = SocksProxy()
    with serving(proxy.serve) as port:
        monkeypatch.setenv("ALL_PROXY", f"socks5h://ann:p%40x@127.0.0.1:{port}")
        with sender("urllib3") as one:
            assert one.get("http://api.example.com/things").body == OK
    assert proxy.seen == [b"ann", b"p@x", b"api.example.com"]


def test_a_socks_proxy_that_cannot_be_reached() -> None:
    with (
        refused_url() as url,
        sender(
            "urllib3", proxy=url.replace("http", "socks5h").replace("//", "//ann:s3cret@")
        ) as one,
        pytest.raises(TransportError) as caught,
    ):
        one.get(URL)
    socks = url.replace("http", "socks5h")
    assert str(caught.value) == (
        f"the request failed: by the proxy {socks}: urllib3: NewConnectionError.\n"
        "  Nothing was sent. Check the URL and the network.\n"
        f"  in GET {URL}"
    )
    assert (caught.value.maybe_sent, caught.value.transient) == (False, True)


def test_a_socks_proxy_without_what_speaks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "socks", None)
    with (
        sender("urllib3", proxy="socks5://ann:s3cret@127.0.0.1:1080") as one,
        pytest.raises(ConfigurationError) as caught,
    ):
        one.get(URL)
    assert str(caught.value) == (
        "the SOCKS proxy socks5://127.0.0.1:1080 needs the package PySocks, which is not "
        "installed.\n"
        "  Run: pip install 'urllib3[socks]'\n"
        "  in ConnectionSettings.proxy"
    )


def test_aiohttp_does_not_speak_socks() -> None:
    with (
        sender("aiohttp", proxy="socks5://ann:s3cret@127.0.0.1:1080") as one,
        pytest.raises(ConfigurationError) as caught,
    ):
        one.get(URL)
    assert str(caught.value) == (
        "aiohttp cannot use the SOCKS proxy socks5://127.0.0.1:1080.\n"
        "  Use AiohttpTransport(session=…) with the connector of aiohttp-socks, or the verbs "
        "without _async.\n"
        "  in ConnectionSettings.proxy"
    )


# -- certificates of the environment --------------------------------------------------------

VARIABLES = ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")


@TRANSPORTS
@pytest.mark.parametrize(
    "named", [("REQUESTS_CA_BUNDLE",), ("SSL_CERT_FILE",), ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")]
)
def test_the_environment_says_whom_to_trust(
    name: Name, named: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that it names; `ca_bundle=` stands for them."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    authorities = []
    for variable in named:
        (tmp_path / variable).mkdir()
        authorities.append(Authority(tmp_path / variable))
        monkeypatch.setenv(variable, authorities[-1].bundle)
    for authority in authorities:
        with serving(over_tls(authority.server_context(), respond)) as port:
            url = f"https://127.0.0.1:{port}/"
            with sender(name) as one:
                assert one.get(url).body == OK
            (tmp_path / "other").mkdir(exist_ok=True)
            with (
                sender(name, ca_bundle=Authority(tmp_path / "other").bundle) as one,
                pytest.raises(TransportError, match="is not trusted"),
            ):
                one.get(url)


def test_a_bundle_of_the_environment_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/none.pem")
    with sender("urllib3") as one, pytest.raises(ConfigurationError) as caught:
        one.get("https://127.0.0.1:1/")
    assert str(caught.value) == (
        "the REQUESTS_CA_BUNDLE '/none.pem' cannot be used: No such file or directory.\n"
        "  Give the path of a file in the PEM format that this process may read.\n"
        "  in the environment"
    )


# -- threads --------------------------------------------------------------------------------


def test_threads_share_a_transport_from_its_first_request_on() -> None:
    with recording() as (url, heads), sender("urllib3") as one:
        threads = [threading.Thread(target=one.get, args=(url,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(heads) == 8
