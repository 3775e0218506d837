"""What the log shows of calls to Twilio: no account, no phone number, no message, no code."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from resources.twilio import Client
from restmap import HandlerTransport
from tests.support import json_response

CALLS: dict[str, tuple[Callable[[Client], Any], str, str]] = {
    # a call, its path in the log, the parameters at DEBUG
    "a message": (
        lambda client: client.messages.create(to="+1", from_="+2", body="it", attempt=2),
        "POST /2010-04-01/Accounts/{account_sid}/Messages.json",
        "('account_sid', 'AC1'), ('To', '***'), ('Attempt', '2'), ('From', '***'), ('Body', '***')",
    ),
    "a list": (
        lambda client: client.messages.list(to="+1", page_size=5),
        "GET /2010-04-01/Accounts/{account_sid}/Messages.json",
        "('account_sid', 'AC1'), ('To', '***'), ('PageSize', '5')",
    ),
    "a record": (
        lambda client: client.messages("SM1").fetch(),
        "GET /2010-04-01/Accounts/{account_sid}/Messages/{sid}.json",
        "('account_sid', 'AC1'), ('sid', 'SM1')",
    ),
    "a phone number in the path": (
        lambda client: client.lookups.v2.phone_numbers("+1").fetch(first_name="Ada"),
        "GET /v2/PhoneNumbers/{phone_number}",
        "('phone_number', '***'), ('FirstName', '***')",
    ),
    "a one-time code": (
        lambda client: client.verify.v2.services("VA1").verification_checks.create(code="1"),
        "POST /v2/Services/{service_sid}/VerificationCheck",
        "('service_sid', 'VA1'), ('Code', '***')",
    ),
    "a variable": (
        lambda client: (
            client.serverless.v1.services("ZS1")
            .environments("ZE1")
            .variables.create(key="K", value="V")
        ),
        "POST /v1/Services/{service_sid}/Environments/{environment_sid}/Variables",
        "('service_sid', 'ZS1'), ('environment_sid', 'ZE1'), ('Key', '***'), ('Value', '***')",
    ),
    "a factor": (
        lambda client: (
            client.verify.v2.services("VA1")
            .entities("me")
            .new_factors.create(friendly_name="x", factor_type="totp", binding_secret="s")
        ),
        "POST /v2/Services/{service_sid}/Entities/{identity}/Factors",
        "('service_sid', 'VA1'), ('identity', '***'), ('FriendlyName', '***'), "
        "('FactorType', 'totp'), ('Binding.Secret', '***')",
    ),
}


@pytest.mark.parametrize("call", CALLS)
def test_paths_have_placeholders_and_personal_values_are_masked(
    call: str, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG, "restmap")
    make, path, parameters = CALLS[call]
    page = {"sid": "x", "messages": [], "next_page_uri": None}
    make(Client("AC1", "hunter2", transport=HandlerTransport(lambda _: json_response(page))))
    lines = [each.getMessage() for each in caplog.records if each.name == "restmap"]
    assert lines == [f"{path} [{parameters}]", f"{path} 200 0 ms attempt 1 -"]
