"""Proxy v1 as users write it, judged by Prism; `test_documents.py` does the same by rote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from resources.twilio import Client
from restmap import ApiError

from .calls import JudgedTransport, routes_of
from .judge import Judge
from .openapi import operations
from .twilio_documents import documents

pytestmark = pytest.mark.conformance

SERVICE, SESSION = "KS" + "0" * 32, "KC" + "1" * 32
PARTICIPANT, NUMBER = "KP" + "2" * 32, "PN" + "3" * 32


class Judged:
    """A client whose server is the judge."""

    def __init__(self, judge: Judge) -> None:
        self.transport = JudgedTransport(judge)
        # The example responses are right to the field: any drift is an error.
        self.client = Client("AC" + "4" * 32, "token", transport=self.transport, drift="error")

    @property
    def service(self) -> Any:
        return self.client.proxy.v1.services(SERVICE)

    @property
    def session(self) -> Any:
        return self.service.sessions(SESSION)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge([documents()["proxy_v1"]]) as judge:
        yield judge


@pytest.fixture
def judged(judge: Judge) -> Judged:
    return Judged(judge)


def test_client_has_the_25_operations_of_the_document_and_no_other(judged: Judged) -> None:
    documented = {(each.method, each.shape) for each in operations(documents()["proxy_v1"])}

    assert len(documented) == 25
    proxy = {
        shape
        for shape, route in routes_of(Client).items()
        if route.node.site.expression == "client.proxy.v1"
    }
    assert proxy == documented


def test_create_with_all_that_the_document_knows(judged: Judged) -> None:
    session = judged.service.sessions.create(
        unique_name="Order #1234",
        date_expiry=datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC),
        ttl=3600,
        mode="voice-only",
        status="open",
        participants=[{"Identifier": "+15550100"}, {"Identifier": "+15550101"}],
    )

    assert judged.transport.verdict.reasons == ()
    assert judged.transport.verdict.operation == "proxy_v1.CreateSession"
    assert (session.unique_name, session.ttl) == ("Order #1234", 3600)


def test_every_page_of_a_list(judged: Judged) -> None:
    (number,) = judged.service.phone_numbers.stream(limit=20)

    assert judged.transport.verdict.operation == "proxy_v1.ListPhoneNumber"
    assert number.capabilities == {"sms_outbound": True, "voice_inbound": False}


def test_path_value_that_needs_encoding(judged: Judged) -> None:
    judged.client.proxy.v1.services("Orders/2030 ü?").fetch()

    assert judged.transport.verdict.operation == "proxy_v1.FetchService"


# What restmap sends on purpose, as the API may know more than the declaration; the judge does not.
PASSED_ON: dict[str, tuple[Callable[[Judged], object], str]] = {
    "unknown enum value": (
        lambda judged: judged.service.sessions.create(mode="smoke-signals"),
        "Mode must be equal to one of the allowed values",
    ),
    "unknown enum value of another resource": (
        lambda judged: judged.service.update(geo_match_level="continent"),
        "GeoMatchLevel must be equal to one of the allowed values",
    ),
    "SID of another resource": (
        lambda judged: judged.session.participants(NUMBER).fetch(),
        "sid must match pattern",
    ),
    "SID cut short": (
        lambda judged: judged.service.phone_numbers.create(sid=NUMBER[:-1]),
        "Sid must NOT have fewer than 34 characters",
    ),
    "SID in lower case": (
        lambda judged: judged.client.proxy.v1.services(SERVICE.lower()).delete(),
        "sid must match pattern",
    ),
    "text that is no URL": (
        lambda judged: judged.session.participants(PARTICIPANT).message_interactions.create(
            media_url=["https://example.com/1.png", "no url"]
        ),
        'MediaUrl must match format "uri"',
    ),
    # In Twilio's Ruby documentation of SessionList, from which the resource was specified, and
    # not in the document: the one parameter of Proxy v1 that Prism does not take.
    "fail_on_participant_conflict": (
        lambda judged: judged.service.sessions.create(fail_on_participant_conflict=True),
        "found 'FailOnParticipantConflict'",
    ),
}


@pytest.mark.parametrize(("send", "reason"), PASSED_ON.values(), ids=PASSED_ON.keys())
def test_judge_refuses_what_restmap_passes_on(
    judged: Judged, send: Callable[[Judged], object], reason: str
) -> None:
    with pytest.raises(ApiError, match="status 422"):
        send(judged)

    assert not judged.transport.verdict.accepted
    assert reason in "\n".join(judged.transport.verdict.reasons)
