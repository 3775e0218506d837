"""Verbs that a test replaces: what is replaced does not send."""

from __future__ import annotations

import sys
import types
from typing import Any
from unittest import mock

import pytest

from resources.twilio import Client
from restmap import HandlerTransport, Request, Response
from tests.support import json_response


@pytest.fixture
def client() -> Client:
    def refuse(request: Request) -> Response:
        raise AssertionError(f"a request was sent: {request}")

    return Client("AC1", "hunter2", transport=HandlerTransport(refuse))


PATHS = ["messages", "calls", "usage.records", "sip.credential_lists", "api.v2010.account.messages"]


@pytest.mark.parametrize("path", PATHS)
def test_a_verb_of_a_shortcut_is_replaced(client: Client, path: str):
    def collection() -> Any:
        found: Any = client
        for name in path.split("."):
            found = getattr(found, name)
        return found

    with mock.patch.object(collection(), "list", return_value="fake") as replaced:
        assert collection().list(limit=5) == "fake"
    replaced.assert_called_once_with(limit=5)
    with pytest.raises(AssertionError, match="a request was sent"):
        collection().list(limit=5)


def test_a_verb_is_replaced_by_its_dotted_name(client: Client):
    program = types.ModuleType("program_under_test")
    program.client = client  # type: ignore[attr-defined]
    with (
        mock.patch.dict(sys.modules, {program.__name__: program}),
        mock.patch("program_under_test.client.messages.create", return_value="fake"),
    ):
        assert client.messages.create(to="+1") == "fake"


def test_a_shortcut_and_the_whole_path_lead_to_the_same_collection(client: Client):
    assert client.messages is client.api.v2010.account.messages


@pytest.mark.parametrize("path", ["accounts", "fetched"])
def test_a_verb_of_what_is_made_anew_is_not_replaced(client: Client, path: str):
    if path == "accounts":
        parent: Any = client.api.v2010.accounts("AC2")
    else:
        transport = HandlerTransport(lambda request: json_response({"sid": "AC2"}))
        parent = Client("AC1", "x", transport=transport).api.v2010.accounts("AC2").fetch()
    for target, name in ((parent.messages, "create"), (parent.messages("SM1"), "fetch")):
        with pytest.raises(AttributeError), mock.patch.object(target, name):
            pass


def test_a_mock_with_the_specification_of_a_client_sends_nothing(client: Client):
    specified: Any = mock.create_autospec(client, instance=True)
    assert isinstance(specified.messages.create(to="+1", body="it"), mock.Mock)
    with pytest.raises(AttributeError):
        specified.masseges  # noqa: B018
