"""Twilio's hints: which names and mounts they make of a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from resources.twilio.openapi import TwilioNaming
from restmap.importer.draft.operations import AttributeDraft
from restmap.importer.draft.resources import VersionDraft
from restmap.importer.draft.tree import build_tree
from restmap.importer.draft.versions import draft_version
from restmap.importer.read.documents import Document
from restmap.importer.read.inventory import Inventory
from restmap.importer.write.expression_text import print_expression

from .desk import TEXT, imported, query, response_of, text_of

RECORD = response_of(
    {"type": "object", "properties": {"sid": TEXT, "url": {**TEXT, "nullable": True}}}
)
META = {"type": "object", "properties": {"next_page_url": TEXT}}
PAGE = response_of(
    {
        "type": "object",
        "properties": {
            "things": {"type": "array", "items": {"type": "object", "properties": {"sid": TEXT}}},
            "meta": META,
        },
    }
)


def item(kind: str | None, parent: str | None = None, **operations: Any) -> dict[str, Any]:
    """A path item: its hints, and its operations by method."""
    hints = {"pathType": kind, "parent": parent}
    said: dict[str, Any] = {"servers": [{"url": "https://flex-api.twilio.com"}]}
    if kind is not None:
        said["x-twilio"] = {name: each for name, each in hints.items() if each is not None}
    return said | operations


def operation(id_: str, responses: Any = RECORD, **more: Any) -> dict[str, Any]:
    return {"operationId": id_, "responses": responses, **more}


def document(paths: dict[str, Any]) -> Document:
    return Document("twilio_flex_v1", {"openapi": "3.0.1", "paths": paths})


def draft(paths: dict[str, Any]) -> VersionDraft:
    naming, inventory = TwilioNaming(), Inventory.of([document(paths)])
    (version,) = build_tree(inventory, naming)
    return draft_version(version, naming, inventory)


WORKER = "/v1/Workspaces/{WorkspaceSid}/Workers"
WORKER_ITEM = "/Workspaces/{WorkspaceSid}/Workers/{Sid}"
WORKSPACES: dict[str, Any] = {
    "/v1/Workspaces": item("list", get=operation("ListWorkspace", PAGE)),
    "/v1/Workspaces/{Sid}": item("instance", get=operation("FetchWorkspace")),
    WORKER: item("list", "/Workspaces/{Sid}", get=operation("ListWorker", PAGE)),
    f"{WORKER}/{{Sid}}": item("instance", "/Workspaces/{Sid}", get=operation("FetchWorker")),
}


@pytest.mark.parametrize(
    ("path", "said", "way", "kind"),
    [
        (
            f"{WORKER}/{{WorkerSid}}/Statistics",
            item(
                "instance",
                "/Workspaces/{WorkspaceSid}/Workers/{Sid}",
                get=operation("FetchWorkerStatistics"),
            ),
            ["workspaces", "workers", "statistics"],
            "singleton",
        ),
        (
            f"{WORKER}/Statistics",  # its parent, the item, is not in its path: it is beside it
            item(
                "instance",
                "/Workspaces/{WorkspaceSid}/Workers/{Sid}",
                get=operation("FetchWorkersStatistics"),
            ),
            ["workspaces", "workers", "statistics"],
            "singleton",
        ),
        (
            "/v1/Workspaces/{WorkspaceSid}/Balance.json",
            item("list", "/Workspaces/{Sid}", get=operation("FetchBalance")),
            ["workspaces", "balance"],
            "handle",
        ),
        (
            "/v1/Bulk/{WorkspaceSid}/Deep",  # without a hint a resource is at the top
            item(None, get=operation("FetchDeep")),
            ["deep"],
            "items",
        ),
        (
            "/v1/Bulk/{Type}/{IdOrUniqueName}",  # its last word is a placeholder
            item(None, get=operation("FetchOfType")),
            ["type"],
            "items",
        ),
        (
            "/v1/Workspaces/{WorkspaceSid}/Traits",  # a list of its own for each key
            item("list", get=operation("ListTraits", PAGE)),
            ["traits"],
            "collections",
        ),
        (
            "/v1/A2PRegistrations",
            item("list", get=operation("ListA2pRegistration", PAGE)),
            ["a2_p_registrations"],
            "list",
        ),
        (
            "/.well-known/oauth-authorization-server",
            item(None, get=operation("FetchServerMetadata")),
            ["oauth_authorization_server"],
            "handle",
        ),
    ],
)
def test_where_a_resource_hangs_and_how_it_is_reached(
    path: str, said: Any, way: list[str], kind: str
) -> None:
    naming = TwilioNaming()
    inventory = Inventory.of([document({**WORKSPACES, path: said})])
    versions = build_tree(inventory, naming)
    operation_id = said["get"]["operationId"]
    (found,) = (
        each
        for version in versions
        for each in draft_version(version, naming, inventory).resources
        if operation_id in [placed.operation.id for placed in each.node.operations]
    )

    assert [step.name for step in found.node.steps] == way
    assert found.kind == kind


def test_what_is_beside_the_items_is_mounted_by_a_collection_of_its_own() -> None:
    said = item("instance", WORKER_ITEM, get=operation("FetchWorkersCount"))
    drafted = draft({**WORKSPACES, f"{WORKER}/Count": said})
    (worker,) = (each for each in drafted.resources if each.name == "Worker")

    assert [each.name for each in worker.collection_mounts] == ["count"]
    assert worker.collection_name == "Workers"


def test_a_sibling_on_the_path_of_another_resource_has_its_own_name(tmp_path: Path) -> None:
    keys = item(
        "list",
        get=operation("ListKey", PAGE),
        post=operation("CreateNewKey", **{"x-twilio": {"mountName": "new_keys"}}),
    )
    drafted = draft({"/v1/Keys": keys})

    assert {each.name: each.resource.name for each in drafted.mounts} == {
        "keys": "Keys",
        "new_keys": "NewKey",
    }


def test_a_list_by_keys_alone_has_items_below_each_of_its_collections() -> None:
    """twilio-python has it at the top: `observations(store_id, profile_id)(observation_id)`."""
    path = "/v1/Stores/{storeId}/Profiles/{profileId}/Observations"
    create = operation("CreateProfileObservation")
    drafted = draft(
        {
            path: item("list", get=operation("ListProfileObservations", PAGE), post=create),
            f"{path}/{{id}}": item("instance", patch=operation("PatchProfileObservation")),
        }
    )
    (mount,) = drafted.mounts
    found = mount.resource

    assert (mount.name, mount.mount_function) == ("observations", "collections")
    assert [each.name for each in found.keys] == ["sid"]
    assert found.uri == "/Stores/{store_id}/Profiles/{profile_id}/Observations/{sid}"
    assert [(each.verb, each.method, each.class_name) for each in found.operations] == [
        ("create", "POST", "Create"),
        ("list", "GET", "List"),
        ("patch", "PATCH", "Patch"),
    ]


@pytest.mark.parametrize(
    ("operation_id", "method", "verb"),
    [
        ("UpdateThing", "patch", "update"),
        ("PatchThing", "patch", "patch"),
        ("PatchThing", "put", "patch"),
        ("ReplaceThing", "put", "update"),
        ("CancelThing", "post", "create"),
        ("thing", "get", "fetch"),
    ],
)
def test_the_verb_is_the_first_word_where_it_is_one(
    operation_id: str, method: str, verb: str
) -> None:
    said = item("instance", **{method: operation(operation_id)})
    (resource,) = draft({"/v1/Things/{Sid}": said}).resources
    (found,) = resource.operations

    assert (found.verb, found.method) == (verb, method.upper())
    assert found.is_action == (verb in ("patch", "create"))


def test_what_is_one_of_has_a_short_name() -> None:
    create = operation("CreateParticipantInConversation")
    (resource,) = draft({"/v1/Participants": item("list", post=create)}).resources

    assert resource.name == "Participant"


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ({"title": "ThingRequest", "properties": {"name": TEXT}}, "thing_request"),
        ({"required": ["name"], "properties": {"name": TEXT}}, "create_thing_request"),
        (
            {"allOf": [{"$ref": "#/components/schemas/NewThing"}, {"required": ["name"]}]},
            "new_thing",
        ),
    ],
)
def test_a_body_is_its_parts_and_one_argument_as_in_twilio_python(schema: Any, name: str) -> None:
    part, whole = body_parameters(schema)

    assert (part.name, part.required, part.location) == ("name", "required" in str(schema), None)
    assert (whole.name, whole.required, whole.location) == (name, False, "body")


@pytest.mark.parametrize(
    ("schema", "name", "required"),
    [
        ({"type": "object"}, "body", False),
        ({"type": "object", "required": ["name"]}, "body", True),
        (
            {"oneOf": [{"properties": {"a": TEXT}}, {"properties": {"b": TEXT}}]},
            "create_thing_request",
            False,
        ),
    ],
)
def test_a_body_without_parts_is_one_argument(schema: Any, name: str, required: bool) -> None:
    """It is required where an empty one cannot be right, whatever the document says of it."""
    (part,) = body_parameters(schema)

    assert (part.name, part.required, part.location) == (name, required, "body")


def body_parameters(schema: Any) -> Sequence[AttributeDraft]:
    """The parameters of an operation with this JSON body."""
    body = {"content": {"application/json": {"schema": schema}}}
    said = operation("CreateThing", requestBody=body)
    made = document({"/v1/Things": item("list", post=said)})
    new = {"type": "object", "properties": {"name": TEXT}}
    content = {**made.content, "components": {"schemas": {"NewThing": new}}}
    naming = TwilioNaming()
    inventory = Inventory.of([Document(made.name, content)])
    (version,) = build_tree(inventory, naming)
    (resource,) = draft_version(version, naming, inventory).resources
    return resource.operations[0].parameters


def test_pages_by_token_are_told() -> None:
    token = {"type": "object", "properties": {"key": TEXT, "nextToken": TEXT}}
    things = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}
    meta = {"allOf": [token, {"type": "object"}]}
    paged = response_of({"type": "object", "properties": {"things": things, "meta": meta}})
    whole = response_of({"type": "object", "properties": {"things": things}})

    def page_of(responses: Any, *parameters: Any) -> tuple[str, list[str]]:
        said = operation("ListThing", responses, parameters=list(parameters))
        one = item("instance", delete=operation("DeleteThing"))
        paths = {"/v1/Things": item("list", get=said), "/v1/Things/{thingId}": one}
        (resource,) = draft(paths).resources
        found, _ = resource.operations
        assert found.page is not None
        return print_expression(found.page), [each.name for each in found.parameters]

    sizes = [query("pageToken", TEXT), query("type", TEXT)]
    assert page_of(paged, *sizes) == ('MetaTokenPage("things")', ["type"])
    small = query("pageSize", {"type": "integer", "maximum": 100})
    assert page_of(paged, small, *sizes) == ('MetaTokenPage("things", max_page_size=100)', ["type"])
    assert page_of(whole) == ('ArrayPage("things", absent_if_empty=True)', [])
    links = {"type": "object", "properties": {"next_page_url": TEXT}}
    linked = response_of({"type": "object", "properties": {"things": things, "meta": links}})
    numbers = query("PageSize", {"type": "integer", "maximum": 50}), query("PageToken", TEXT)
    assert page_of(linked, *numbers) == ("MetaPage(max_page_size=50)", [])
    assert page_of(linked, query("PageSize", {"type": "integer", "maximum": 1000})) == (
        "MetaPage",
        [],
    )
    ids = {"type": "array", "items": TEXT}
    of_ids = response_of({"type": "object", "properties": {"things": ids, "meta": meta}})
    assert page_of(of_ids) == ('MetaTokenPage("things", id_key="thing_id")', [])


def test_a_list_that_is_named_after_an_item_is_below_it() -> None:
    media = item("list", get=operation("ListFaxMedia", PAGE))
    media["x-twilio"]["className"] = "fax_media"
    drafted = draft(
        {
            "/v1/Faxes": item("list", get=operation("ListFax", PAGE)),
            "/v1/Faxes/{Sid}": item("instance", get=operation("FetchFax")),
            "/v1/Faxes/{FaxSid}/Media": media,
        }
    )

    assert [each.name for each in drafted.mounts] == ["faxes"]
    assert [each.name for each in drafted.mounts[0].resource.mounts] == ["media"]


def test_the_place_is_the_host_and_the_version_of_the_file() -> None:
    (version,) = build_tree(Inventory.of([document(WORKSPACES)]), TwilioNaming())

    place = version.place
    assert (place.domain, place.version, place.host, place.prefix) == (
        "flex_api",
        "v1",
        "flex-api.twilio.com",
        "/v1",
    )


def test_pages_are_told_and_fields_that_always_have_a_value(tmp_path: Path) -> None:
    imported(tmp_path, document(WORKSPACES).content, TwilioNaming(), "twilio_flex_v1")

    assert "class FlexApiResource(TwilioResource, page=MetaPage):" in text_of(
        tmp_path, "flex_api/v1/base.py"
    )
    text = text_of(tmp_path, "flex_api/v1/workspace.py")
    assert "    sid: str\n    url: str\n" in text
    assert "    class List(Paging): ...\n\n    class Fetch(Params): ...\n" in text
