"""Servers: the URL that the paths of an operation are appended to, with its variables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import SplitResult, urlsplit

import attrs

from ...declare.uri import cut_template
from .nodes import IllFormedError, Node

# RFC 3986 3.3 and 3.2.2.
_PATH = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})


@attrs.frozen
class ServerVariable:
    """A variable in the URL of a server.

    default: None where the document has none. members: the values that it may have; empty for any.
    """

    name: str
    default: str | None = None
    members: tuple[str, ...] = ()
    description: str = attrs.field(default="", eq=False, repr=False)


@attrs.frozen
class Server:
    """A server. url: with its variables in braces; a path alone, or empty, where it has no host."""

    url: str = ""
    variables: tuple[ServerVariable, ...] = ()


def read_server(server_lists: Sequence[Node]) -> Server:
    """The server that requests are sent to: of the first list that has any, the first one that is
    on the network, or else the first one.

    server_lists: those of an operation, of its path and, at the end, of the document. A variable
    with one default in the document and another one here is no argument, which would have one
    value for both: it is filled in.

    Raises IllFormedError for one that requests cannot be sent to.
    """
    found = [(each, elements) for each in server_lists if (elements := each.elements())]
    if not found:
        return Server()
    servers, elements = found[0]
    chosen = next(filter(_is_on_network, elements), elements[0])
    if servers is server_lists[-1]:
        return _read(chosen)
    _, (first, *_) = found[-1]
    usual = {name: _variable(name, each).default for name, each in _variables(first)}
    own = {name: _variable(name, each).default for name, each in _variables(chosen)}
    is_fixed = {name for name, each in own.items() if usual.get(name, each) != each}
    return _read(chosen, is_fixed)


def other_urls(servers: Node) -> Iterator[str]:
    """The URLs of the servers of a document that `read_server` does not choose, if they are whole
    URLs without variables; what cannot be read is left out."""
    try:
        elements = servers.elements()
        chosen = next(filter(_is_on_network, elements), None)
    except IllFormedError:
        return
    for each in elements:
        if each is not chosen and _is_on_network(each) and "{" not in each.member("url").text():
            try:
                yield _read(each).url
            except IllFormedError:
                continue


def split_host(url: str) -> tuple[str, str]:
    """The host of a server's URL, with its port, and the path after it.

    The host is empty for a path alone, and for a server on the machine of whoever wrote the
    document: no other program finds its server there.

    >>> split_host("https://{region}.desk.example/v1"), split_host("http://localhost:8080/api")
    (('{region}.desk.example', '/v1'), ('', '/api'))
    """
    parts = urlsplit(url)
    return ("" if _is_loopback(parts) else parts.netloc), parts.path


def _is_on_network(server: Node) -> bool:
    try:
        parts = urlsplit(server.member("url").text())
        return parts.scheme in ("https", "") and bool(parts.netloc) and not _is_loopback(parts)
    except (ValueError, IllFormedError):
        return False


def _is_loopback(parts: SplitResult) -> bool:
    return parts.hostname in _LOOPBACK


def _read(server: Node, is_fixed: Collection[str] = ()) -> Server:
    """Read a server. is_fixed: the names of the variables that always have their defaults."""
    if server.member("url").is_absent:
        raise server.refuse("a server has no url")
    text = server.member("url").text()
    declared = {name: _variable(name, each) for name, each in _variables(server)}
    for name in is_fixed:
        text = text.replace(f"{{{name}}}", declared[name].default or "")
    url = _filled(text, declared)
    _check_url(url, server)
    in_host = cut_template(urlsplit(url).netloc).names
    for name in in_host:
        if name in declared and _stands_for_value(declared[name].default):
            declared[name] = attrs.evolve(declared[name], default=None)
    names = dict.fromkeys(cut_template(url).names)
    return Server(
        url.rstrip("/"), tuple(declared.get(each, ServerVariable(each)) for each in names)
    )


def _variables(server: Node) -> Iterator[tuple[str, Node]]:
    yield from server.member("variables").items()


def _variable(name: str, node: Node) -> ServerVariable:
    members = tuple(each.text() for each in node.member("enum").elements())
    default = node.member("default")
    description = node.member("description").text()
    return ServerVariable(name, None if default.is_absent else default.text(), members, description)


def _stands_for_value(default: str | None) -> bool:
    """Whether the default of a part of a host only says what it is: `YOUR_DOMAIN`, `<tenant>`."""
    return (
        default is None
        or re.fullmatch(r"<[^<>/:]+>|[A-Za-z0-9]+(_[A-Za-z0-9]+)+", default) is not None
    )


def _filled(url: str, variables: Mapping[str, ServerVariable]) -> str:
    """A URL without the variables that cannot be arguments: those of the scheme and the port, and
    those whose default is not one part of a host or a path. They get their defaults."""
    scheme, separator, rest = url.rpartition("://")
    address, slash, path = rest.partition("/")
    host, colon, port = address.partition(":")
    defaults = {f"{{{name}}}": each.default or "" for name, each in variables.items()}
    not_in_host = {
        f"{{{name}}}": each.default or ""
        for name, each in variables.items()
        if not (_HOST.fullmatch(each.default or "") or _stands_for_value(each.default))
    }
    not_in_path = {
        name: text.strip("/")
        for name, text in defaults.items()
        if text in ("", ".", "..") or "/" in text
    }
    path = re.sub("//+", "/", _replaced(path, not_in_path))
    host, port = _replaced(host, not_in_host), _replaced(port, defaults)
    return f"{_replaced(scheme, defaults)}{separator}{host}{colon}{port}{slash}{path}"


def _replaced(text: str, replacements: Mapping[str, str]) -> str:
    for name, replacement in replacements.items():
        text = text.replace(name, replacement)
    return text


def _check_url(url: str, server: Node) -> None:
    """Refuse a URL that is neither the http URL of a server nor a path."""
    cut = cut_template(url)
    if not all(cut.names):
        raise server.refuse(f"the URL {url!r:.200} has a variable without a name")
    plain = "x".join(cut.literals)
    try:
        parts = urlsplit(plain)
        port = parts.port
    except ValueError:
        raise server.refuse(f"the URL {url!r:.200} cannot be read") from None
    is_absolute = parts.scheme in ("http", "https") and port != 0 and _has_host(parts)
    is_path = not parts.scheme and not parts.netloc
    if not (is_absolute or is_path) or parts.query or parts.fragment:
        raise server.refuse(f"requests cannot be sent to {url!r:.200}")
    if not _PATH.fullmatch(parts.path) or "//" in parts.path or "/.." in parts.path:
        raise server.refuse(f"{parts.path!r:.200} cannot be the beginning of a path")


def _has_host(parts: SplitResult) -> bool:
    return "@" not in parts.netloc and _HOST.fullmatch(parts.hostname or "") is not None
