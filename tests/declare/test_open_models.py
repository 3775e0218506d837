"""Models that may have further keys: `class Profile(Model, open=True)`."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    HandlerTransport,
    Model,
    ParameterError,
    Params,
    Resource,
    ResponseError,
    collection,
)
from restmap.openapi.document import openapi_documents
from restmap.sandbox import Sandbox
from tests.support import json_response


class Profile(Model, open=True):
    name: str = UNSET


class Closed(Model):
    name: str = UNSET


class User(Resource, uri="/users/{id}"):
    id: int
    profile: Profile
    closed: Closed | None

    class Create(Params, body="json"):
        profile: Profile
        closed: Closed = UNSET

    class Fetch(Params): ...


class Users(Client, host="api.users.example"):
    users = collection(User)


def fetched(**members: Any) -> User:
    response = json_response({"id": 1, **members})
    transport = HandlerTransport(lambda request: response)
    client = Users(auth=BearerAuth("t"), transport=transport, drift="error")
    return client.users(1).fetch()


def test_further_keys_of_an_open_model_are_no_drift() -> None:
    profile = fetched(closed=None, profile={"name": "Ada", "costCentre": 7}).profile
    assert (profile.name, profile.cost_centre) == ("Ada", 7)  # type: ignore[attr-defined]
    assert pickle.loads(pickle.dumps(profile)) == profile


@pytest.mark.parametrize(
    "members",
    [
        {"profile": {"name": 5}},
        {"profile": {}, "closed": {"colour": "red"}},
    ],
)
def test_what_does_not_fit_and_keys_of_other_models_are_drift(members: Any) -> None:
    with pytest.raises(ResponseError):
        fetched(**members).to_dict()


def test_further_keys_are_sent_and_kept_by_the_sandbox() -> None:
    sandbox = Sandbox(Users)
    users = Users(auth=BearerAuth(sandbox.token), transport=sandbox).users
    made = users.create(profile={"name": "Ada", "costCentre": 7})
    assert json.loads(sandbox.requests[-1].body or b"") == {
        "profile": {"name": "Ada", "costCentre": 7}
    }
    assert users(made.id).fetch().profile.cost_centre == 7  # type: ignore[attr-defined]
    with pytest.raises(ParameterError) as caught:
        users.create(profile={}, closed={"colour": "red"})
    assert str(caught.value).startswith("'closed.colour' is not a member of Closed.\n")


def test_a_document_says_so() -> None:
    (document,) = openapi_documents(Users).values()
    schemas = document["components"]["schemas"]
    assert schemas["Profile"]["additionalProperties"] is True
    assert "additionalProperties" not in schemas["Closed"]
