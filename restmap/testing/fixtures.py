"""What the fixtures of the plugin do: a sandbox, a client of it, and a recording for each test."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from ..api.client import Client
from ..auth.auth import BasicAuth
from ..describe.declared import Declared, find_sites, import_module_by_name
from ..errors import configuration_error, shown_value
from ..sandbox import Sandbox
from .files import replace_file
from .recording_transport import RecordingTransport
from .requests import SentRequests, WatchedRecording, WatchedSandbox
from .stash import FAILED, SENT

# -- the sandbox ----------------------------------------------------------------------------


@contextmanager
def open_sandbox(request: pytest.FixtureRequest) -> Generator[Sandbox]:
    """A sandbox of what a test declares. Raises ConfigurationError if it declares nothing."""
    declared, settings = _declared(request)
    sandbox = WatchedSandbox(*declared, **settings)
    sandbox.sent = _sent_requests(request)
    try:
        if find_spec("waitress") is not None:
            sandbox.start()
        yield sandbox
    finally:
        sandbox.stop()


def _declared(request: pytest.FixtureRequest) -> tuple[Sequence[Declared], dict[str, Any]]:
    """What a test declares for the sandbox, and the arguments of its Sandbox."""
    marker = request.node.get_closest_marker("sandbox")
    settings = dict(marker.kwargs) if marker is not None else {}
    settings.pop("client", None)
    declared = marker.args if marker is not None and marker.args else ()
    declared = declared or tuple(request.config.getini("restmap_sandbox"))
    if not declared:
        raise configuration_error(
            "the fixture 'sandbox' does not know what to serve.",
            "Mark the test: @pytest.mark.sandbox('apis.desk'), or write restmap_sandbox = "
            "apis.desk in the settings of pytest.",
        )
    return declared, settings


def _sent_requests(request: pytest.FixtureRequest) -> SentRequests:
    stash: pytest.Stash = request.node.stash
    return stash.setdefault(SENT, SentRequests())


# -- its client -----------------------------------------------------------------------------


@contextmanager
def open_client(request: pytest.FixtureRequest, sandbox: Sandbox) -> Generator[Client]:
    """A client of the sandbox. Raises ConfigurationError if it is not clear of which class."""
    cls = _client_class(request)
    has_address = find_spec("waitress") is not None
    where: dict[str, Any] = (
        {"base_url": f"{sandbox.url}/{{host}}"} if has_address else {"transport": sandbox}
    )
    credentials = sandbox.client_arguments() or {"auth": BasicAuth(sandbox.account, sandbox.token)}
    try:
        client = cls(**credentials, drift="error", **where)
    except TypeError as error:
        raise configuration_error(
            f"{cls.__name__} cannot be created with {'=, '.join(credentials)}=, drift= and "
            f"{next(iter(where))}=: {error}.",
            "Write a fixture 'sandbox_client' of your own, which takes the place of this one.",
        ) from None
    with client:
        yield client


def _client_class(request: pytest.FixtureRequest) -> type[Client]:
    marker = request.node.get_closest_marker("sandbox")
    named = marker.kwargs.get("client") if marker is not None else None
    named = named or request.config.getini("restmap_client")
    if named:
        found = [_class_by_name(named) if isinstance(named, str) else named]
    else:
        found = list(dict.fromkeys(_clients_of(_declared(request)[0])))
    if len(found) == 1 and isinstance(found[0], type) and issubclass(found[0], Client):
        return found[0]
    names = ", ".join(sorted(getattr(each, "__name__", shown_value(each)) for each in found))
    raise configuration_error(
        f"the fixture 'sandbox_client' needs one class of a client, and found {names or 'none'}.",
        "Name it: @pytest.mark.sandbox('apis.desk', client=Desk), or write restmap_client = "
        "apis.desk:Desk in the settings of pytest.",
    )


def _class_by_name(text: str) -> Any:
    """The attribute of a module that `apis.desk:Desk` names; the text itself if there is none."""
    module, _, name = text.partition(":")
    return getattr(import_module_by_name(module), name, text)


def _clients_of(declared: Sequence[Declared]) -> Iterator[type[Client]]:
    """The classes of clients that what is served belongs to."""
    for each in declared:
        clients = [site.client for site in find_sites(each) if site.client is not None]
        yield from clients or _clients_of_packages(each)


def _clients_of_packages(declared: Declared) -> Sequence[type[Client]]:
    """The clients in the nearest package around a domain or a version that has any."""
    name = declared if isinstance(declared, str) else declared.__name__
    if isinstance(declared, type):
        name = declared.__module__
    while name:
        if found := _clients_of_module(sys.modules[name]):
            return found
        name = name.rpartition(".")[0]
    return ()


def _clients_of_module(module: ModuleType) -> list[type[Client]]:
    return [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Client) and each is not Client
    ]


# -- the recording --------------------------------------------------------------------------


@contextmanager
def open_recording(request: pytest.FixtureRequest) -> Generator[RecordingTransport]:
    """The recording of a test. One that fails while it records leaves the file as it was."""
    path = recording_path(request.path, request.node.name, _class_name(request))
    settings: dict[str, Any] = {
        "mode": request.config.getoption("--restmap-record"),
        "replace": request.config.getini("restmap_replace"),
    }
    for marker in reversed(list(request.node.iter_markers("recorded"))):
        settings |= marker.kwargs
    before = path.read_bytes() if path.exists() else None
    transport = WatchedRecording(path, **settings)
    transport.sent = _sent_requests(request)
    try:
        yield transport
    finally:
        transport.close()
        if transport.is_recording and request.node.stash.get(FAILED, False):
            _restore(path, before)


def _class_name(request: pytest.FixtureRequest) -> str:
    cls = cast("type | None", request.cls)  # pyright: ignore[reportUnknownMemberType]
    return f"{cls.__name__}." if cls is not None else ""


def recording_path(module: Path, test: str, class_name: str = "") -> Path:
    """The path of the recording of a test, beside its module.

    >>> recording_path(Path("tests/test_desk.py"), "test_list[2]").with_suffix("").as_posix()
    'tests/recordings/test_desk/test_list.2'
    """
    name = class_name + test
    plain = re.sub(r"[^\w.-]+", "-", name.replace("[", ".").removesuffix("]"))[:100]
    if plain != name.replace("[", ".").removesuffix("]"):  # another test may have the same name
        plain += "-" + hashlib.sha256(name.encode()).hexdigest()[:8]
    folder = module.parent / "recordings" / module.stem
    suffixes = [".yaml", ".json"] if find_spec("ruamel.yaml") is not None else [".json", ".yaml"]
    paths = [folder / (plain + suffix) for suffix in suffixes]
    return next((path for path in paths if path.exists()), paths[0])


def _restore(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        replace_file(path, before)
