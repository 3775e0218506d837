"""OpenAPI documents of declarations: valid, and with what is declared in them."""

from __future__ import annotations

from typing import Any, TypedDict

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, schemas

from docs.examples import private_api
from restmap import (
    UNSET,
    ApiKeyScheme,
    ArrayPage,
    BasicScheme,
    Client,
    ClientCredentialsScheme,
    Domain,
    Model,
    PageType,
    Paging,
    Params,
    Resource,
    TokenPage,
    Version,
    action,
    all_of,
    camel_case,
    collection,
    domain,
    one_of,
    param,
    snake_case,
    version,
)
from restmap.auth.schemes import Scheme
from restmap.openapi.document import openapi_documents
from tests.support import DeskClient

from . import shop


def document_of(declared: Any) -> dict[str, Any]:
    (document,) = openapi_documents(declared).values()
    departures = [each.message for each in OpenAPIV31SpecValidator(document).iter_errors()]
    known: Any = schemas
    found = jsonschema_rs.validator_for(dict(known.schema_v31)).iter_errors(document)
    assert departures + [each.message for each in found] == []
    return document


SHOP = document_of(shop.Shop)


def operation(method: str, path: str) -> dict[str, Any]:
    found: dict[str, Any] = SHOP["paths"][path][method]
    return found


def sent(method: str, path: str) -> tuple[str, dict[str, Any]]:
    """The media type and the content of a request body."""
    ((media_type, content),) = operation(method, path)["requestBody"]["content"].items()
    return media_type, content


def received(method: str, path: str, status: str = "200") -> Any:
    """The content of a response, by its media type."""
    content = operation(method, path)["responses"][status]["content"]
    return {media_type: each["schema"] for media_type, each in content.items()}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def test_the_beginning() -> None:
    assert SHOP["openapi"] == "3.1.0"
    assert SHOP["info"] == {"title": "Shop", "version": "1.0.0", "description": "A shop."}
    assert SHOP["servers"] == [{"url": "https://shop.example/v1"}]
    assert SHOP["security"] == [{"token": []}, {"api_key": []}]
    assert SHOP["components"]["securitySchemes"] == {
        "token": {"type": "http", "scheme": "bearer"},
        "api_key": {"type": "apiKey", "name": "X-Key", "in": "header"},
    }


def test_names_are_unique_and_errors_are_those_of_the_api() -> None:
    every = [each for path in SHOP["paths"].values() for each in path.values()]

    assert [each["operationId"] for each in every] == [
        "items_create", "items_list", "items_fetch", "items_update", "items_delete",
        "items_photo", "items_manual", "items_contents",
        "orders_create", "orders_list", "orders_fetch", "orders_move", "orders_recent",
        "shipments_list", "invoices_list", "visits_list", "events_list",
    ]  # fmt: skip
    assert operation("post", "/items")["description"] == "Put an item on sale."
    assert operation("post", "/items")["tags"] == ["items"]
    assert all(
        each["responses"]["default"] == {"$ref": "#/components/responses/Error"} for each in every
    )
    assert SHOP["components"]["responses"]["Error"]["content"] == {
        "application/problem+json": {"schema": ref("Error")}
    }
    assert list(SHOP["components"]["schemas"]["Error"]["properties"]) == [
        "title", "status", "detail",
    ]  # fmt: skip


def test_records_and_models_are_components() -> None:
    components = SHOP["components"]["schemas"]

    assert components["Item"] == {
        "type": "object",
        "x-restmap-record": True,
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "name": {"type": "string"},
            "price": {"type": ["string", "null"], "format": "decimal"},
            "size": ref("Size"),
            "colour": {"enum": ["red", "green", None], "type": ["string", "null"]},
            "category": ref("Category"),
            "payment": {
                "anyOf": [
                    {
                        "oneOf": [ref("Card"), ref("Cash")],
                        "discriminator": {
                            "propertyName": "type",
                            "mapping": {
                                "card": "#/components/schemas/Card",
                                "cash": "#/components/schemas/Cash",
                            },
                        },
                    },
                    {"type": "null"},
                ]
            },
            "made_at": {"type": "string", "format": "date-time"},
            "sold_on": {"type": ["string", "null"], "format": "date"},
            "updated": {"type": "integer", "format": "unix-time"},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "anything": {},
        },
        "required": ["id", "name", "size", "category", "made_at", "updated", "labels"],
        "description": "What is sold.",
    }
    assert components["Category"] == {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "note": {"type": ["string", "null"]},
            "children": {"type": "array", "items": ref("Category")},
        },
        "required": ["name"],
        "description": "A category, with those below it.",
    }
    assert components["Size"] == {
        "enum": ["s", "l"],
        "type": "string",
        "description": "How large it is.",
    }


def test_parameters_and_their_styles() -> None:
    assert operation("get", "/items/{id}")["parameters"] == [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "format": "uuid"},
        },
        {
            "name": "fields",
            "in": "query",
            "schema": {"type": "array", "items": {"type": "string"}},
            "style": "form",
            "explode": False,
        },
    ]
    assert operation("get", "/items")["parameters"] == [
        {
            "name": "ids",
            "in": "query",
            "schema": {"type": "array", "items": {"type": "integer"}},
            "style": "pipeDelimited",
            "explode": False,
        },
        {
            "name": "near",
            "in": "query",
            "schema": {"type": "object", "additionalProperties": {"type": "number"}},
            "style": "deepObject",
            "explode": True,
        },
        {
            "name": "where",
            "in": "query",
            "content": {"application/json": {"schema": {"type": "object"}}},
        },
        {"name": "since", "in": "query", "schema": {"type": "string", "format": "date-time"}},
        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
        {
            "name": "limit",
            "in": "query",
            "schema": {"type": "integer", "minimum": 1, "maximum": 100},
        },
        {
            "name": "offset",
            "in": "query",
            "schema": {"type": "integer", "minimum": 0, "default": 0},
        },
    ]


def test_a_json_body() -> None:
    media_type, content = sent("post", "/items")

    assert media_type == "application/json"
    assert operation("post", "/items")["requestBody"]["required"]
    assert content["schema"]["required"] == ["name"]
    properties = content["schema"]["properties"]
    assert properties["price"] == {"type": ["string", "null"], "format": "decimal"}
    assert properties["count"] == {"type": "integer", "default": 1}
    assert properties["payment"]["discriminator"]["propertyName"] == "type"


def test_forms() -> None:
    assert sent("post", "/orders") == (
        "application/x-www-form-urlencoded",
        {
            "schema": {
                "type": "object",
                "properties": {
                    "order": {
                        "type": "object",
                        "properties": {
                            "note": {"type": "string"},
                            "lines": {"type": "array", "items": {"type": "string"}},
                        },
                        "required": ["note"],
                    }
                },
                "required": ["order"],
            },
            "encoding": {"order": {"style": "deepObject", "explode": True}},
        },
    )
    _, content = sent("post", "/orders/{number}/move")
    assert content["schema"]["properties"] == {
        "at": {"type": "string", "format": "date-time-rfc-2822"},
        "place": {"type": "object"},
    }
    assert content["encoding"] == {"place": {"contentType": "application/json"}}


def test_files() -> None:
    media_type, content = sent("post", "/items/{id}/photo")
    assert media_type == "multipart/form-data"
    assert content["schema"]["properties"]["photo"] == {"type": "string", "format": "binary"}
    assert content["encoding"] == {"details": {"contentType": "application/json"}}

    assert sent("put", "/items/{id}/contents") == (
        "text/csv",
        {"schema": {"type": "string", "format": "binary"}},
    )
    assert received("get", "/items/{id}/manual") == {
        "application/octet-stream": {"type": "string", "format": "binary"}
    }


def test_responses() -> None:
    assert received("post", "/items", "201") == {"application/json": ref("Item")}
    assert operation("delete", "/items/{id}")["responses"]["204"] == {"description": "Done."}
    assert received("get", "/orders/{number}") == {
        "application/json": {
            "type": "object",
            "properties": {"order": ref("Order")},
            "required": ["order"],
        }
    }
    assert received("put", "/items/{id}/contents") == {
        "application/json": {
            "type": "object",
            "properties": {"rows": {"type": "integer"}},
            "required": ["rows"],
        }
    }
    assert received("get", "/orders/recent") == {
        "application/json": {"type": "array", "items": ref("Order")}
    }


LINK = {"type": ["string", "null"], "format": "uri"}


@pytest.mark.parametrize(
    ("path", "members"),
    [
        ("/items", {"items": "Item", "total": {"type": "integer"}}),
        ("/orders", {"data": "Order", "has_more": {"type": "boolean"}}),
        ("/visits", {"visits": "Visit", "pages": {"type": "integer"}}),
        (
            "/invoices",
            {
                "data": "Invoice",
                "links": {"type": "object", "properties": {"next": LINK}, "required": ["next"]},
            },
        ),
    ],
)
def test_pages(path: str, members: dict[str, Any]) -> None:
    schema = received("get", path)["application/json"]

    assert schema["properties"] == {
        name: {"type": "array", "items": ref(each)} if isinstance(each, str) else each
        for name, each in members.items()
    }
    assert schema["required"] == list(members)


def test_a_page_with_links_in_a_header() -> None:
    assert received("get", "/shipments") == {
        "application/json": {"type": "array", "items": ref("Shipment")}
    }
    assert list(operation("get", "/shipments")["responses"]["200"]["headers"]) == ["Link"]


def test_a_list_by_post_has_the_parameters_of_its_pages_in_the_body() -> None:
    _, content = sent("post", "/events")

    assert content["schema"]["properties"] == {
        "kind": {"type": "string"},
        "size": {"type": "integer", "minimum": 1, "maximum": 1000},
        "token": {"type": "string"},
    }
    assert received("post", "/events")["application/json"]["properties"]["next"] == {
        "type": ["string", "null"]
    }


# -- places -------------------------------------------------------------------------------------


class Ticket(Resource, uri="/tickets/{id}", page=ArrayPage()):
    id: int

    class List(Paging): ...

    class Fetch(Params): ...

    class Close(Params, uri="/close"): ...

    class Reopen(Params, uri="/close"): ...

    close = action(Close)
    reopen = action(Reopen)


class Reply(Resource, uri="/tickets/{ticket_id}/replies/{id}", page=ArrayPage()):
    id: int
    ticket_id: int

    class List(Paging): ...

    class Owner(Params, method="GET", path="/tickets/{ticket_id}/owner"): ...

    owner = action(Owner, returns=str)


def test_one_path_has_one_name_for_a_placeholder_and_one_operation_for_a_method() -> None:
    class OneHost(Client, host="one.example"):
        tickets = collection(Ticket)

    document = document_of(OneHost)

    assert list(document["paths"]) == [
        "/tickets",
        "/tickets/{id}",
        "/tickets/{id}/close",
        "/tickets/{id}/close#tickets_reopen",
    ]
    assert "securitySchemes" not in document["components"]


def test_several_versions_are_one_document() -> None:
    class First(Version, prefix="/v1"):
        tickets = collection(Ticket)

    class Second(Version, prefix="/v2"):
        tickets = collection(Ticket)

    class Both(Domain, host="both.example"):
        v1 = version(First)
        v2 = version(Second)

    class Two(Client):
        both = domain(Both)

    document = document_of(Two)

    assert document["servers"] == [{"url": "https://both.example"}]
    assert [path for path in document["paths"] if path.endswith("tickets")] == [
        "/v1/tickets",
        "/v2/tickets",
    ]
    ids = [path["get"]["operationId"] for path in document["paths"].values() if "get" in path]
    assert ids == ["tickets_list", "tickets_fetch", "both_v2_tickets_list", "both_v2_tickets_fetch"]


def test_several_hosts_are_several_documents() -> None:
    class One(Domain, host="one.example"):
        tickets = collection(Ticket)

    class Other(Domain, host="other.example"):
        tickets = collection(Ticket)

    class Two(Client):
        one = domain(One)
        other = domain(Other)

    assert list(openapi_documents(Two)) == ["one.example", "other.example"]


def test_classes_of_one_name_are_components_of_their_own() -> None:
    class Outer:
        class Ticket(Resource, uri="/others/{id}"):
            id: str

            class Fetch(Params): ...

    class OneHost(Client, host="one.example"):
        tickets = collection(Ticket)
        others = collection(Outer.Ticket)

    assert {"Ticket", "OuterTicket"} <= document_of(OneHost)["components"]["schemas"].keys()


class Part(Model):
    size: int
    parts: list[Part] | None = None


class Elsewhere:
    class Part(Model):
        size: int
        parts: list[Elsewhere.Part] | None = None

    class Error(Model):
        text: str


def test_equal_schemas_of_one_name_are_one_component() -> None:
    """Two modules may have a model each, and two rules may give its members the same names."""

    class Ticket(Resource, uri="/tickets/{id}", field_names=snake_case):
        id: str
        part: Part
        error: Elsewhere.Error

        class Fetch(Params): ...

    class Agent(Resource, uri="/agents/{id}", field_names=camel_case):
        id: str
        part: Part
        other: Elsewhere.Part

        class Fetch(Params): ...

    class OneHost(Client, host="one.example"):
        tickets = collection(Ticket)
        agents = collection(Agent)

    components = document_of(OneHost)["components"]["schemas"]
    assert sorted(components) == ["Agent", "Error", "Error2", "Part", "Ticket"]
    assert components["Error"]["properties"] == {"text": {"type": "string"}}


def test_a_page_type_that_writes_nothing_is_a_response_of_any_kind() -> None:
    class Own(PageType): ...

    class Thing(Resource, uri="/things/{id}", page=Own()):
        id: str

        class List(Paging): ...

    class OneHost(Client, host="one.example"):
        things = collection(Thing)

    content = document_of(OneHost)["paths"]["/things"]["get"]["responses"]["200"]["content"]
    assert content == {"application/json": {"schema": {}}}


def test_a_serializer_of_a_program_may_write_anything() -> None:
    class Thing(Resource, uri="/things"):
        class Key(Params): ...

        class Update(Params):
            colour: int = param(lambda value: f"{value:x}")
            colours: list[int] = param(lambda value: [f"{each:x}" for each in value])

    class OneHost(Client, host="one.example"):
        things = collection(Thing)

    document = document_of(OneHost)
    body = document["paths"]["/things"]["post"]["requestBody"]["content"]
    assert body["application/json"]["schema"]["properties"] == {
        "colour": {},
        "colours": {"type": "array", "items": {}},
    }


def test_models_have_the_names_that_each_resource_gives_their_members() -> None:
    document = document_of(private_api.Tracker)

    assert document["components"]["schemas"]["Estimate"]["properties"] == {
        "hours": {"type": "number"},
        "dueOn": {"type": ["string", "null"], "format": "date"},
    }


def test_a_client_without_resources() -> None:
    with pytest.raises(Exception, match="DeskClient declares no operations"):
        openapi_documents(DeskClient)


# -- credentials --------------------------------------------------------------------------------


def test_every_kind_of_credentials() -> None:
    schemes = one_of(
        all_of(BasicScheme(), ApiKeyScheme("key", "query")),
        ClientCredentialsScheme("https://one.example/token"),
        ApiKeyScheme("session", "cookie"),
        optional=True,
    )

    class OneHost(Client, host="one.example", security=schemes):
        tickets = collection(Ticket)

    document = document_of(OneHost)

    assert document["components"]["securitySchemes"] == {
        "username": {"type": "http", "scheme": "basic"},
        "api_key": {"type": "apiKey", "name": "key", "in": "query"},
        "oauth": {
            "type": "oauth2",
            "flows": {"clientCredentials": {"tokenUrl": "https://one.example/token", "scopes": {}}},
        },
        "api_key2": {"type": "apiKey", "name": "session", "in": "cookie"},
    }
    assert document["security"] == [
        {"username": [], "api_key": []},
        {"oauth": []},
        {"api_key2": []},
        {},
    ]


def test_a_scheme_of_a_program() -> None:
    class SignedScheme(Scheme):
        @property
        def required(self) -> tuple[str, ...]:
            return ("secret",)

    class OneHost(Client, host="one.example", security=SignedScheme()):
        tickets = collection(Ticket)

    assert document_of(OneHost)["components"]["securitySchemes"] == {
        "secret": {"type": "http", "scheme": "custom", "description": "SignedScheme: secret"}
    }


# -- the rest -----------------------------------------------------------------------------------


def test_a_resource_that_is_mounted_nowhere() -> None:
    document = document_of(Reply)

    assert document["servers"] == [{"url": "/"}]
    assert [each["get"]["operationId"] for each in document["paths"].values()] == [
        "reply_list",
        "reply_owner",
    ]
    owner = document["paths"]["/tickets/{ticket_id}/owner"]["get"]
    assert owner["responses"]["200"]["content"] == {"text/plain": {"schema": {"type": "string"}}}


class Filters(TypedDict):
    state: str


class Whole(Model):
    name: str


class NestedPage(TokenPage):
    location = "json"


class Thing(
    Resource,
    uri="/things/{id}",
    page=NestedPage("data", token="next", parameter="page.token", page_size="page.size"),
    body="json",
):
    id: str
    filters: Filters
    parent: Thing | None

    class List(Paging, method="POST", body="json"):
        search: str = UNSET

    class Create(Params):
        thing: Whole = param(location="body")

    class Update(Params):
        name: str = UNSET
        whole: Whole = param(location="body", default=UNSET)

    class Rename(Params, uri="/name", content_type="text/plain"):
        name: str = param(location="body")

    class Go(Params, method="GET", uri="/go", redirects=False):
        fast: bool = UNSET

    rename = action(Rename, returns=None)
    go = action(Go, returns=bytes)


class Things(Client, host="things.example"):
    things = collection(Thing)


def test_whole_bodies_and_pages_inside_a_body() -> None:
    document = document_of(Things)
    bodies = {
        (path, method): each["requestBody"]["content"]
        for path, methods in document["paths"].items()
        for method, each in methods.items()
        if "requestBody" in each
    }

    assert bodies["/things/{id}", "post"]["application/json"] == {"schema": ref("Whole")}
    assert bodies["/things/{id}/name", "post"] == {"text/plain": {"schema": {"type": "string"}}}
    assert bodies["/things#things_create", "post"]["application/json"] == {"schema": ref("Whole")}
    assert bodies["/things", "post"]["application/json"]["schema"] == {
        "type": "object",
        "properties": {
            "search": {"type": "string"},
            "page": {
                "type": "object",
                "properties": {
                    "size": {"type": "integer", "minimum": 1, "maximum": 1000},
                    "token": {"type": "string"},
                },
            },
        },
    }


def test_a_redirect_that_is_the_response() -> None:
    responses = document_of(Things)["paths"]["/things/{id}/go"]["get"]["responses"]

    assert responses["302"]["content"] == {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
    }


def test_records_in_records_and_dicts_with_known_keys() -> None:
    thing = document_of(Things)["components"]["schemas"]["Thing"]["properties"]

    assert thing["parent"] == {"anyOf": [ref("Thing"), {"type": "null"}]}
    assert thing["filters"] == {"type": "object"}


def test_errors_are_those_of_the_rules_that_a_domain_names_for_its_versions() -> None:
    document = document_of("resources.twilio.proxy")

    (content,) = document["components"]["responses"]["Error"]["content"].items()
    assert content == ("application/json", {"schema": ref("Error")})
    assert list(document["components"]["schemas"]["Error"]["properties"]) == [
        "code",
        "message",
        "more_info",
        "status",
    ]


def test_a_conditional_request_may_be_answered_by_304() -> None:
    paths = document_of(private_api)["paths"]

    responses = paths["/issues/{key}"]["get"]["responses"]
    assert responses["304"] == {"description": "It has not changed."}
    assert "304" not in paths["/issues"]["get"]["responses"]
