"""Nested objects of a document are written as models: their types, names, places and members."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from restmap import HandlerTransport, ParameterError, Request, Response
from restmap.importer import PlainNaming
from restmap.importer.report import Report
from tests.support import json_response

from .desk import TEXT, TIME, changed, importable, imported, response_of, sends, text_of

INTEGER = {"type": "integer"}


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(required: list[str] | None = None, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required or [], "properties": properties}


CARD = obj(["kind", "digits"], kind=TEXT, digits=TEXT)
BANK = obj(["kind", "iban"], kind=TEXT, iban=TEXT)
COMPONENTS: dict[str, Any] = {
    "Address": obj(["street"], street=TEXT, zipCode={**TEXT, "nullable": True}),
    "Card": CARD,
    "Bank": BANK,
    "Base": obj(["id"], id=TEXT),
    "Derived": {"allOf": [reference("Base"), obj(name=TEXT)]},
    "Comment": obj(text=TEXT, replies={"type": "array", "items": reference("Comment")}),
    "Anything": {
        "oneOf": [TEXT, INTEGER, {"type": "array", "items": reference("Anything")}],
    },
}


def fetched(properties: Any, components: Any = COMPONENTS, **paths: Any) -> dict[str, Any]:
    """The document with a thing that has these properties."""
    item = {
        "get": {"operationId": "getThing", "responses": response_of(obj(id=TEXT, **properties))}
    }
    document = changed(**{"/thing": item}, **paths)
    document["components"]["schemas"] |= components
    return document


def written(folder: Path, schema: Any) -> str:
    """What is written of a field of a thing."""
    report = imported(folder, fetched({"value": schema}))
    assert report.problems == []
    return text_of(folder, "thing.py")


# -- types --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        (reference("Address"), "Address"),
        ({"type": "array", "items": reference("Address")}, "list[Address]"),
        ({"type": "object", "additionalProperties": reference("Address")}, "dict[str, Address]"),
        ({"additionalProperties": {"type": "array", "items": INTEGER}}, "dict[str, list[int]]"),
        ({"allOf": [reference("Address")], "nullable": True}, "Address | None"),
        ({"anyOf": [reference("Address"), {"type": "null"}]}, "Address | None"),
        ({"anyOf": [reference("Address"), {"nullable": True}]}, "Address | None"),
        ({"anyOf": [reference("Address"), {"nullable": True, "title": "Any"}]}, "Any"),
        ({"oneOf": [reference("Card"), reference("Bank")]}, "Card | Bank"),
        ({"oneOf": [TEXT, reference("Card"), INTEGER]}, "Card | int | str"),
        ({"oneOf": [TEXT, {}]}, "Any"),
        ({"anyOf": [{"type": "string", "enum": ["a"]}, TEXT]}, "str"),
        ({"anyOf": [TIME, TEXT]}, "datetime | str"),
        ({"type": ["integer", "string", "null"]}, "int | str | None"),
        ({"type": "string", "const": "a"}, 'Literal["a"]'),
        ({"type": "string", "format": "uuid"}, "UUID"),
        ({"type": "number", "format": "decimal"}, "Decimal"),
        ({"type": "string", "format": "int-or-string"}, "int | str"),
        ({"properties": {"a": TEXT}}, "ThingValue"),
        ({"type": "array", "items": {"properties": {"a": TEXT}}}, "list[ThingValue]"),
        ({"type": "object"}, "dict[str, Any]"),
        ({"type": "object", "additionalProperties": False}, "dict[str, Any]"),
        ({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, "Any"),
        (reference("Derived"), "Derived"),
        (reference("Comment"), "Comment"),
        (reference("Anything"), "list[Any] | int | str"),
    ],
)
def test_a_schema_has_an_exact_type(tmp_path: Path, schema: Any, kind: str) -> None:
    assert f"    value: {kind}\n" in written(tmp_path, schema)


@pytest.mark.parametrize(
    ("schema", "declaration"),
    [
        (reference("Address"), "class Address(Model):\n    street: str\n    zip_code: str | None"),
        (reference("Derived"), "class Derived(Model):\n    id: str\n    name: str | None = None\n"),
        (
            reference("Comment"),
            "class Comment(Model):\n    text: str | None = None\n"
            "    replies: list[Comment] | None = None\n",
        ),
        (
            obj(["type"], type={"type": "string", "enum": ["a", "b"]}),
            'class ThingValue(Model):\n    type: Literal["a", "b"]\n',
        ),
        (obj(date={"type": "string", "format": "date"}), "    date_: date | None = None\n"),
        (obj(field=TEXT), "    field_: str | None = None\n"),
        (
            obj(**{"a b": TEXT, "a-b": INTEGER}),
            '    a_b: str | None = field(name="a b", default=None)\n'
            '    a_b_: int | None = field(name="a-b", default=None)\n',
        ),
        (
            {**obj(["a"], a=TEXT), "oneOf": [obj(["b"], b=TEXT), obj(["c"], c=TEXT)]},
            "    a: str\n    b: str | None = None\n    c: str | None = None\n",
        ),
        (
            obj(["when"], when={"type": "string", "format": "date-time-rfc-2822"}),
            "    when: datetime = field(rfc2822)\n",
        ),
    ],
)
def test_a_model_has_the_properties_of_its_object(
    tmp_path: Path, schema: Any, declaration: str
) -> None:
    assert declaration in written(tmp_path, schema)


@pytest.mark.parametrize("is_list", [True, False])
def test_a_union_is_told_apart_by_its_discriminator(tmp_path: Path, is_list: bool) -> None:
    tag = {"propertyName": "kind", "mapping": {"card": "#/components/schemas/Card", "iban": "Bank"}}
    schema = {"oneOf": [reference("Card"), reference("Bank")], "discriminator": tag}
    text = written(tmp_path, {"type": "array", "items": schema} if is_list else schema)

    kind = "list[Card | Bank]" if is_list else "Card | Bank"
    assert f'    value: {kind} = field(tagged_by="kind")\n' in text
    assert 'class Card(Model):\n    digits: str\n    kind: Literal["card"] = "card"\n' in text
    assert 'class Bank(Model):\n    iban: str\n    kind: Literal["iban"] = "iban"\n' in text


@pytest.mark.parametrize(
    "tag",
    [
        {"propertyName": "absent"},
        {"propertyName": "kind", "mapping": {"card": "#/components/schemas/Card"}},
        {"propertyName": 5},
        {"mapping": []},
    ],
)
def test_a_discriminator_that_tells_nothing_apart_is_not_written(tmp_path: Path, tag: Any) -> None:
    schema = {"oneOf": [reference("Card"), reference("Bank")], "discriminator": tag}

    assert "    value: Card | Bank\n" in written(tmp_path, schema)


def test_without_a_mapping_the_names_of_components_tell_a_union_apart(tmp_path: Path) -> None:
    schema = {
        "oneOf": [reference("Card"), reference("Bank")],
        "discriminator": {"propertyName": "kind"},
    }
    assert 'kind: Literal["Bank"]' in written(tmp_path, schema)


# -- sent and received --------------------------------------------------------------------------

GUARDED = obj(
    ["name", "key"],
    name=TEXT,
    key={**TEXT, "readOnly": True},
    secret={**TEXT, "writeOnly": True},
    note={**TEXT, "nullable": True},
    size=INTEGER,
)


def created(properties: Any, response: Any, components: Any) -> dict[str, Any]:
    item = {
        "post": {
            "operationId": "createThing",
            "requestBody": sends("application/json", obj(**properties)),
            "responses": response_of(response, "201"),
        }
    }
    document = changed(**{"/things": item})
    document["components"]["schemas"] |= components
    return document


def test_a_model_that_is_sent_leaves_out_what_is_not_given(tmp_path: Path) -> None:
    imported(tmp_path, created({"part": reference("Part")}, obj(id=TEXT), {"Part": GUARDED}))

    assert (
        "class Part(Model):\n    name: str\n    secret: str = UNSET\n"
        "    note: str | None = None\n    size: int = UNSET\n\n"
    ) in text_of(tmp_path, "thing.py")


def test_a_model_that_is_received_may_lack_what_is_not_required(tmp_path: Path) -> None:
    imported(tmp_path, fetched({"part": reference("Part")}, {"Part": GUARDED}))

    assert (
        "class Part(Model):\n    name: str\n    key: str\n"
        "    note: str | None = None\n    size: int | None = None\n\n"
    ) in text_of(tmp_path, "thing.py")


def test_a_model_in_both_directions_has_all_members(tmp_path: Path) -> None:
    part = {"part": reference("Part")}
    imported(tmp_path, created(part, obj(**part), {"Part": GUARDED}))

    assert (
        "class Part(Model):\n    name: str\n    key: str | None = None\n"
        "    secret: str | None = None\n    note: str | None = None\n    size: int | None = None\n"
    ) in text_of(tmp_path, "thing.py")


# -- places and names ---------------------------------------------------------------------------


def test_a_model_of_several_resources_is_in_a_module_of_its_own(tmp_path: Path) -> None:
    other = {
        "get": {"operationId": "getOther", "responses": response_of(obj(place=reference("Place")))}
    }
    components = {"Place": obj(address=reference("Address"), spot=obj(x=INTEGER))}
    document = fetched({"place": reference("Place")}, COMPONENTS | components, **{"/other": other})
    imported(tmp_path, document)
    models = text_of(tmp_path, "models.py")

    assert models.startswith('"""Objects in the requests and responses of several resources')
    assert "from restmap import Model, field\n" in models
    order = [models.index(f"class {each}(Model):") for each in ("Address", "PlaceSpot", "Place")]
    assert order == sorted(order)
    for module in ("thing", "other"):
        assert "from .models import Place\n" in text_of(tmp_path, f"{module}.py")


def test_models_that_refer_to_each_other_are_read(tmp_path: Path) -> None:
    components = {
        "Folder": obj(files={"type": "array", "items": reference("File")}),
        "File": obj(name=TEXT, folder=reference("Folder")),
    }
    imported(tmp_path, fetched({"root": reference("Folder")}, components))
    body = {"root": {"files": [{"name": "a", "folder": {"files": []}}]}}
    with importable(tmp_path):
        desk = _desk(body)
        root = desk.thing.fetch().root
        assert (root.files[0].name, root.files[0].folder.files) == ("a", [])


def test_the_name_of_a_resource_is_not_taken_by_a_model(tmp_path: Path) -> None:
    body = sends("application/json", obj(name=TEXT, part=reference("Ticket")))
    posted = {"post": {"operationId": "putPart", "requestBody": body, "responses": response_of({})}}
    components = {"Thing": obj(a=TEXT), "Ticket": obj(b=TEXT)}
    properties = {"main": reference("Thing")}
    imported(tmp_path, fetched(properties, components, **{"/thing/part": posted}))

    assert "    main: ThingData\n" in text_of(tmp_path, "thing.py")
    assert "        part: TicketInput = UNSET\n" in text_of(tmp_path, "thing.py")


@pytest.mark.parametrize(
    ("components", "names"),
    [
        (["io.desk.v1.Memo", "io.desk.v2.Memo"], ["Memo", "V2Memo"]),
        (["list", "Str", "dict"], ["ListData", "Str", "DictData"]),
        (["Any", "Literal", "UNSET"], ["AnyData", "LiteralData", "Unset"]),
        (["a b", "a-b"], ["AB", "ABData"]),
    ],
)
def test_each_model_has_a_name_of_its_own(
    tmp_path: Path, components: list[str], names: list[str]
) -> None:
    properties = {f"p{number}": reference(each) for number, each in enumerate(components)}
    schemas = {each: obj(**{f"m{number}": TEXT}) for number, each in enumerate(components)}
    imported(tmp_path, fetched(properties, schemas))
    text = text_of(tmp_path, "thing.py")

    for number, name in enumerate(names):
        assert f"class {name}(Model):\n    m{number}: str" in text
        assert f"    p{number}: {name}\n" in text


def test_equal_objects_with_one_title_are_one_model(tmp_path: Path) -> None:
    spot = obj(x=INTEGER)
    other = {
        "get": {"operationId": "getOther", "responses": response_of(obj(spot=spot, more=spot))}
    }
    described = {**spot, "description": "A place."}
    imported(tmp_path, fetched({"spot": described}, **{"/other": other}))

    assert "class Spot(Model):\n" in text_of(tmp_path, "models.py")
    assert "    spot: Spot\n    more: OtherMore\n" in text_of(tmp_path, "other.py")


def test_an_enum_of_models_and_resources_has_one_name(tmp_path: Path) -> None:
    components = {"Part": obj(["state"], state=reference("state"))}
    imported(tmp_path, fetched({"part": reference("Part")}, components))

    assert "from .types import State\n" in text_of(tmp_path, "thing.py")
    assert "    state: State\n" in text_of(tmp_path, "thing.py")


def test_long_unions_fit_the_width_of_a_page(tmp_path: Path) -> None:
    components = {f"AVariantWithAName{number}": obj(**{f"m{number}": TEXT}) for number in range(9)}
    union = {"oneOf": [reference(each) for each in components]}
    imported(tmp_path, fetched({"value": {"type": "array", "items": union}}, components))
    text = text_of(tmp_path, "thing.py")

    assert max(map(len, text.splitlines())) <= 100
    with importable(tmp_path):
        (value,) = _desk({"value": [{"m8": "a"}]}).thing.fetch().value
        assert (type(value).__name__, value.m8) == ("AVariantWithAName8", "a")


# -- on the wire --------------------------------------------------------------------------------


def _desk(body: Any) -> Any:
    module = importlib.import_module("made")
    return module.Desk(token="t", transport=HandlerTransport(lambda request: json_response(body)))


def test_members_have_the_wire_names_of_the_document(tmp_path: Path) -> None:
    """The resource sends camelCase and has fields as written; the model is right with both."""
    components = {
        "Part": obj(["partName"], partName=TEXT, size_in_mm=INTEGER, shelf=reference("Shelf")),
        "Shelf": obj(["row_id"], row_id=TEXT),
    }
    properties = {"firstName": TEXT, "lastName": TEXT, "part": reference("Part")}
    response = obj(first_name=TEXT, last_name=TEXT, part=reference("Part"))
    imported(tmp_path, created(properties, response, components))
    sent: list[Request] = []

    def serve(request: Request) -> Response:
        sent.append(request)
        return json_response({"first_name": "Ann", "last_name": "Lee", "part": _part(request)})

    with importable(tmp_path):
        module = importlib.import_module("made.thing")
        client = importlib.import_module("made").Desk
        things = client(token="t", transport=HandlerTransport(serve), drift="error").things
        part = module.Part(part_name="Door", size_in_mm=5, shelf={"row_id": "r"})
        thing = things.create(part=part)
        with pytest.raises(ParameterError) as caught:
            things.create(part={"part_nam": "Door"})

    assert json.loads(sent[0].body or b"") == {
        "part": {"partName": "Door", "size_in_mm": 5, "shelf": {"row_id": "r"}}
    }
    assert (thing.part.part_name, thing.part.shelf.row_id) == ("Door", "r")
    assert "'part.part_nam' is not a member of Part." in str(caught.value)


def _part(request: Request) -> Any:
    return json.loads(request.body or b"")["part"]


def test_a_body_that_is_one_of_several_objects_is_one_typed_argument(tmp_path: Path) -> None:
    item = {
        "post": {
            "operationId": "pay",
            "requestBody": sends("application/json", {"type": "array", "items": reference("Card")}),
            "responses": {"202": {"description": ""}},
        }
    }
    document = changed(**{"/payments": item})
    document["components"]["schemas"] |= COMPONENTS
    imported(tmp_path, document)

    assert '    body: list[Card] = param(location="body")\n' in text_of(tmp_path, "payment.py")


def test_a_property_that_differs_between_the_variants_of_a_record_is_a_union(
    tmp_path: Path,
) -> None:
    card = obj(detail=obj(digits=TEXT))
    bank = obj(detail=obj(iban=TEXT), owner=TEXT)
    item = {"get": {"operationId": "getPaid", "responses": response_of({"oneOf": [card, bank]})}}
    imported(tmp_path, changed(**{"/paid": item}))

    assert "    detail: PaidDetail | PaidDetailWithIban\n" in text_of(tmp_path, "paid.py")


# -- the report ---------------------------------------------------------------------------------


def nested(report: Report) -> list[str]:
    return [each for each in report.text().splitlines() if "nested" in each or "untyped" in each]


def test_the_report_counts_nested_objects_and_names_those_without_a_type(tmp_path: Path) -> None:
    either = {"oneOf": [{"type": "object"}, reference("Card")]}
    components = COMPONENTS | {"Unused": obj(card=reference("Card"), free={"type": "object"})}
    document = fetched({"home": reference("Address"), "either": either}, components)
    report = imported(tmp_path, document)

    assert nested(report) == [
        "1 of 2 nested objects have an exact type; 2 others are in no operation.",
        "untyped:  desk, getThing.either: any value fits a part of it",
    ]


def test_what_is_read_only_is_not_counted_in_what_is_sent(tmp_path: Path) -> None:
    link = obj(href=TEXT)
    body = obj(name=TEXT, _links=obj(self=link) | {"readOnly": True}, home=obj(street=TEXT))
    item = {
        "post": {
            "operationId": "createThing",
            "requestBody": sends("application/json", body),
            "responses": response_of(obj(id=TEXT)),
        }
    }
    report = imported(tmp_path, changed(**{"/things": item}))

    assert nested(report) == ["1 of 1 nested objects have an exact type."]


def test_the_objects_around_a_list_are_read_by_its_page_type(tmp_path: Path) -> None:
    link = obj(href=TEXT)
    page = obj(
        _embedded=obj(things={"type": "array", "items": obj(id=TEXT)}),
        _links=obj(next=link, self=link),
    )
    item = {"get": {"operationId": "listThings", "responses": response_of(page)}}
    report = imported(tmp_path, changed(**{"/things": item}))

    assert nested(report) == ["5 of 5 nested objects have an exact type."]


def test_an_object_in_a_form_is_named(tmp_path: Path) -> None:
    item = {
        "post": {
            "operationId": "createThing",
            "requestBody": sends("application/x-www-form-urlencoded", obj(card=CARD)),
            "responses": response_of(obj(id=TEXT)),
        }
    }
    report = imported(tmp_path, changed(**{"/things": item}))

    assert nested(report) == [
        "0 of 1 nested objects have an exact type.",
        "untyped:  desk, createThing.card: it is sent as JSON text in a form",
    ]


def test_descriptions_of_objects_are_copied_when_they_are_asked_for(tmp_path: Path) -> None:
    naming = PlainNaming()
    naming.descriptions = True
    card = {**CARD, "description": 'A """card""".'}
    imported(tmp_path, fetched({"card": reference("Card")}, {"Card": card}), naming)

    assert "class Card(Model):\n    \"\"\"A '''card'''.\"\"\"\n" in text_of(tmp_path, "thing.py")
