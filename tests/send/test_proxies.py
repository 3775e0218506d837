"""Which proxy a request goes through, by argument and by environment, and what it is told."""

from __future__ import annotations

import http.client
import socket
import time
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from restmap import ConfigurationError, ConnectionSettings, Timeout, TransportError
from restmap.transports.proxies import proxy_for

from ..faults.server import refused_url
from .servers import (
    BOTH,
    OK,
    Authority,
    ConnectProxy,
    Name,
    over_tls,
    read_request_head,
    respond,
    sender,
    serving,
)

TRANSPORTS = pytest.mark.parametrize("name", BOTH)

# -- which one ------------------------------------------------------------------------------

HTTPS, HTTP = "https://api.desk.example", "http://api.desk.example:8080"
A, B = "http://a.example:3128", "http://b.example:3128"

CHOICES = [
    # origin, proxy=, environment, the URL of the proxy
    (HTTPS, None, {}, None),
    (HTTPS, A, {}, A),
    (HTTP, A, {}, A),
    (HTTPS, A, {"HTTPS_PROXY": B, "NO_PROXY": "*"}, A),
    (HTTPS, "", {"HTTPS_PROXY": B}, None),
    (HTTPS, None, {"HTTPS_PROXY": B}, B),
    (HTTPS, None, {"https_proxy": B}, B),
    (HTTPS, None, {"HTTP_PROXY": B}, None),
    (HTTP, None, {"HTTP_PROXY": B}, B),
    (HTTP, None, {"HTTPS_PROXY": B}, None),
    (HTTPS, None, {"HTTPS_PROXY": "b.example:3128"}, B),
    (HTTPS, None, {"HTTPS_PROXY": ""}, None),
    (HTTPS, None, {"HTTPS_PROXY": B, "NO_PROXY": "desk.example"}, None),
    (HTTPS, None, {"HTTPS_PROXY": B, "NO_PROXY": ".desk.example"}, None),
    (HTTPS, None, {"HTTPS_PROXY": B, "NO_PROXY": "other.example, api.desk.example"}, None),
    (HTTPS, None, {"HTTPS_PROXY": B, "NO_PROXY": "*"}, None),
    (HTTPS, None, {"HTTPS_PROXY": B, "no_proxy": "desk.example"}, None),
    (HTTPS, None, {"HTTPS_PROXY": B, "NO_PROXY": "k.example"}, B),
    (HTTP, None, {"HTTP_PROXY": B, "NO_PROXY": "api.desk.example:8080"}, None),
    (HTTP, None, {"HTTP_PROXY": B, "NO_PROXY": "api.desk.example:80"}, B),
    ("http://127.0.0.1:8080", None, {"HTTP_PROXY": B, "NO_PROXY": "127.0.0.1"}, None),
    ("http://10.1.2.3:8080", None, {"HTTP_PROXY": B, "NO_PROXY": "a.example, 10.0.0.0/8"}, None),
    ("http://10.1.2.3:8080", None, {"HTTP_PROXY": B, "NO_PROXY": "10.2.0.0/16"}, B),
    ("http://[fd00::1]:8080", None, {"HTTP_PROXY": B, "NO_PROXY": "fd00::/8"}, None),
    ("http://[::1]:8080", None, {"HTTP_PROXY": B, "NO_PROXY": "::1"}, None),
    (HTTPS, None, {"ALL_PROXY": B}, B),
    (HTTP, None, {"all_proxy": B}, B),
    (HTTPS, None, {"ALL_PROXY": B, "HTTPS_PROXY": A}, A),
    (HTTPS, None, {"ALL_PROXY": B, "NO_PROXY": "desk.example"}, None),
    (HTTPS, None, {"ALL_PROXY": "socks5h://c.example:1080"}, "socks5h://c.example:1080"),
    (HTTPS, "https://a.example", {}, "https://a.example"),
    (HTTPS, "http://[::1]:3128", {}, "http://[::1]:3128"),
]


@pytest.mark.parametrize(("origin", "argument", "environment", "url"), CHOICES)
def test_the_proxy_of_an_origin(
    origin: str,
    argument: str | None,
    environment: Mapping[str, str],
    url: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    proxy = proxy_for(origin, ConnectionSettings(proxy=argument))
    assert (proxy and proxy.url) == url


@pytest.mark.parametrize(
    ("proxy", "shown"),
    [
        ("ftp://a.example:21", "ftp://a.example:21"),
        ("http://", "http://"),
        ("http://a.example:0", "http://a.example:0"),
        ("http://a.example:port", "http://a.example:port"),
        ("http://user:s3cret@a.example:99999", "http://a.example:99999"),
        ("http://user:s3cret@[::1", "http://[::1"),
        ("http://a b:1", "http://a b:1"),
        ("http://b\xfccher.example", "http://b\\xfccher.example"),
        ("http://user:s3cret\udcff@a.example", "http://a.example"),
        ("http://user:s3cret%ff@a.example", "http://a.example"),
        ("user:s3cret://more@a.example", "a.example"),
        ("http://a..example", "http://a..example"),
        ("http://a.example,b.example", "http://a.example,b.example"),
        ("http://user:s3cret@a.example\n", "http://a.example\\n"),
        ("http://a.example\u2028", "http://a.example\\u2028"),
        ("http://a.example:0/?key=s3cret", "http://a.example:0"),
    ],
)
def test_a_proxy_that_cannot_be_used(
    proxy: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    for settings, source in [
        (ConnectionSettings(proxy=proxy), "proxy="),
        (ConnectionSettings(), "the environment"),
    ]:
        with pytest.raises(ConfigurationError) as caught:
            proxy_for(HTTPS, settings)
        assert str(caught.value) == (
            f"the proxy {shown} from {source} cannot be used.\n"
            "  Give scheme, host and port of an HTTP or SOCKS proxy: 'http://127.0.0.1:3128' or "
            "'socks5h://127.0.0.1:1080'.\n"
            "  in ConnectionSettings.proxy"
        )
        assert "s3cret" not in f"{caught.value} {caught.value.__context__!r}"


@pytest.mark.parametrize(
    ("credentials", "user", "password"),
    [
        ("a%40b:%3A%2F", "a@b", ":/"),
        ("ann:p@w", "ann", "p@w"),
        ("ann:p/w", "ann", "p/w"),
        ("ann:p[w]?#", "ann", "p[w]?#"),
        ("ann:p%w", "ann", "p%w"),
        ("ann:p:w", "ann", "p:w"),
        ("ann:pw\xfc", "ann", "pw\xfc"),
        ("ann", "ann", ""),
    ],
)
def test_a_user_and_a_password_may_hold_anything(
    credentials: str, user: str, password: str
) -> None:
    proxy = proxy_for(HTTPS, ConnectionSettings(proxy=f"http://{credentials}@a.example:1/"))
    assert proxy is not None
    token = b64encode(f"{user}:{password}".encode()).decode()
    assert proxy.headers == {"Proxy-Authorization": f"Basic {token}"}
    assert (proxy.url, repr(proxy)) == ("http://a.example:1", "Proxy(url='http://a.example:1')")


# -- on the wire ----------------------------------------------------------------------------


@TRANSPORTS
@pytest.mark.parametrize("by", ["argument", "environment"])
def test_plain_http_is_asked_of_the_proxy(
    name: Name, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads: list[bytes] = []
    with serving(lambda connection: heads.extend(respond(connection))) as port:
        url = f"http://ann:pr0xy@127.0.0.1:{port}"
        monkeypatch.setenv("HTTP_PROXY", url)
        with sender(name, **({"proxy": url} if by == "argument" else {})) as one:
            responses = [one.get("http://api.desk.example/v1/Things?a=1") for _ in range(2)]
    assert [each.body for each in responses] == [OK, OK]
    assert len(heads) == 2
    for head in heads:
        assert head.startswith(b"GET http://api.desk.example/v1/Things?a=1 HTTP/1.1\r\n")
        assert b"\r\nHost: api.desk.example\r\n" in head
        assert b"\r\nProxy-Authorization: Basic YW5uOnByMHh5\r\n" in head


@TRANSPORTS
def test_more_origins_than_are_remembered(name: Name) -> None:
    heads: list[bytes] = []
    with (
        serving(lambda connection: heads.extend(respond(connection))) as port,
        sender(name, proxy=f"http://127.0.0.1:{port}") as one,
    ):
        for number in [*range(105), 0]:
            assert one.get(f"http://host-{number}.example/").body == OK
    assert len(heads) == 106


@TRANSPORTS
def test_what_the_environment_excepts_goes_straight(
    name: Name, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads: list[bytes] = []
    with (
        serving(lambda connection: heads.extend(respond(connection))) as port,
        refused_url() as nowhere,
        sender(name) as one,
    ):
        monkeypatch.setenv("HTTP_PROXY", nowhere)
        monkeypatch.setenv("NO_PROXY", "localhost,127.0.0.1")
        assert one.get(f"http://127.0.0.1:{port}/things").body == OK
    (head,) = heads
    assert head.startswith(b"GET /things HTTP/1.1\r\n")
    assert b"Proxy" not in head


@TRANSPORTS
def test_https_goes_through_the_proxy_of_the_environment(
    name: Name, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority, proxy = Authority(tmp_path), ConnectProxy()
    set_tunnel: Any = http.client.HTTPConnection.set_tunnel

    def with_host(self: Any, host: str, port: int, headers: Any = None, **more: Any) -> None:
        # As Python 3.12 has it.
        set_tunnel(self, host, port, {**(headers or {}), "Host": f"{host}:{port}"}, **more)

    monkeypatch.setattr(http.client.HTTPConnection, "set_tunnel", with_host)
    with (
        serving(over_tls(authority.server_context(), respond)) as port,
        serving(proxy.serve) as proxy_port,
        sender(name, ca_bundle=authority.bundle) as one,
    ):
        monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{proxy_port}")
        for _ in range(2):
            assert one.get(f"https://127.0.0.1:{port}/things").body == OK
    (head,) = proxy.heads  # one tunnel, used twice
    assert head.startswith(b"CONNECT 127.0.0.1:%d HTTP/1." % port)
    assert head.count(b"Host: ") == 1
    assert b"Proxy-Authorization" not in head


@TRANSPORTS
def test_a_proxy_that_is_reached_by_tls(name: Name, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    heads: list[bytes] = []

    def serve(connection: Any) -> None:
        heads.extend(respond(connection))

    with (
        serving(over_tls(authority.server_context(), serve)) as port,
        sender(name, ca_bundle=authority.bundle, proxy=f"https://127.0.0.1:{port}") as one,
    ):
        assert one.get("http://api.desk.example/things").body == OK
    (head,) = heads
    assert head.startswith(b"GET http://api.desk.example/things HTTP/1.1\r\n")


REFUSALS = [
    (407, "Nothing was sent. Give user and password: proxy='http://user:password@…'.", False),
    (403, "Nothing was sent. Check the URL and the network.", False),
    (502, "Nothing was sent. Check the URL and the network.", True),
]


@TRANSPORTS
@pytest.mark.parametrize(("status", "advice", "transient"), REFUSALS)
def test_a_proxy_that_does_not_connect(
    name: Name, status: int, advice: str, transient: bool
) -> None:
    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        connection.sendall(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % status)

    with (
        serving(serve) as port,
        sender(name, proxy=f"http://127.0.0.1:{port}") as one,
        pytest.raises(TransportError) as caught,
    ):
        one.get("https://api.desk.example/things?token=s3cret")
    assert str(caught.value) == (
        f"the request failed: by the proxy http://127.0.0.1:{port}: "
        f"it responded to CONNECT with {status}.\n"
        f"  {advice}\n"
        "  in GET https://api.desk.example/things"
    )
    assert (caught.value.maybe_sent, caught.value.transient) == (False, transient)


@TRANSPORTS
def test_a_proxy_that_does_not_respond_is_not_waited_for(name: Name) -> None:
    timeout = Timeout(connect=0.3, read=20, total=20)

    def serve(connection: socket.socket) -> None:
        while connection.recv(65536):
            pass

    with (
        serving(serve) as port,
        sender(name, proxy=f"http://127.0.0.1:{port}") as one,
        pytest.raises(TransportError) as caught,
    ):
        one.get("https://api.desk.example/things", timeout)
    assert caught.value.maybe_sent is False
    assert f"by the proxy http://127.0.0.1:{port}: " in str(caught.value)


def test_a_proxy_that_responds_drop_by_drop_is_not_waited_for_either() -> None:
    """With aiohttp; urllib3 waits as long as each drop comes in time."""

    def serve(connection: socket.socket) -> None:
        read_request_head(connection)
        for byte in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 60:
            connection.send(bytes([byte]))
            time.sleep(0.05)

    with (
        serving(serve) as port,
        sender("aiohttp", proxy=f"http://127.0.0.1:{port}") as one,
        pytest.raises(TransportError) as caught,
    ):
        one.get("https://api.desk.example/things", Timeout(connect=0.5, read=0.5, total=0.5))
    assert (caught.value.maybe_sent, caught.value.transient) == (False, True)


@TRANSPORTS
def test_an_address_of_ip_6_has_its_brackets_in_a_tunnel(name: Name) -> None:
    heads: list[bytes] = []

    def serve(connection: socket.socket) -> None:
        heads.append(read_request_head(connection))
        connection.sendall(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")

    with serving(serve) as port, sender(name, proxy=f"http://127.0.0.1:{port}") as one:
        for url in ("https://[::1]/things", "https://[::1]:8443/things"):
            with pytest.raises(TransportError):
                one.get(url)
    assert [head.split(b" ")[1] for head in heads] == [b"[::1]:443", b"[::1]:8443"]
