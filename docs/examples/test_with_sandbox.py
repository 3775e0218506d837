"""Tests of your own program, with the sandbox as their server.

Run them:

    python -m pytest docs/examples/test_with_sandbox.py
"""

from __future__ import annotations

import pytest
from resources.twilio import Client
from resources.twilio.proxy.v1.session import Session
from restmap import ApiError
from restmap.sandbox import Refusal, Sandbox, SandboxCall

pytestmark = pytest.mark.sandbox("resources.twilio.proxy")


def close_all(client: Client, service: str) -> int:
    """The program: close every open session of a service and return their number."""
    sessions = client.proxy.v1.services(service).sessions
    open_ones = [each for each in sessions if each.status == "open"]
    for session in open_ones:
        session.update(status="closed")
    return len(open_ones)


def test_every_session_is_closed(sandbox_client: Client) -> None:
    service = sandbox_client.proxy.v1.services.create(unique_name="pharmacy")
    for number in range(60):  # more than a page of them
        service.sessions.create(unique_name=f"order-{number}")

    assert close_all(sandbox_client, "pharmacy") == 60
    assert {session.status for session in service.sessions} == {"closed"}


def test_a_failure_of_the_api_is_not_hidden(sandbox: Sandbox, sandbox_client: Client) -> None:
    sandbox_client.proxy.v1.services.create(unique_name="pharmacy").sessions.create()

    @sandbox.override(Session, "update")
    def update(call: SandboxCall) -> None:
        raise Refusal(403, "Sessions are frozen for the audit.")

    with pytest.raises(ApiError, match="frozen for the audit"):
        close_all(sandbox_client, "pharmacy")
