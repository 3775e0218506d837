"""Twilio's own examples, sent by twilio-python to the sandbox and read back by it.

Each example of a request body that Twilio's documents have is sent over HTTP, to a sandbox of all
of Twilio. What the response shows under a name of the example is what the example said, and what
is fetched and listed then is what the response showed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

import pytest
import twilio.rest

from resources.twilio import Client
from resources.twilio.proxy.v1.service import Service
from restmap import Response
from restmap.sandbox import HandlerResult, Sandbox, SandboxCall
from tests.sandbox.catalogue import Tried, client_of

from .calls import Call, call_for, routes_of
from .examples import Example, Sender, examples_of, names_without_parameter, reads_of
from .openapi import operations
from .test_sandbox import SandboxHttpClient
from .twilio_documents import documents

pytestmark = pytest.mark.conformance

ROUTES = routes_of(Client)
EXAMPLES = list(examples_of(documents().values()))

LEFT_OUT = {
    "it has a value that its own document does not list": [
        "api_v2010.UpdateAccount:updateWithNumericStatus",
        "api_v2010.CreateCall:createWithTwiml",
        "api_v2010.CreateRealtimeTranscription:createWithArgs",
        "api_v2010.CreateSiprec:createWithArgs",
        "api_v2010.CreateStream:createWithArgs",
        "chat_v1.UpdateService:update",
        "chat_v2.UpdateService:update",
        "ip_messaging_v1.UpdateService:update",
        "ip_messaging_v2.UpdateService:update",
        "preview.UpdateWirelessSim:update",
        "wireless_v1.CreateCommand:createCommandSms",
        "wireless_v1.CreateCommand:createCommandIp",
        "wireless_v1.UpdateSim:update",
    ],
    "it has a list where its own document says text": [
        "marketplace_v1.CreateModuleData:create",
        "marketplace_v1.UpdateModuleDataManagement:update",
    ],
    "it has a value in another case than its document, which the sandbox refuses": [
        "conversations_v1.CreateConfigurationAddress:createWhatsappCaseInsensitive",
        "conversations_v1.CreateCredential:createPushTypeGcm",
        "conversations_v1.CreateCredential:createPushTypeFcm",
    ],
    "it has JSON that is percent-encoded, as if it were the whole body": [
        "video_v1.UpdateRoomParticipantSubscribeRule:updateFilters",
        "video_v1.UpdateRoomRecordingRule:update",
    ],
    "the API chooses the value: tests/sandbox/test_twilio_records.py": [
        "verify_v2.CreateVerification:createVerificationAuto",
    ],
    "it checks what another resource has sent: tests/sandbox/test_twilio_records.py": [
        "verify_v2.CreateVerificationCheck:verificationChecks",
        "verify_v2.CreateVerificationCheck:emailVerificationChecks",
        "verify_v2.CreateVerificationCheck:verificationChecks200",
        "verify_v2.CreateVerificationCheck:snaVerificationChecks",
    ],
    "twilio-python reads nothing of the record that was created": [
        "memory_v1.CreateProfile:Add Contact",
        "memory_v1.CreateProfile:Unknown Caller (Customer Care)",
        "memory_v1.CreateProfile:Known New Caller (Customer Care)",
        "memory_v1.CreateTraitGroup:Basic Traits",
        "memory_v1.CreateTraitGroup:All Trait Types",
        "memory_v1.CreateTraitGroup:With Validation Rules",
    ],
    "twilio-python has no such domain": [
        str(each) for each in EXAMPLES if each.operation.id.startswith("microvisor_v1.")
    ],
}  # fmt: skip
NAMES_LEFT_OUT = frozenset(name for names in LEFT_OUT.values() for name in names)
SENT = [each for each in EXAMPLES if str(each) not in NAMES_LEFT_OUT]


def call_of(example: Example) -> Call:
    return call_for(example.operation, ROUTES)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox("resources.twilio") as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def sender(sandbox: Sandbox) -> Iterator[Sender]:
    http_client = SandboxHttpClient()
    http_client.sandbox_url = sandbox.url
    theirs = twilio.rest.Client(sandbox.account, sandbox.token, http_client=http_client)
    with client_of(sandbox, drift="ignore") as ours:
        yield Sender(Tried(sandbox, ours, ours), theirs)


@pytest.mark.parametrize("example", SENT, ids=str)
def test_an_example_is_read_back(example: Example, sender: Sender, sandbox: Sandbox) -> None:
    sandbox.reset()
    found = sender.send(call_of(example), example.body)
    assert found == {name: [] for name in found}


def test_what_is_read_otherwise_is_found(sender: Sender, sandbox: Sandbox) -> None:
    sandbox.reset()
    (example,) = (each for each in SENT if str(each) == "proxy_v1.CreateService:create")

    @sandbox.override(Service, "create")
    def create(call: SandboxCall) -> HandlerResult:
        result = call.run_default()
        assert isinstance(result, dict)
        return Response(201, body=json.dumps({**result, "default_ttl": 5}).encode())

    assert sender.send(call_of(example), example.body) == {
        "proxy_v1.CreateService": ["default_ttl: sent 3600, read 5"],
        "client.proxy.v1.services(sid).fetch": ["default_ttl: 5, then 3600"],
        "client.proxy.v1.services.list": ["default_ttl: 5, then 3600"],
    }


def test_none_is_left_out_unless_named() -> None:
    assert len(EXAMPLES) == 658
    assert frozenset(map(str, EXAMPLES)) >= NAMES_LEFT_OUT
    assert [len(names) for names in LEFT_OUT.values()] == [13, 2, 3, 2, 1, 4, 6, 10]
    assert len(SENT) == 617


def test_how_many_operations_are_called() -> None:
    """Those whose examples are sent, and the fetches and lists of what these make."""
    sent = {each.operation.id for each in SENT}
    read = Counter(
        (route.operation.name, route.call) for each in SENT for route in reads_of(call_of(each))
    )
    hosts = {each.operation.host for each in SENT}
    assert (len(sent), len(read), len(hosts)) == (444, 462, 33)


def test_what_an_example_has_and_its_operation_does_not_take() -> None:
    """These names are not sent: no library that was made from the documents has them."""
    unknown = [name for each in SENT for name in names_without_parameter(call_of(each), each.body)]
    assert len(unknown) == 56


# -- examples of responses ----------------------------------------------------------------------

RECORDS = [
    Example(operation, name, body)
    for document in documents().values()
    for operation in operations(document)
    for name, body in operation.examples.items()
    if operation.method == "GET"
    and (operation.method, operation.shape) in ROUTES
    and call_for(operation, ROUTES).route.operation.name == "fetch"
]
RECORDS_LEFT_OUT = {
    "twilio-python takes the time of a zone for one in UTC": [
        "api_v2010.FetchRecording:fetchIncludeSoftDeleted",
    ],
    "the resource is that of chat as well, where Sandbox.add() adds the record": [
        "ip_messaging_v1.FetchCredential:fetch",
        "ip_messaging_v1.FetchService:fetch",
    ],
    "a new verification sends a code, whatever its record says": [
        "verify_v2.FetchVerification:fetchVerification",
    ],
    "twilio-python has no such domain": [
        str(each) for each in RECORDS if each.operation.id.startswith("microvisor_v1.")
    ],
}
RECORD_NAMES_LEFT_OUT = frozenset(name for names in RECORDS_LEFT_OUT.values() for name in names)
READ = [each for each in RECORDS if str(each) not in RECORD_NAMES_LEFT_OUT]


@pytest.mark.parametrize("example", READ, ids=str)
def test_a_record_of_an_example_is_read_as_it_is(
    example: Example, sender: Sender, sandbox: Sandbox
) -> None:
    sandbox.reset()
    assert sender.read(call_of(example), example.body) == []


def test_no_record_is_left_out_unless_named() -> None:
    assert len(RECORDS) == 447
    assert [len(names) for names in RECORDS_LEFT_OUT.values()] == [1, 2, 1, 7]
    assert len(READ) == 436
