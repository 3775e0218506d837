"""The plugin of pytest: the fixtures `sandbox`, `sandbox_client` and `recorded`.

pytest imports this module at each start, so that what the fixtures need is imported with their
first use.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from .stash import FAILED, SENT

if TYPE_CHECKING:
    from ..api.client import Client
    from ..sandbox import Sandbox
    from .recording_transport import RecordingTransport

_MARKERS = (
    "sandbox(*declared, client=None, **settings): what the fixture `sandbox` serves, and the class "
    "of `sandbox_client`; settings are arguments of Sandbox.",
    "recorded(**settings): arguments of RecordingTransport for the fixture `recorded`.",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the settings; their names cannot be those of another plugin."""
    parser.getgroup("restmap").addoption(
        "--restmap-record",
        choices=("once", "none", "all"),
        default="once",
        help="whether the fixture `recorded` records calls: where there is no file (once, the "
        "default), never (none), or all again",
    )
    parser.addini(
        "restmap_sandbox", "what `sandbox` serves for tests without the marker", "args", []
    )
    parser.addini("restmap_client", "the class of `sandbox_client`: apis.desk:Desk", default="")
    parser.addini("restmap_replace", "fields that `recorded` does not write", "args", [])


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers."""
    for each in _MARKERS:
        config.addinivalue_line("markers", each)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Show the requests of a test that failed."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
        sent = item.stash.get(SENT, None)
        if sent is not None and sent.lines:
            report.sections.append(("restmap requests", "\n".join(sent.lines)))
    return report


@pytest.fixture
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox of what the marker `sandbox` names, empty at the beginning of each test.

    It serves over HTTP if waitress is installed (extra `sandbox`).
    """
    from .fixtures import open_sandbox

    with open_sandbox(request) as served:
        yield served


@pytest.fixture
def sandbox_client(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[Client]:
    """A client of the sandbox, with `drift="error"`: a wrong declaration fails the test."""
    from .fixtures import open_client

    with open_client(request, sandbox) as client:
        yield client


@pytest.fixture
def recorded(request: pytest.FixtureRequest) -> Iterator[RecordingTransport]:
    """A transport that records the calls of this test in a file of its name, and replays them."""
    from .fixtures import open_recording

    with open_recording(request) as transport:
        yield transport
