"""The tests that docs/testing.md shows are run by pytest, as a reader pastes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resources.twilio import Client
from resources.twilio.proxy.v1.service import Service
from restmap.sandbox import Sandbox
from restmap.testing import RecordingTransport

pytest_plugins = ["pytester"]

PAGE = (Path(__file__).resolve().parents[2] / "docs/testing.md").read_text()
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
SETUP, TESTS = BLOCKS[0], [each for each in BLOCKS if "\ndef test_" in f"\n{each}"]
(FIXTURE,) = [each for each in BLOCKS if "@pytest.fixture" in each]


def test_they_pass(pytester: pytest.Pytester) -> None:
    assert len(TESTS) == 2
    sandbox = Sandbox("resources.twilio.proxy")
    sandbox.add(Service, unique_name="pharmacy")
    path = pytester.path / "recordings/test_page/test_fetch.yaml"
    recording = RecordingTransport(path, sandbox)
    Client(sandbox.account, sandbox.token, transport=recording).proxy.v1.services(
        "pharmacy"
    ).fetch()
    pytester.makepyfile(test_page="\n\n".join(["import pytest", SETUP, *TESTS]))
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=2)


def test_they_pass_with_the_fixture_of_your_own(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_page="\n\n".join(["import pytest", SETUP, FIXTURE, TESTS[0]]))
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)
