"""TLS and proxies: who is trusted, what is asked of whom, and what a proxy gets to see."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import pytest

from restmap import ConfigurationError, ConnectionSettings, Request, TransportError
from restmap.transports.tls import tls_context

from .servers import BOTH, OK, Authority, ConnectProxy, Name, over_tls, respond, sender, serving

TRANSPORTS = pytest.mark.parametrize("name", BOTH)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def refused(name: Name, port: int, host: str = "127.0.0.1", **settings: Any) -> TransportError:
    """The error of a request that must not be sent."""
    with sender(name, **settings) as one, pytest.raises(TransportError) as caught:
        one.send(Request("POST", f"https://{host}:{port}/things?token=s3cret", body=b"s3cret"))
    assert "s3cret" not in str(caught.value)
    return caught.value


@TRANSPORTS
def test_an_authority_that_is_given_is_trusted(name: Name, authority: Authority) -> None:
    with (
        serving(over_tls(authority.server_context(), respond)) as port,
        sender(name, ca_bundle=authority.bundle) as one,
    ):
        assert one.get(f"https://127.0.0.1:{port}/things").body == OK


@TRANSPORTS
def test_a_certificate_of_nobody_known_is_refused(name: Name, authority: Authority) -> None:
    heads: list[bytes] = []
    with serving(over_tls(authority.server_context(), lambda it: heads.append(it.recv(1)))) as port:
        error = refused(name, port)
    assert (error.maybe_sent, error.transient) == (False, False)
    assert "certificate" in str(error)
    assert heads in ([], [b""])  # nothing came but the end


@TRANSPORTS
def test_a_certificate_for_another_host_is_refused(name: Name, authority: Authority) -> None:
    context = authority.server_context("elsewhere.example")
    with serving(over_tls(context, respond)) as port:
        error = refused(name, port, ca_bundle=authority.bundle)
    assert (error.maybe_sent, error.transient) == (False, False)
    assert "certificate" in str(error)


@TRANSPORTS
def test_the_authority_given_is_the_only_one(
    name: Name, authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Authority(tmp_path / "other")
    with serving(over_tls(other.server_context(), respond)) as port:
        assert refused(name, port, ca_bundle=authority.bundle).maybe_sent is False


@TRANSPORTS
def test_a_server_that_demands_a_certificate_gets_it(
    name: Name, authority: Authority, tmp_path: Path
) -> None:
    context = authority.server_context()
    authority.demand_certificates(context)
    certificate = authority.client_certificate(tmp_path)
    with (
        serving(over_tls(context, respond)) as port,
        sender(name, ca_bundle=authority.bundle, client_certificate=certificate) as one,
    ):
        assert one.get(f"https://127.0.0.1:{port}/things").body == OK


@TRANSPORTS
def test_a_context_of_ones_own_stands_for_all_settings(name: Name, authority: Authority) -> None:
    context = ssl.create_default_context(cafile=authority.bundle)
    with (
        serving(over_tls(authority.server_context(), respond)) as port,
        sender(name, ssl_context=context) as one,
    ):
        assert one.get(f"https://127.0.0.1:{port}/things").body == OK


def test_certificates_and_host_names_are_checked_in_tls_1_2_or_later() -> None:
    context = tls_context(ConnectionSettings())
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize("setting", ["ca_bundle", "client_certificate"])
def test_a_file_that_cannot_be_used(setting: str, tmp_path: Path) -> None:
    path = str(tmp_path / "none.pem")
    with pytest.raises(ConfigurationError) as caught:
        tls_context(ConnectionSettings(**{setting: path}))
    assert str(caught.value) == (
        f"the {setting} {path!r} cannot be used: No such file or directory.\n"
        "  Give the path of a file in the PEM format that this process may read.\n"
        f"  in ConnectionSettings.{setting}"
    )


# -- proxies --------------------------------------------------------------------------------


@TRANSPORTS
def test_a_proxy_sees_the_host_alone(name: Name, authority: Authority) -> None:
    """Its credentials are for it, and the request's for the API: neither sees the other's."""
    heads: list[bytes] = []
    proxy = ConnectProxy()

    def serve(connection: Any) -> None:
        heads.extend(respond(connection))

    with (
        serving(over_tls(authority.server_context(), serve)) as port,
        serving(proxy.serve) as proxy_port,
        sender(
            name, ca_bundle=authority.bundle, proxy=f"http://ann:pr0xy@127.0.0.1:{proxy_port}"
        ) as one,
    ):
        url = f"https://127.0.0.1:{port}/things?token=s3cret"
        assert one.get(url, Authorization="Bearer s3cret").body == OK
    (seen,) = proxy.heads
    assert seen.startswith(b"CONNECT 127.0.0.1:%d HTTP/1." % port)
    assert b"Proxy-Authorization: Basic YW5uOnByMHh5" in seen
    assert b"s3cret" not in seen
    (head,) = heads
    assert b"Authorization: Bearer s3cret" in head
    assert b"proxy" not in head.lower()


@TRANSPORTS
def test_a_proxy_that_cannot_be_reached_is_named_without_its_password(name: Name) -> None:
    with serving(lambda connection: None) as port:
        pass
    error = refused(name, 443, "api.example", proxy=f"http://ann:pr0xy@127.0.0.1:{port}")
    assert error.maybe_sent is False
    assert f"127.0.0.1:{port}" in str(error)
    assert "pr0xy" not in f"{error} {error!r} {error.__cause__!r}"


def test_settings_show_no_password_of_a_proxy() -> None:
    settings = ConnectionSettings(proxy="http://ann:pr0xy@proxy.example:3128")
    assert "pr0xy" not in repr(settings)
    with (
        pytest.raises(ConfigurationError) as caught,
        sender("urllib3", proxy="ftp://a:pr0xy@h") as one,
    ):
        one.get("https://api.example/")
    assert "pr0xy" not in str(caught.value)
