"""Why a connection does not come about, in both transports: the words, and what was sent."""

from __future__ import annotations

import asyncio
import gc
import pickle
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
import trustme
from cryptography.hazmat.primitives import serialization
from urllib3.exceptions import InsecureRequestWarning

from restmap import ConfigurationError, ConnectionSettings, Request, Timeout, TransportError
from restmap.transports.aiohttp_transport import AiohttpTransport
from restmap.transports.tls import tls_context
from restmap.transports.urllib3_transport import Urllib3Transport

from .servers import (
    BOTH,
    OK,
    QUICK,
    RESPONSE,
    Authority,
    Name,
    over_tls,
    respond,
    sender,
    serving,
)

TRANSPORTS = pytest.mark.parametrize("name", BOTH)


def error_of(name: Name, url: str, timeout: Timeout = QUICK, **settings: Any) -> TransportError:
    """The error of a GET; it shows no query."""
    with sender(name, **settings) as one, pytest.raises(TransportError) as caught:
        one.get(f"{url}?token=s3cret", timeout)
    error = caught.value
    assert "s3cret" not in f"{error} {error.__cause__} {error.__cause__!r}"
    assert isinstance(error.__cause__, Exception)
    return error


# -- addresses ------------------------------------------------------------------------------


@TRANSPORTS
def test_a_name_that_nobody_knows(name: Name, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    error = error_of(name, "http://api.desk.example/things")
    assert str(error) == (
        "the request failed: the host name could not be resolved: "
        "Name or service not known.\n"
        "  Nothing was sent. Check the URL and the network.\n"
        "  in GET http://api.desk.example/things"
    )
    assert (error.maybe_sent, error.transient) == (False, True)


@TRANSPORTS
@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/things", "127.0.0.1/things", "http://", "http:///things",
        "http://127.0.0.1:port/things", "http://127.0.0.1:99999/things", "http://[::1/things",
        "http://a..b/things", f"http://{'a' * 64}.example/things",
    ],
)  # fmt: skip
def test_what_is_no_address(name: Name, url: str) -> None:
    with sender(name) as one, pytest.raises(TransportError) as caught:
        one.get(url)
    error = caught.value
    assert str(error).startswith("the request failed: ")
    assert "Nothing was sent." in str(error)
    assert (error.maybe_sent, error.transient) == (False, False)


# -- time -----------------------------------------------------------------------------------


@contextmanager
def never_accepting() -> Iterator[int]:
    """A port whose queue of connections is full: the system lets a client wait."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        waiting = []
        for _ in range(4):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
            waiting.append(one)
        try:
            yield listener.getsockname()[1]
        finally:
            for each in waiting:
                each.close()


@pytest.mark.skipif(sys.platform != "linux", reason="what a full queue does is the system's matter")
@TRANSPORTS
@pytest.mark.parametrize(
    ("timeout", "found", "remedy"),
    [
        (Timeout(0.2, 5, 5), "no connection was made within 0.2 seconds", "connect"),
        (Timeout(5, 5, 0.2), "the response was not complete within 0.2 seconds", "total"),
    ],
)
def test_a_connection_that_takes_too_long(
    name: Name, timeout: Timeout, found: str, remedy: str
) -> None:
    with never_accepting() as port:
        error = error_of(name, f"http://127.0.0.1:{port}/things", timeout)
    assert str(error) == (
        f"the request failed: {found}.\n"
        f"  Nothing was sent. Allow more time: Timeout({remedy}=…).\n"
        f"  in GET http://127.0.0.1:{port}/things"
    )
    assert (error.maybe_sent, error.transient) == (False, True)


@TRANSPORTS
def test_no_bound_on_time_is_none(name: Name) -> None:
    with serving(respond) as port, sender(name) as one:
        assert one.get(f"http://127.0.0.1:{port}/things", Timeout(None, None, None)).body == OK


# -- TLS ------------------------------------------------------------------------------------


@TRANSPORTS
def test_a_server_that_does_not_speak_tls(name: Name) -> None:
    def serve(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(RESPONSE)

    with serving(serve) as port:
        error = error_of(name, f"https://127.0.0.1:{port}/things")
    assert str(error).startswith("the request failed: TLS: ")
    assert "Nothing was sent. Check the scheme and the port of the URL." in str(error)
    assert (error.maybe_sent, error.transient) == (False, False)


@TRANSPORTS
def test_a_server_that_speaks_tls_only(name: Name, tmp_path: Path) -> None:
    context = Authority(tmp_path).server_context()
    with serving(over_tls(context, respond)) as port:
        error = error_of(name, f"http://127.0.0.1:{port}/things")
    assert error.maybe_sent is True


@TRANSPORTS
def test_a_server_that_hangs_up_in_the_handshake(name: Name) -> None:
    with serving(lambda connection: connection.recv(65536)) as port:
        error = error_of(name, f"https://127.0.0.1:{port}/things")
    assert (error.maybe_sent, error.transient) == (False, True)


@TRANSPORTS
def test_a_certificate_that_is_demanded_and_not_given(name: Name, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    context = authority.server_context()
    authority.demand_certificates(context)
    with serving(over_tls(context, respond)) as port:
        error = error_of(name, f"https://127.0.0.1:{port}/things", ca_bundle=authority.bundle)
    # In TLS 1.3 the client learns of it after it has sent; or not, where the server closes first.
    assert re.search("CERTIFICATE_REQUIRED|was reset|was closed", str(error))
    assert error.maybe_sent is True


@TRANSPORTS
def test_an_untrusted_certificate_says_what_to_do(name: Name, tmp_path: Path) -> None:
    with serving(over_tls(Authority(tmp_path).server_context(), respond)) as port:
        error = error_of(name, f"https://127.0.0.1:{port}/things")
    assert str(error) == (
        "the request failed: the certificate of the server is not trusted: "
        "unable to get local issuer certificate.\n"
        "  Nothing was sent. If you trust it, give the certificate of its authority: "
        "ConnectionSettings(ca_bundle=…).\n"
        f"  in GET https://127.0.0.1:{port}/things"
    )


@TRANSPORTS
def test_who_does_not_verify_has_chosen_so(name: Name, tmp_path: Path) -> None:
    """With a context of one's own; urllib3 warns of it."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    warned = pytest.warns(InsecureRequestWarning) if name == "urllib3" else nullcontext()
    with (
        warned,
        serving(over_tls(Authority(tmp_path).server_context(), respond)) as port,
        sender(name, ssl_context=context) as one,
    ):
        assert one.get(f"https://127.0.0.1:{port}/things").body == OK


@TRANSPORTS
@pytest.mark.parametrize("kind", ["folder", "one file"])
def test_other_places_for_certificates(name: Name, kind: str, tmp_path: Path) -> None:
    """A folder of authorities, named by their hashes; certificate and key in one file."""
    made = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.issue_cert("127.0.0.1").configure_cert(server)
    settings: dict[str, Any] = {"ca_bundle": tmp_path}
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    if kind == "folder":
        hashed = subprocess.run(
            ["openssl", "x509", "-hash", "-noout", "-in", tmp_path / "authority.pem"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if hashed.returncode:
            pytest.skip("needs the command openssl")
        made.cert_pem.write_to_path(tmp_path / f"{hashed.stdout.strip()}.0")
    else:
        server.verify_mode = ssl.CERT_REQUIRED
        made.configure_trust(server)
        whole = made.issue_cert("client@example.com").private_key_and_cert_chain_pem
        whole.write_to_path(tmp_path / "client.pem")
        settings = {
            "ca_bundle": str(tmp_path / "authority.pem"),
            "client_certificate": tmp_path / "client.pem",
        }
    with serving(over_tls(server, respond)) as port, sender(name, **settings) as one:
        assert one.get(f"https://127.0.0.1:{port}/things").body == OK


def encrypted_key(made: trustme.LeafCert) -> bytes:
    key = serialization.load_pem_private_key(made.private_key_pem.bytes(), None)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"s3cret"),
    )


UNUSABLE: dict[str, Callable[[trustme.LeafCert], bytes]] = {
    "an encrypted key": encrypted_key,
    "the key of another": lambda _: trustme.CA().issue_cert("other").private_key_pem.bytes(),
    "no key": lambda _: b"text",
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_a_key_that_cannot_be_used(what: str, tmp_path: Path) -> None:
    """An encrypted one is not asked for at the terminal, either."""
    certificate = trustme.CA().issue_cert("client@example.com")
    paths = str(tmp_path / "client.pem"), str(tmp_path / "client.key")
    certificate.cert_chain_pems[0].write_to_path(paths[0])
    Path(paths[1]).write_bytes(UNUSABLE[what](certificate))
    with pytest.raises(ConfigurationError) as caught:
        tls_context(ConnectionSettings(client_certificate=paths))
    rule, *rest = str(caught.value).split("\n")
    assert rule.startswith(f"the client_certificate {paths!r} cannot be used: ")
    assert rest == [
        "  Give the path of a file in the PEM format that this process may read.",
        "  in ConnectionSettings.client_certificate",
    ]


# -- what a transport shows and keeps --------------------------------------------------------


@pytest.mark.parametrize("transport", [Urllib3Transport, AiohttpTransport])
def test_a_transport_shows_no_password_and_a_pickle_keeps_its_settings(transport: Any) -> None:
    settings = ConnectionSettings(pool_size=3, proxy="http://ann:pr0xy@127.0.0.1:3128")
    one = transport(settings)
    assert repr(one) == f"{transport.__name__}({settings!r})"
    assert "pr0xy" not in repr(one)
    assert pickle.loads(pickle.dumps(one)).settings == settings


# -- event loops ----------------------------------------------------------------------------


def test_each_event_loop_has_connections_of_its_own() -> None:
    """A loop closes them when it ends, by whichever means; nothing is left for the next one."""
    with serving(respond) as port:
        request = Request("GET", f"http://127.0.0.1:{port}/things", timeout=QUICK)
        transport = AiohttpTransport()
        assert asyncio.run(transport.send(request)).body == OK
        loop = asyncio.new_event_loop()
        assert loop.run_until_complete(transport.send(request)).body == OK
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
        with asyncio.Runner() as runner:
            assert runner.run(transport.send(request)).body == OK
            runner.run(transport.close())
            runner.run(transport.close())
            assert runner.run(transport.send(request)).body == OK
    gc.collect()  # a socket that is left is an error of this test


@pytest.mark.parametrize("settings", [{"pool_size": -1}, {"max_body_bytes": -1}])
def test_sizes_below_zero(settings: dict[str, int]) -> None:
    (setting,) = settings
    with pytest.raises(ConfigurationError) as caught:
        ConnectionSettings(**settings)  # type: ignore[arg-type]
    assert str(caught.value).startswith(f"{setting} cannot be -1.\n")


def test_an_address_that_does_not_respond_leaves_time_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look_up: Any = socket.getaddrinfo

    def two(host: str, port: int, *more: Any, **named: Any) -> Any:
        found = look_up("127.0.0.1", port, *more, **named)
        if host != "desk.example":
            return found
        return [(*entry[:4], (address, port)) for address in SILENT_AND_OWN for entry in found]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    with serving(respond) as port, silent(port), sender("urllib3", proxy="") as one:
        timeout = Timeout(connect=1, read=2, total=5)
        assert one.get(f"http://desk.example:{port}/", timeout).body == OK


SILENT_AND_OWN = ["127.0.0.2", "127.0.0.1"]


@contextmanager
def silent(port: int) -> Iterator[None]:
    """A listener whose queue is full: to connect to it takes for ever."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind((SILENT_AND_OWN[0], port))
        listener.listen(0)
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield
