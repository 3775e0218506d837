"""Records of Twilio as its API gives them: SIDs, URIs, statuses, and what appears below."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from resources.twilio import Client
from resources.twilio.api.v2010.message import Message
from resources.twilio.sandbox import TwilioRules
from resources.twilio.sandbox.messages import count_segments
from resources.twilio.sandbox.numbers import COUNTRIES, find_country, kind_of, national_format
from restmap import (
    ApiError,
    BadRequestError,
    NotFoundError,
    PreconditionFailedError,
    RateLimitError,
)
from restmap.sandbox import Sandbox

START = datetime(2027, 1, 1, 12, tzinfo=UTC)
HOSTS = [
    f"resources.twilio.{name}"
    for name in ("api", "lookups", "studio", "sync", "verify", "wireless")
]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(*HOSTS, start=START)
    yield sandbox
    sandbox.stop()


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Client]:
    settings: Any = {"transport": sandbox, "drift": "error", "retries": 1}
    with Client(sandbox.account, sandbox.token, **settings) as client:
        yield client


# -- messages -------------------------------------------------------------------------------


def test_a_message_is_sent_and_delivered(sandbox: Sandbox, client: Client) -> None:
    message = client.messages.create(to="+14155550100", from_="+14155550101", body="Hello")
    uri = f"/2010-04-01/Accounts/{sandbox.account}/Messages/{message.sid}"
    assert re.fullmatch("SM[0-9a-f]{32}", message.sid)
    assert json.loads(message.to_json()) == {
        "body": "Hello",
        "num_segments": "1",
        "direction": "outbound-api",
        "from": "+14155550101",
        "to": "+14155550100",
        "date_updated": "Fri, 01 Jan 2027 12:00:00 +0000",
        "price": None,
        "error_message": None,
        "uri": f"{uri}.json",
        "account_sid": sandbox.account,
        "num_media": "0",
        "status": "queued",
        "messaging_service_sid": None,
        "sid": message.sid,
        "date_sent": None,
        "date_created": "Fri, 01 Jan 2027 12:00:00 +0000",
        "error_code": None,
        "price_unit": "USD",
        "api_version": "2010-04-01",
        "subresource_uris": {"feedback": f"{uri}/Feedback.json", "media": f"{uri}/Media.json"},
    }
    sandbox.clock.advance(1)
    sent = message.fetch()
    assert (sent.status, sent.date_sent, sent.price) == (
        "sent",
        START + timedelta(seconds=1),
        "-0.00830",
    )
    sandbox.clock.advance(2)
    assert message.fetch().status == "delivered"


def test_an_mms_has_media(client: Client) -> None:
    urls = ["https://files.example/cat.png", "https://files.example/dog"]
    message = client.messages.create(to="+14155550100", from_="+14155550101", media_url=urls)
    assert re.fullmatch("MM[0-9a-f]{32}", message.sid)
    assert message.num_media == "2"
    assert [each.content_type for each in message.media.list()] == ["image/png", "image/jpeg"]
    assert [each.parent_sid for each in message.media.list()] == [message.sid] * 2


def test_a_scheduled_message_waits_and_can_be_canceled(sandbox: Sandbox, client: Client) -> None:
    at = START + timedelta(hours=1)
    given: Any = {"messaging_service_sid": "MG1", "schedule_type": "fixed", "send_at": at}
    kept, canceled = (client.messages.create(to="+14155550100", body="x", **given) for _ in "ab")
    assert kept.status == "scheduled"
    canceled.update(status="canceled")
    sandbox.clock.advance(3599)
    assert kept.fetch().status == "scheduled"
    statuses = []
    for _ in range(3):
        sandbox.clock.advance(1)
        statuses.append(kept.fetch().status)
    assert statuses == ["accepted", "queued", "sent"]
    assert canceled.fetch().status == "canceled"


def test_a_test_says_how_a_message_ends(sandbox: Sandbox, client: Client) -> None:
    sandbox.lifecycle(
        Message, "status", [("queued", 0), ("failed", 1)], when=lambda sms: sms["to"].endswith("9")
    )
    messages = [client.messages.create(to=f"+1415555010{each}", body="x") for each in (8, 9)]
    sandbox.clock.advance(5)
    assert [each.fetch().status for each in messages] == ["delivered", "failed"]


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        ({"to": "+15005550001"}, 21211, "Invalid 'To' Phone Number: +15005550001"),
        ({"to": "+15005550009"}, 21614, "'To' number +15005550009 is not a valid mobile number."),
        ({"to": "+14155550100", "from_": "+15005550008"}, 21611,
         "This 'From' number +15005550008 has exceeded the maximum number of queued messages."),
    ],
)  # fmt: skip
def test_numbers_that_stand_for_failures(
    client: Client, given: Any, code: int, message: str
) -> None:
    with pytest.raises(BadRequestError) as caught:
        client.messages.create(body="x", **given)
    assert (caught.value.code, caught.value.message) == (code, message)
    assert client.messages.list() == []
    assert client.messages.create(to="+15005550006", from_="+15005550006", body="x").sid


def test_segments() -> None:
    texts = ["", "a" * 160, "a" * 161, "€" * 80, "€" * 81, "ж" * 70, "ж" * 71, "😀" * 36]
    assert [count_segments(text) for text in texts] == [1, 1, 2, 1, 2, 1, 2, 2]


def test_filters_of_messages(sandbox: Sandbox, client: Client) -> None:
    for day in range(3):
        client.messages.create(to=f"+1415555010{day}", from_="+14155550199", body=f"{day}")
        sandbox.clock.advance(timedelta(days=1))

    def bodies(**filters: Any) -> str:
        return "".join(each.body or "" for each in client.messages.list(**filters))

    assert bodies(to="+14155550101") == "1"
    assert bodies(from_="+14155550199", to="+14155550102") == "2"
    assert bodies(date_sent_before=START + timedelta(days=1, seconds=1)) == "01"
    assert bodies(date_sent_after=START + timedelta(days=1, seconds=1)) == "12"
    assert bodies(date_sent_after="2027-01-02", date_sent_before="2027-01-03") == "1"
    assert bodies(date_sent=START + timedelta(seconds=1)) == "0"


# -- calls ----------------------------------------------------------------------------------


def test_a_call_is_answered_recorded_and_ends(sandbox: Sandbox, client: Client) -> None:
    call = client.calls.create(to="+14155550100", from_="+14155550101", url="u", record=True)
    assert (call.sid[:2], call.direction, call.to_formatted) == (
        "CA",
        "outbound-api",
        "(415) 555-0100",
    )
    assert call.subresource_uris is not None
    assert call.subresource_uris["recordings"] == call.uri.replace(".json", "/Recordings.json")
    seen = {call.status}
    for _ in range(15):
        sandbox.clock.advance(1)
        call = call.fetch()
        seen.add(call.status)
        if call.status == "in-progress":
            assert [each.status for each in call.recordings.list()] == ["in-progress"]
    assert seen == {"queued", "ringing", "in-progress", "completed"}
    assert (call.start_time, call.end_time, call.duration) == (
        START + timedelta(seconds=3), START + timedelta(seconds=13), "10",
    )  # fmt: skip
    (recording,) = call.recordings.list()
    (listed,) = client.recordings.list(call_sid=call.sid)
    assert (recording.status, recording.duration, recording.sid[:2]) == ("completed", "10", "RE")
    assert (listed.sid, listed.status, listed.duration) == (recording.sid, "completed", "10")
    assert listed.media_url == (
        f"https://api.twilio.com/2010-04-01/Accounts/{sandbox.account}/Recordings/{recording.sid}"
    )
    assert [each.sid for each in client.calls.list(status="completed")] == [call.sid]
    assert client.calls.list(start_time_after=START + timedelta(seconds=4)) == []
    listed.delete()
    assert call.recordings.list() == []


def test_a_call_that_is_ended_ends_its_recordings(sandbox: Sandbox, client: Client) -> None:
    call = client.calls.create(to="+14155550100", from_="+14155550101", url="u")
    sandbox.clock.advance(5)
    recording = call.recordings.create()
    assert client.recordings.list()[0].sid == recording.sid
    sandbox.clock.advance(2)
    ended = call.update(status="completed")
    assert (ended.status, ended.duration) == ("completed", "4")
    assert recording.fetch().status == "completed"
    sandbox.clock.advance(60)
    assert call.fetch().duration == "4"
    recording.delete()
    assert client.recordings.list() == []


# -- numbers --------------------------------------------------------------------------------


def test_available_numbers(client: Client) -> None:
    available = client.available_phone_numbers
    assert [each.country_code for each in available.list()] == list(COUNTRIES)
    assert available("GB").fetch().country == "United Kingdom"
    with pytest.raises(NotFoundError):
        available("ZZ").fetch()
    local = available("US").local
    assert len(local.list()) == 20
    assert local.list(limit=1)[0].phone_number == "+14155550100"
    assert local.list(area_code=212) == []
    assert len(local.list(area_code=415, contains="555010*", sms_enabled=True)) == 10
    assert local.list(fax_enabled=True) == []
    assert [each.region for each in local.list(in_region="CA", limit=1)] == ["CA"]
    assert len(available("GB").mobile.list()) == 20
    assert available("US").mobile.list() == []
    with pytest.raises(NotFoundError):
        available("ZZ").local.list()
    with pytest.raises(
        BadRequestError, match="does not know what the parameter NearNumber selects"
    ):
        local.list(near_number="+14155550100")


def test_a_number_is_bought_once(client: Client) -> None:
    numbers = client.incoming_phone_numbers
    bought = numbers.create(phone_number="+14155550100")
    assert (bought.sid[:2], bought.friendly_name) == ("PN", "(415) 555-0100")
    assert numbers.create(area_code="415").phone_number == "+14155550101"
    assert (
        client.available_phone_numbers("US").local.list(limit=1)[0].phone_number == "+14155550102"
    )
    for given, code in (("+14155550100", 21422), ("+15005550000", 21422), ("555", 21421)):
        with pytest.raises(BadRequestError) as caught:
            numbers.create(phone_number=given)
        assert caught.value.code == code
    with pytest.raises(BadRequestError) as caught:
        numbers.create(area_code="212")
    assert caught.value.code == 21452
    assert len(numbers.list(phone_number="+14155550100")) == 1


def test_lookups(sandbox: Sandbox, client: Client) -> None:
    numbers = client.lookups.v2.phone_numbers
    mobile = numbers("+447700900012").fetch(fields="line_type_intelligence")
    assert (mobile.country_code, mobile.valid, mobile.national_format) == (
        "GB",
        True,
        "07700900012",
    )
    assert mobile.line_type_intelligence.type == "mobile"
    assert numbers("+447700900012").fetch().line_type_intelligence.type is None
    wrong = numbers("+1555").fetch()
    assert (wrong.valid, wrong.validation_errors) == (False, ["INVALID_BUT_POSSIBLE"])
    v1 = client.lookups.v1.phone_numbers
    assert v1("+16135550101").fetch(type=["carrier"]).carrier["type"] == "landline"
    assert v1("+16135550101").fetch().country_code == "CA"
    with pytest.raises(NotFoundError):
        v1("+1555").fetch()


def test_invented_numbers() -> None:
    for country in COUNTRIES.values():
        for kind in country.ranges:
            for number in country.numbers(kind):
                found = find_country(number)
                assert found is not None, number
                assert found.code == country.code or kind == "toll_free", number
                assert kind_of(number) == kind
                assert national_format(number) != number
    assert find_country("+999123456789") is None
    assert kind_of("+12025550123") is None


# -- verifications --------------------------------------------------------------------------


@pytest.fixture
def service(client: Client) -> Any:
    return client.verify.v2.services.create(friendly_name="Shop")


def test_the_code_that_the_log_has_approves(
    sandbox: Sandbox, service: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "restmap.sandbox.codes")
    verification = service.verifications.create(to="+14155550100", channel="sms")
    assert (verification.sid[:2], verification.status, verification.valid) == (
        "VE",
        "pending",
        False,
    )
    found = re.fullmatch(
        r"the verification code for \+14155550100 is ([0-9]{6})", caplog.messages[0]
    )
    assert found is not None
    wrong = f"{(int(found[1]) + 1) % 1000000:06}"
    check = service.verification_checks.create(to="+14155550100", code=wrong)
    assert (check.status, check.valid) == ("pending", False)
    check = service.verification_checks.create(to="+14155550100", code=found[1])
    assert (check.sid, check.status, check.valid) == (verification.sid, "approved", True)
    assert verification.fetch().status == "approved"
    with pytest.raises(NotFoundError, match="VerificationCheck was not found"):
        service.verification_checks.create(to="+14155550100", code=found[1])


def test_the_code_that_a_test_sets(sandbox: Sandbox, service: Any) -> None:
    assert isinstance(sandbox.rules, TwilioRules)
    sandbox.rules.verification_code = "314159"
    first = service.verifications.create(to="a@b.example", channel="email")
    again = service.verifications.create(to="a@b.example", channel="sms")
    assert again.sid == first.sid
    assert [each["channel"] for each in again.send_code_attempts] == ["email", "email"]
    checked = service.verification_checks.create(verification_sid=first.sid, code="314159")
    assert checked.status == "approved"
    own = service.verifications.create(to="a@b.example", channel="sms", custom_code="271828")
    assert own.sid != first.sid
    assert service.verification_checks.create(to="a@b.example", code="271828").valid


def test_the_api_chooses_a_channel(sandbox: Sandbox, service: Any) -> None:
    started = service.verifications.create(to="+14155550100", channel="auto", custom_code="271828")
    assert (started.channel, started.send_code_attempts[0]["channel"]) == ("sna", "sna")
    checked = service.verification_checks.create(to="+14155550100", code="271828")
    assert checked.status == "approved"

    with pytest.raises(BadRequestError, match='Invalid value "pigeon" for the parameter Channel'):
        service.verifications.create(to="+14155550101", channel="pigeon")


def test_a_verification_ends(sandbox: Sandbox, service: Any) -> None:
    sandbox.rules = TwilioRules(verification_code="314159")
    late = service.verifications.create(to="+14155550100", channel="sms")
    sandbox.clock.advance(600)
    assert late.fetch().status == "expired"
    canceled = service.verifications.create(to="+14155550100", channel="sms")
    canceled.update(status="canceled")
    for _ in range(2):
        with pytest.raises(NotFoundError):
            service.verification_checks.create(to="+14155550100", code="314159")
    service.verifications.create(to="+14155550100", channel="sms")
    for _ in range(5):
        assert not service.verification_checks.create(to="+14155550100", code="1").valid
    with pytest.raises(RateLimitError) as caught:
        service.verification_checks.create(to="+14155550100", code="314159")
    assert caught.value.code == 60202


# -- others ---------------------------------------------------------------------------------


def test_executions_and_commands_end(sandbox: Sandbox, client: Client) -> None:
    flow = client.studio.v2.flows.create(friendly_name="f", status="published", definition={})
    execution = flow.executions.create(to="+14155550100", from_="+14155550101")
    command = client.wireless.v1.commands.create(command="reboot", sim="DE1")
    assert [each.sid for each in client.wireless.v1.commands.list(sim="DE1")] == [command.sid]
    assert client.wireless.v1.commands.list(sim="DE2") == []
    assert (execution.status, command.status, command.direction) == ("active", "queued", "to_sim")
    sandbox.clock.advance(5)
    assert (execution.fetch().status, command.fetch().status) == ("ended", "delivered")


def test_a_revision_guards_a_document(client: Client) -> None:
    documents = client.sync.v1.services.create().documents
    document = documents.create(data={"a": 1})
    assert document.revision == "0"
    changed = document.update(data={"a": 2}, if_match="0")
    assert changed.revision == "1"
    with pytest.raises(PreconditionFailedError) as caught:
        document.update(data={"a": 3}, if_match="0")
    assert caught.value.message == 'The record has changed: its ETag is "1", not 0.'
    assert document.update(data={"a": 3}, if_match='"1"').revision == "2"


def test_messages_of_a_conversation_in_the_opposite_order() -> None:
    sandbox = Sandbox("resources.twilio.conversations")
    with Client(sandbox.account, sandbox.token, transport=sandbox) as client:
        conversation = client.conversations.v1.conversations.create()
        for number in range(5):
            conversation.messages.create(body=f"{number}")
        page = conversation.messages.page(order="desc", page_size=2)
        bodies = [[each.body for each in page]]
        while (following := page.next_page()) is not None:
            page = following
            bodies.append([each.body for each in page])
        assert bodies == [["4", "3"], ["2", "1"], ["0"]]
        back = page.previous_page()
        assert back is not None
        assert [each.body for each in back] == ["2", "1"]
    sandbox.stop()


def test_recordings_of_one_day(sandbox: Sandbox, client: Client) -> None:
    client.calls.create(to="+14155550100", from_="+14155550101", url="u", record=True)
    sandbox.clock.advance(20)
    recordings = client.calls.list()[0].recordings
    assert len(recordings.list(date_created=date(2027, 1, 1))) == 1
    assert recordings.list(date_created=date(2027, 1, 2)) == []
    assert recordings.list(date_created_after=date(2027, 1, 2)) == []


def test_no_error_has_another_shape(client: Client) -> None:
    with pytest.raises(ApiError) as caught:
        client.messages("SM1").fetch()
    assert (caught.value.status, caught.value.code) == (404, 20404)
