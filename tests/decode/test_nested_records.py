"""Nested records: resources inside of fields, models and results, with their verbs."""

from __future__ import annotations

import pickle
import sys
import textwrap
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, strategies as st

from restmap import (
    ArrayPage,
    BearerAuth,
    Client,
    DeclarationError,
    Model,
    Paging,
    Params,
    Resource,
    Response,
    ResponseError,
    Returns,
    action,
    camel_case,
    collection,
    deferred,
    field,
)
from restmap.openapi.document import openapi_documents
from restmap.sandbox import Sandbox
from tests.support import ROOT, Served, json_response


class Region(Resource, uri="/regions/{slug}", field_names=camel_case):
    slug: str
    short_name: str | None

    class Fetch(Params): ...


class Image(Resource, uri="/images/{id}"):
    kind: Literal["image"]
    id: int
    home: Region | None

    class Fetch(Params): ...


class Disk(Resource, uri="/disks/{id}"):
    kind: Literal["disk"]
    id: int
    size: int

    class Fetch(Params): ...


class Label(Model):
    text: str
    kind: Literal["label"] = "label"


class Part(Model):
    image: Image
    others: list[Image] = field(factory=list)
    by_name: dict[str, Region] = field(factory=dict)
    source: Image | Disk | Label | None = None
    tagged: Image | Disk | None = field(tagged_by="kind", default=None)
    inner: Part | None = None


class Kernel(Resource, uri="/machines/{machine_id}/kernels/{id}"):
    machine_id: int
    id: int

    class Fetch(Params): ...


class Machine(Resource, uri="/machines/{id}", body="json", page=ArrayPage("machines")):
    id: int
    part: Part
    image: Image | str | None
    kernel: Kernel | None

    class List(Paging): ...

    class Fetch(Params): ...

    class Update(Params):
        part: Part

    class Rebuild(Params, uri="/rebuild"): ...

    rebuild = action(Rebuild, returns=Part)


IMAGE = {"kind": "image", "id": 3, "home": {"slug": "ams", "shortName": "A"}}


def part_of(**members: Any) -> Any:
    """The part of a fetched machine."""
    served = Served(json_response({"id": 1, "part": {"image": IMAGE, **members}}))
    return served.mount(Machine)(1).fetch().part


def test_a_member_of_a_model_is_a_record_with_verbs() -> None:
    served = Served(
        json_response({"id": 1, "part": {"image": IMAGE}}), json_response({"slug": "ams"})
    )
    part = served.mount(Machine)(1).fetch().part

    assert (part.image.id, part.image.home.short_name) == (3, "A")
    assert part.image.home.fetch().slug == "ams"
    assert served.urls[-1] == f"{ROOT}/regions/ams"
    assert repr(part).startswith("Part(image=Image(id=3, kind='image', home=Region(")


def test_records_in_lists_maps_and_models_of_a_model() -> None:
    part = part_of(
        others=[IMAGE, {**IMAGE, "id": 4}],
        by_name={"a": {"slug": "ams"}},
        inner={"image": {**IMAGE, "id": 5}},
    )

    assert [each.id for each in part.others] == [3, 4]
    assert part.by_name["a"].slug == "ams"
    assert part.inner.image.id == 5


@pytest.mark.parametrize(
    ("received", "kind"),
    [
        ({"kind": "image", "id": 1, "home": None}, Image),
        ({"kind": "disk", "id": 1, "size": 2}, Disk),
        ({"kind": "disk", "id": 1}, Disk),
        ({"text": "a"}, Label),
        ({"kind": "label", "text": "a"}, Label),
        (None, type(None)),
        ("text", str),
    ],
)
def test_the_member_of_a_union_that_loses_least(received: Any, kind: type) -> None:
    assert type(part_of(source=received).source) is kind


@pytest.mark.parametrize(
    ("received", "kind"),
    [
        ({"kind": "image", "id": 1, "size": 2}, Image),
        ({"kind": "disk"}, Disk),
        ({"kind": "tape"}, dict),
        ({"id": 1, "size": 2}, Disk),
    ],
)
def test_a_tag_tells_resources_apart(received: Any, kind: type) -> None:
    assert type(part_of(tagged=received).tagged) is kind


def test_what_does_not_fit_is_kept() -> None:
    part = part_of(image="img-1", others=[5, IMAGE])

    assert part.image == "img-1"
    assert (part.others[0], part.others[1].id) == (5, 3)


def test_the_result_of_an_action_shares_the_path_of_its_handle() -> None:
    served = Served(
        json_response({"image": IMAGE}),
        json_response({"id": 7, "part": {"image": IMAGE}, "kernel": {"id": 9}}),
        json_response({"id": 9}),
    )
    machines = served.mount(Machine)
    assert machines(7).rebuild().image.id == 3
    machines(7).fetch().kernel.fetch()
    assert served.urls[-1] == f"{ROOT}/machines/7/kernels/9"


class Album(Resource, uri="/albums/{id}"):
    id: str

    class Fetch(Params): ...


class Track(Resource, uri="/albums/{id}/tracks/{number}"):
    id: str
    number: int

    class Fetch(Params): ...


class Artist(Resource, uri="/artists/{id}"):
    id: str
    best: Track

    class Fetch(Params): ...


def test_the_key_of_a_holder_is_not_the_key_of_another_resource() -> None:
    served = Served(json_response({"id": "a", "best": {"number": 1}}))
    best = served.mount(Artist)("a").fetch().best

    with pytest.raises(AttributeError):
        _ = best.id


def test_a_model_with_records_is_compared_copied_and_pickled() -> None:
    part = part_of(others=[IMAGE])
    restored = pickle.loads(pickle.dumps(part))

    assert restored == part
    assert restored.others[0].home.slug == "ams"


def test_drift_inside_of_a_record_of_a_model_is_that_of_its_resource() -> None:
    served = Served(json_response({"id": 1, "part": {"image": {**IMAGE, "x": 1}}}), drift="error")

    with pytest.raises(ResponseError) as caught:
        served.mount(Machine)(1).fetch()
    assert str(caught.value).splitlines()[0] == (
        "the response has a field 'x' that is not declared."
    )


def test_a_model_with_a_record_is_sent_as_it_was_received() -> None:
    served = Served(json_response({"id": 1, "part": {"image": IMAGE}}), json_response({"id": 1}))
    machine = served.mount(Machine)(1).fetch()
    machine.update(part=machine.part)

    assert served.requests[-1].body == (
        b'{"part":{"image":{"kind":"image","id":3,"home":{"slug":"ams","shortName":"A"}},'
        b'"others":[],"by_name":{}}}'
    )


def test_a_dict_in_place_of_a_record_is_checked() -> None:
    served = Served(json_response({"id": 1}))
    with pytest.raises(Exception, match=r"'part.image.idd' is not a member of Image") as caught:
        served.mount(Machine)(1).update(part={"image": {"idd": 1, "kind": "image"}})
    assert "the parameter 'part.image.id' is missing." in str(caught.value)


def test_a_handle_is_not_sent() -> None:
    served = Served()
    handle = served.mount(Image)(3)
    with pytest.raises(Exception, match="expected a Image that was fetched, or a dict"):
        served.mount(Machine)(1).update(part={"image": handle})


class Digits(Model):
    machine: Priced


class Priced(Resource, uri="/priced/{id}"):
    id: int
    price: Decimal


class Invoice(Resource, uri="/invoices/{id}"):
    id: int
    digits: Digits | None

    class Fetch(Params): ...


def test_decimals_in_nested_records_have_their_digits() -> None:
    body = b'{"id": 1, "digits": {"machine": {"id": 2, "price": 0.1234567890123456789}}}'
    invoice = Served(Response(200, body=body)).mount(Invoice)(1).fetch()

    assert invoice.digits.machine.price == Decimal("0.1234567890123456789")


@given(
    st.recursive(st.none(), lambda inner: st.builds(lambda a, b: {"a": a, "b": b}, inner, inner))
)
def test_models_and_records_in_each_other_at_any_depth(tree: Any) -> None:
    """Every object of a tree is read as what its level is, and holds what it held."""

    def described(node: Any) -> Any:
        if node is None:
            return None
        return {"image": IMAGE, "inner": described(node["a"])}

    def read(part: Any) -> Any:
        assert part is None or type(part.image) is Image
        return None if part is None else {"image": IMAGE, "inner": read(part.inner)}

    members = described(tree) or {"image": IMAGE, "inner": None}
    assert read(part_of(**members)) == members


# -- between modules ------------------------------------------------------------------------------

MODULES = {
    "halls": """
        from __future__ import annotations
        from typing import TYPE_CHECKING
        from restmap import ArrayPage, Model, Paging, Params, Resource, Returns, action, deferred

        if TYPE_CHECKING:
            from .seats import Seat
        else:
            Seat = deferred(".seats:Seat", __package__)

        class Plan(Model):
            seats: list[Seat]

        class Hall(Resource, uri="/halls/{id}", page=ArrayPage("halls")):
            id: int
            best: Seat | None
            plan: Plan | None

            class List(Paging): ...
            class Fetch(Params): ...
            class Delete(Params, Returns[Seat | None]): ...
            class Pick(Params): ...
            class Find(Params, method="GET"): ...
            class Look(Params, Returns[Plan | list[Seat]]): ...

            pick = action(Pick, returns=Seat)
            find = action(Find, returns=list[Seat])
            look = action(Look)
    """,
    "seats": """
        from __future__ import annotations
        from decimal import Decimal
        from typing import TYPE_CHECKING
        from restmap import Params, Resource, deferred

        if TYPE_CHECKING:
            from .halls import Hall
        else:
            Hall = deferred(".halls:Hall", __package__)

        class Seat(Resource, uri="/halls/{hall_id}/seats/{number}", item="seat", items="seats"):
            hall_id: int
            number: int
            price: Decimal | None
            hall: Hall | None

            class Fetch(Params): ...
    """,
}


@pytest.fixture
def halls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of halls, which does not import that of seats."""
    package = tmp_path / "theatre"
    package.mkdir()
    (package / "__init__.py").touch()
    for name, text in MODULES.items():
        (package / f"{name}.py").write_text(textwrap.dedent(text))
    monkeypatch.syspath_prepend(tmp_path)
    import importlib

    yield importlib.import_module("theatre.halls")
    for name in [each for each in sys.modules if each.partition(".")[0] == "theatre"]:
        del sys.modules[name]


def test_resources_of_modules_that_refer_to_each_other(halls: Any) -> None:
    seat = {"number": 3, "hall": {"id": 1}}
    served = Served(json_response({"id": 1, "best": seat, "plan": {"seats": [seat]}}))
    hall = served.mount(halls.Hall)(1).fetch()

    assert "theatre.seats" not in sys.modules
    assert (hall.best.number, type(hall.best.hall)) == (3, halls.Hall)
    assert hall.plan.seats[0].hall.id == 1


@pytest.mark.parametrize(
    ("number", "price", "module_is_imported"),
    [("1.5", Decimal("1.5"), False), ("1.50", Decimal("1.50"), False)],
)
def test_digits_of_a_class_that_was_not_imported(
    halls: Any, number: str, price: Decimal, module_is_imported: bool
) -> None:
    body = f'{{"id": 1, "best": {{"number": 3, "price": {number}}}}}'.encode()
    hall = Served(Response(200, body=body)).mount(halls.Hall)(1).fetch()

    assert ("theatre.seats" in sys.modules) is module_is_imported
    assert str(hall.best.price) == str(price)


def test_results_of_a_class_that_is_imported_on_first_use(halls: Any) -> None:
    served = Served(
        json_response({"seat": {"number": 3}}),
        json_response({"seats": [{"number": 4}]}),
        json_response({"number": 5}),
        json_response([{"number": 6}]),
        json_response({"seat": {"number": 3}}),
    )
    hall = served.mount(halls.Hall)(1)
    assert "theatre.seats" not in sys.modules

    picked = hall.pick()
    assert (type(picked).__name__, picked.number) == ("Seat", 3)
    assert [each.number for each in hall.find()] == [4]
    assert hall.delete().number == 5
    assert [each.number for each in hall.look()] == [6]
    picked.fetch()
    assert served.urls[-1] == f"{ROOT}/halls/1/seats/3"


class NoResource(Model):
    text: str


class Wrong(Resource, uri="/wrong/{id}"):
    id: int

    class Pick(Params): ...

    pick = action(Pick, returns=deferred(f"{__name__}:NoResource"))


def test_a_deferred_result_that_is_no_resource_is_refused() -> None:
    with pytest.raises(DeclarationError) as caught:
        Served(json_response({})).mount(Wrong)(1).pick()
    assert str(caught.value).splitlines()[:2] == [
        f"the deferred class that it returns is not a resource: {NoResource!r}.",
        "  Import it, if it is another class: only resources may be deferred in returns=.",
    ]


# -- in what is derived ---------------------------------------------------------------------------


class Shop(Client, host="api.shop.example"):
    machines = collection(Machine)


def test_the_sandbox_makes_the_records_inside_of_models() -> None:
    sandbox = Sandbox(Shop)
    sandbox.add(Machine, id=1)
    shop = Shop(auth=BearerAuth(sandbox.token), transport=sandbox, drift="error")

    part = shop.machines(1).rebuild()
    assert (part.image.kind, part.image.id, part.image.home) == ("image", 0, None)


def test_a_document_refers_to_the_record() -> None:
    (document,) = openapi_documents(Shop).values()
    members = document["components"]["schemas"]["Part"]["properties"]

    assert members["image"] == {"$ref": "#/components/schemas/Image"}
    assert members["tagged"] == {
        "anyOf": [
            {
                "oneOf": [
                    {"$ref": "#/components/schemas/Image"},
                    {"$ref": "#/components/schemas/Disk"},
                ],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {
                        "image": "#/components/schemas/Image",
                        "disk": "#/components/schemas/Disk",
                    },
                },
            },
            {"type": "null"},
        ]
    }


class Order(Resource, uri="/orders/{id}"):
    id: int

    class Pay(Params, Returns[Image | None]): ...

    pay = action(Pay)


def test_a_result_that_may_be_none() -> None:
    served = Served(json_response(IMAGE), Response(200, body=b"null"))
    order = served.mount(Order)(1)
    assert order.pay().id == 3
    assert order.pay() is None
