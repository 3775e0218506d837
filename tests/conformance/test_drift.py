"""Every example response of Twilio's documents, read field by field: where it differs is named.

An example that differs from a declaration is a mistake of one of them. Most are in the documents,
whose schemas forbid what their examples have: those are tested to be just that. What `TwilioNaming`
declares more strictly than the documents do, for the sake of types, is named beside them.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

import pytest

from resources.twilio import Client
from restmap import DriftWarning, HandlerTransport, Response
from restmap.declare.json_text import json_text
from restmap.describe.routes import Route

from .calls import call_for, routes_of
from .openapi import Operation, operations
from .outcomes import ACCOUNT, NOT_READ, TOKEN
from .twilio_documents import documents

pytestmark = pytest.mark.conformance

IS_NULL = "the example has null, and the schema does not allow it"
IS_OTHER = "the example has a value that the schema does not list"
IS_MISSING = "the example lacks a field that is not nullable"

MISTAKES_OF_DOCUMENTS: Mapping[str, Mapping[str, str]] = {
    "api_v2010": {"Conference.reason_conference_ended": IS_NULL},
    "chat_v1": {"Channel.links[]": IS_NULL},
    "chat_v2": {"Channel.links[]": IS_NULL},
    "conversations_v1": {"ServiceWebhookConfiguration.method": IS_NULL},
    "intelligence_v3": {
        "Operator.output_schema": IS_MISSING,
        "Operator.prompt": IS_MISSING,
        "Operator.training_examples": IS_MISSING,
        "OperatorResult.metadata": IS_MISSING,
    },
    "ip_messaging_v1": {"Channel.links[]": IS_NULL},
    "ip_messaging_v2": {"Channel.links[]": IS_NULL},
    "lookups_v2": {
        "LookupPhoneNumberOverrides.overridden_by_account_sid": IS_MISSING,
        "PhoneNumber.call_forwarding": IS_NULL,
        "PhoneNumber.caller_name": IS_NULL,
        "PhoneNumber.identity_match": IS_NULL,
        "PhoneNumber.line_status": IS_NULL,
        "PhoneNumber.line_type_intelligence": IS_NULL,
        "PhoneNumber.reassigned_number": IS_NULL,
        "PhoneNumber.sim_swap": IS_NULL,
        "PhoneNumber.sms_pumping_risk": IS_NULL,
        "PhoneNumber.validation_errors": IS_NULL,
    },
    "messaging_v1": {"BrandRegistrations.identity_status": IS_NULL},
    "preview": {
        "WirelessSim.sms_fallback_method": IS_OTHER,
        "WirelessSim.sms_method": IS_OTHER,
        "WirelessSim.voice_fallback_method": IS_OTHER,
        "WirelessSim.voice_method": IS_OTHER,
    },
    "video_v1": {"Recording.codec": IS_OTHER, "RoomRecording.codec": IS_OTHER},
    "wireless_v1": {"Sim.reset_status": IS_NULL},
}
"""By document and field."""

ROUTES = routes_of(Client)
DOCUMENTS = {name: operations(document) for name, document in documents().items()}

Found = dict[str, tuple[str, Operation]]
"""By field: the first line of the warning, and the operation."""


def differences(operation: Operation, example: Any) -> Found:
    """What differs in one example, at the first record that differs in it."""
    transport = HandlerTransport(lambda request: Response(200, body=json_text(example).encode()))
    client = Client(ACCOUNT, TOKEN, transport=transport, drift="warn", retries=1)
    call = call_for(operation, ROUTES)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        response = call.make(client, call.arguments())
        is_record = call.route.operation.result == "record"
        for record in [response] if is_record else response.items:
            record.to_dict()
    lines = [str(each.message).split("\n") for each in caught if each.category is DriftWarning]
    return {line[-1].strip().removeprefix("in "): (line[0], operation) for line in lines}


@pytest.fixture
def drift_is_new(monkeypatch: pytest.MonkeyPatch) -> set[Any]:
    """What was warned of before, for each test anew."""
    reported = set[Any]()
    monkeypatch.setattr("restmap.decode.drift._reported", reported)
    return reported


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_example_that_differs_is_named(document: str, drift_is_new: set[Any]) -> None:
    found: Found = {}
    for operation in DOCUMENTS[document]:
        if (operation.method, operation.shape) in ROUTES and operation.id not in NOT_READ:
            for example in operation.examples.values():
                found |= differences(operation, example)
                drift_is_new.clear()

    mistakes = MISTAKES_OF_DOCUMENTS.get(document, {})
    assert set(found) == set(mistakes)
    for field, (problem, operation) in found.items():
        assert contradiction(field, problem, operation) == mistakes[field], field


def contradiction(field: str, problem: str, operation: Operation) -> str | None:
    """How an example contradicts its schema; None where it does not."""
    name = field.rpartition(".")[2].removesuffix("[]")
    route: Route = call_for(operation, ROUTES).route
    schema = operation.response["properties"][route.node.plan.fields[name].wire_name]
    if field.endswith("[]"):  # the values of a map, for which the schema has nothing nullable
        return IS_NULL if "additionalProperties" not in schema and "None" in problem else None
    if problem.startswith("the response lacks"):
        return None if schema.get("nullable") else IS_MISSING
    if "has the value None" in problem:
        return None if schema.get("nullable") else IS_NULL
    return IS_OTHER if "enum" in schema else None
