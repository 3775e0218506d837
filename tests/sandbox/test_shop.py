"""The sandbox of an API that is not Twilio's: nothing of one vendor is in it."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from restmap import (
    ConfigurationError,
    ConflictError,
    DeclarationError,
    Domain,
    NotFoundError,
    Paging,
    Params,
    Request,
    Resource,
    Response,
    Version,
    collection,
    deferred,
    version,
)
from restmap.sandbox import Refusal, Rules, Sandbox, SandboxCall

from .shop import (
    Colour,
    CountedPage,
    Main,
    Pair,
    Report,
    Review,
    Shop,
    ShopClient,
    Size,
    Slot,
    Thing,
)

ROOT = "https://shop.example/api/main"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox("tests.sandbox.shop")
    yield sandbox
    sandbox.stop()


@pytest.fixture
def shop(sandbox: Sandbox) -> Any:
    return ShopClient(transport=sandbox, drift="error").shop.main


def ask(sandbox: Sandbox, method: str, path: str, body: Any = None, **headers: str) -> Response:
    given = {"Authorization": "Bearer open sesame", "Content-Type": "application/json", **headers}
    sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    return sandbox.handle(Request(method, ROOT + path, given, sent))


def test_what_a_field_has_when_nobody_gave_it(shop: Any) -> None:
    thing = shop.things.create(name="cup")
    fields = json.loads(thing.to_json())
    today = fields["createdAt"][:10]
    assert fields == {
        "id": 1,
        "name": "cup",
        "nickName": None,
        "price": "0",
        "rating": 0.0,
        "tags": [],
        "size": {"width": 0, "unit": ""},
        "colour": "red",
        "kind": "plain",
        "madeOn": today,
        "available": False,
        "notes": {},
        "extra": None,
        "url": f"{ROOT}/things/1#own",
        "createdAt": fields["createdAt"],
    }


def test_what_was_given_comes_back_as_the_field_has_it(shop: Any) -> None:
    given = {
        "price": Decimal("12.50"),
        "tags": ["a", "b"],
        "size": Size(3, "cm"),
        "colour": Colour.BLUE,
        "available": True,
        "nick_name": "mug",
    }
    thing = shop.things.create(name="cup", count=5, trace="abc", **given)
    assert {name: getattr(thing, name) for name in given} == given
    assert shop.things(1).fetch().to_json() == thing.to_json()
    changed = thing.update(price=Decimal(13), nick_name=None)
    assert (changed.price, changed.nick_name, changed.colour) == (Decimal(13), None, Colour.BLUE)


def test_records_inside_a_record(shop: Any) -> None:
    thing = shop.things.create(name="cup", reviews=[{"text": "good"}, {"text": "blue"}])
    found = [(each.thing_id, each.review_id, each.text) for each in thing.reviews.list()]
    assert found == [(1, 2, "good"), (1, 3, "blue")]


def test_a_resource_of_which_there_is_one(shop: Any) -> None:
    thing = shop.things.create(name="cup")
    assert thing.settings().fetch().colour == Colour.BLUE
    assert thing.settings().update(colour=Colour.RED).colour == Colour.RED
    assert thing.settings().fetch().colour == Colour.RED
    with pytest.raises(NotFoundError):
        shop.things(99).settings().fetch()


def test_keys_that_the_caller_chooses(shop: Any) -> None:
    shop.pairs.create(left="a:b", right="c/d")
    assert shop.pairs("a:b", "c/d").fetch().right == "c/d"
    with pytest.raises(ConflictError, match="Pair with right 'c/d' already exists"):
        shop.pairs.create(left="a:b", right="c/d")


def test_actions_respond_with_something_of_their_type(shop: Any) -> None:
    thing = shop.things.create(name="cup")
    assert thing.polish(hard=True).name == "cup"
    assert thing.weigh() == 0
    assert thing.drop() is True
    judged = thing.judge(verdict={"good": True})
    assert (type(judged), judged.text) == (Review, "")
    with pytest.raises(NotFoundError):
        shop.things(99).drop()


def test_pages_of_an_own_type(shop: Any) -> None:
    for number in range(7):
        shop.things.create(name=f"t{number}", colour=Colour.BLUE if number % 2 else Colour.RED)
    page = shop.things.page()
    bodies = []
    while page is not None:
        body = json.loads(page.response.body)
        bodies.append((body["found"], body["more"], [each["name"] for each in body["list"]]))
        page = page.next_page()
    assert bodies == [
        (7, f"{ROOT}/things?page=2&per=2", ["t0", "t1"]),
        (7, f"{ROOT}/things?page=3&per=2", ["t2", "t3"]),
        (7, f"{ROOT}/things?page=4&per=2", ["t4", "t5"]),
        (7, None, ["t6"]),
    ]
    assert len(shop.things.page(page_size=100)) == 3


def test_filters_select_and_survive_to_every_page(shop: Any) -> None:
    for number in range(7):
        shop.things.create(name=f"t{number}", colour=Colour.BLUE if number % 2 else Colour.RED)
    red = shop.things.list(colour=Colour.RED, available=False)
    assert [each.name for each in red] == ["t0", "t2", "t4", "t6"]
    assert shop.things.list(available=True) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"{", "The body is not JSON."),
        (b"[" * 100_000, "The body is not JSON."),
        ([], "The body is not a JSON object."),
        ({}, "Missing required parameter name."),
        (None, "Missing required parameter name."),
        ({"name": 5}, "Invalid value 5 for the parameter name: expected text."),
        ({"name": None}, "Invalid value null for the parameter name: it may not be null."),
        ({"name": "a", "count": "5x"}, 'Invalid value "5x" for the parameter count: '
         "expected a whole number."),
        ({"name": "a", "available": 1}, "Invalid value 1 for the parameter available: "
         "expected true or false."),
        ({"name": "a", "colour": "green"}, 'Invalid value "green" for the parameter colour: '
         "expected one of 'red', 'blue'."),
        ({"name": "a", "price": "much"}, 'Invalid value "much" for the parameter price: '
         "expected a Decimal."),
        ({"name": "a", "size": 5}, "Invalid value 5 for the parameter size: "
         "expected a JSON object."),
        ({"name": "a", "reviews": [{}]}, "Missing required parameter text."),
        # In a form, one value stands for a list of one; in JSON, a list is a list.
        ({"name": "a", "reviews": {}}, "Invalid value {} for the parameter reviews: "
         "expected a list."),
    ],
)  # fmt: skip
def test_what_a_json_body_refuses(sandbox: Sandbox, body: Any, message: str) -> None:
    response = ask(sandbox, "POST", "/things", body)
    assert (response.status, json.loads(response.body)) == (400, {"error": message})


def test_a_body_that_is_one_argument(sandbox: Sandbox, shop: Any) -> None:
    shop.things.create(name="cup")
    missing = ask(sandbox, "POST", "/things/1/judge")
    assert json.loads(missing.body) == {"error": "Missing required parameter verdict."}
    wrong = ask(sandbox, "POST", "/things/1/judge", [])
    message = "Invalid value [] for the parameter verdict: expected a JSON object."
    assert json.loads(wrong.body) == {"error": message}


def test_a_query_with_unknown_names_is_refused(sandbox: Sandbox) -> None:
    response = ask(sandbox, "GET", "/things?labels=a,b&meta.x=1&metax=2&colour=red")
    assert json.loads(response.body) == {"error": "Unknown parameter metax."}


def test_own_rules(sandbox: Sandbox) -> None:
    response = ask(sandbox, "GET", "/things", Authorization="Bearer closed")
    assert response.status == 401
    assert json.loads(response.body) == {"error": "The credentials are missing or wrong."}


def test_the_general_rules() -> None:
    sandbox = Sandbox(Shop, rules=Rules(), account="a", token="b")
    refused = ask(sandbox, "GET", "/nothing", Authorization="Basic YTpi")
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert json.loads(refused.body) == {
        "title": "Not Found",
        "status": 404,
        "detail": "The requested resource /api/main/nothing was not found.",
    }
    made = ask(sandbox, "POST", "/things", {"name": "cup"}, Authorization="Bearer b")
    assert made.status == 201
    assert json.loads(made.body)["url"] == f"{ROOT}/things/1"
    with sandbox:
        assert sandbox.usage() == f"  curl --user a:b {sandbox.url}/api/main/things"


# -- a user's own functions -----------------------------------------------------------------


def test_an_operation_is_overridden(sandbox: Sandbox, shop: Any) -> None:
    calls: list[SandboxCall] = []

    @sandbox.override(Thing, "create")
    def create(call: SandboxCall) -> Any:
        calls.append(call)
        if call.arguments["name"] == "bad":
            raise Refusal(402, "Pay first.")
        return call.run_default()

    @sandbox.override(Thing, "weigh")
    def weigh(call: SandboxCall) -> Response:
        return Response(200, {}, str(len(call.record["name"])).encode())

    @sandbox.override(Thing, "delete")
    def delete(call: SandboxCall) -> None:
        """It stays."""

    @sandbox.override(Thing, "fetch")
    def fetch(call: SandboxCall) -> Any:
        return {**call.record, "nickName": call.path["id"]}

    thing = shop.things.create(name="cup", price=Decimal("1.5"))
    assert (calls[0].operation, calls[0].resource, calls[0].path) == ("create", Thing, {})
    assert calls[0].arguments == {"name": "cup", "price": Decimal("1.5")}
    assert thing.weigh() == 3
    assert thing.delete() is True
    assert thing.fetch().nick_name == "1"
    assert json.loads(ask(sandbox, "POST", "/things", {"name": "bad"}).body) == {
        "error": "Pay first."
    }
    # What cannot be read does not come to the function.
    assert ask(sandbox, "POST", "/things", {}).status == 400
    assert len(calls) == 2


def test_what_a_function_returns_is_stored_and_what_it_saves(sandbox: Sandbox, shop: Any) -> None:
    @sandbox.override(Thing, "create")
    def create(call: SandboxCall) -> Any:
        if call.arguments["name"] == "cup":
            return {**cast("Any", call.run_default()), "nickName": "from the default"}
        return {"name": "jug", "nickName": "without it"}

    @sandbox.override(Thing, "update")
    def update(call: SandboxCall) -> Any:
        return {**call.record, "nickName": "updated"}

    @sandbox.override(Thing, "polish")
    def polish(call: SandboxCall) -> Any:
        return call.save(nick_name="polished")

    @sandbox.override(Thing, "weigh")
    def weigh(call: SandboxCall) -> Any:
        call.save(nick_name="weighed")
        return Response(200, {}, b"5")

    cup, jug = shop.things.create(name="cup"), shop.things.create(name="any")
    assert cup.fetch().nick_name == "from the default"
    assert (jug.name, jug.fetch().nick_name) == ("jug", "without it")
    assert [each.name for each in shop.things] == ["cup", "jug"]
    assert cup.update().nick_name == cup.fetch().nick_name == "updated"
    assert cup.polish().nick_name == cup.fetch().nick_name == "polished"
    assert cup.weigh() == 5
    assert cup.fetch().nick_name == "weighed"


def test_a_function_cannot_save_what_is_no_field(sandbox: Sandbox, shop: Any) -> None:
    cup = shop.things.create(name="cup")
    for name, method in (("update", SandboxCall.save), ("create", SandboxCall.create)):
        sandbox.override(Thing, name)(lambda call, method=method: method(call, nickname="x"))
    for send in (cup.update, lambda: shop.things.create(name="jug")):
        with pytest.raises(ConfigurationError) as refused:
            send()
        assert str(refused.value).splitlines()[0] == "Thing has no field 'nickname'."


def test_a_function_that_fails_takes_back_what_it_did(sandbox: Sandbox, shop: Any) -> None:
    @sandbox.override(Thing, "create")
    def create(call: SandboxCall) -> Any:
        call.run_default()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shop.things.create(name="cup")
    assert shop.things.list() == []


def test_a_function_may_use_the_sandbox_itself(sandbox: Sandbox, shop: Any) -> None:
    @sandbox.override(Thing, "polish")
    def polish(call: SandboxCall) -> Any:
        shop.things(call.path["id"]).update(nick_name="shiny")
        return call.run_default()

    assert shop.things.create(name="cup").polish().nick_name == "shiny"


def test_only_what_is_served_can_be_overridden(sandbox: Sandbox) -> None:
    class Other(Resource, uri="/others/{id}"):
        id: str

    with pytest.raises(ConfigurationError) as refused:
        sandbox.override(Other, "fetch")
    assert (
        str(refused.value) == "Other is not served here.\n"
        "  Give a resource that is mounted in what the sandbox serves."
    )
    with pytest.raises(ConfigurationError, match=r"^'things' is not served here\."):
        sandbox.records("things")  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError) as refused:
        sandbox.override(Pair, "fech")
    assert str(refused.value) == (
        "Pair has no operation 'fech'.\n  Operations: create, fetch. Did you mean 'fetch'?"
    )


def test_records_are_added_without_a_request(sandbox: Sandbox, shop: Any) -> None:
    report = sandbox.add(Report, title="Sales")
    assert report["id"].startswith("R-")
    assert [each.title for each in shop.reports.list()] == ["Sales"]
    assert shop.reports(report["id"]).fetch().title == "Sales"


def test_what_cannot_be_added(sandbox: Sandbox) -> None:
    with pytest.raises(ConfigurationError, match="the path value 'thing_id' is missing"):
        sandbox.add(Review, text="x")
    for resource, values, message in (
        (
            Review,
            {"thing_id": 5, "text": "x"},
            "Review cannot be added: The requested resource /api/main/things/5 was not found.\n"
            "  Add its parent first, and give the fields values of their types.",
        ),
        (
            Thing,
            {"id": "one"},
            'Thing cannot be added: Invalid value "one" for the parameter id: expected a whole '
            "number.\n"
            "  Add its parent first, and give the fields values of their types.",
        ),
        (
            Report,
            {"titel": "x"},
            "Report has no field 'titel'.\n  Fields: id, title. Did you mean 'title'?",
        ),
    ):
        with pytest.raises(ConfigurationError) as refused:
            sandbox.add(resource, **values)
        assert str(refused.value) == message


def test_a_function_that_responds_with_what_json_cannot_hold(sandbox: Sandbox, shop: Any) -> None:
    sandbox.override(Report, "fetch")(lambda _: {"title": date(2026, 1, 1)})
    with pytest.raises(ConfigurationError) as refused:
        shop.reports("R-1").fetch()
    assert str(refused.value) == (
        "Report.Fetch returned what JSON cannot hold: "
        "Object of type date is not JSON serializable.\n"
        "  Return text, numbers, booleans, None, and lists and dicts of them."
    )


def test_a_resource_of_a_users_own_is_mounted(sandbox: Sandbox) -> None:
    class Note(Resource, uri="/things/{thing_id}/notes/{id}", body="json", page=CountedPage):
        thing_id: int
        id: str
        text: str

        class Create(Params):
            text: str = ""

        class List(Paging): ...

    class Tag(Resource, uri="/tags/{id}", body="json", page=CountedPage):
        id: str

        class List(Paging): ...

    sandbox.mount("thing_notes", Note, under=Thing)
    sandbox.mount("tags", Tag, under=Main)
    client = ShopClient(transport=sandbox)
    thing = client.shop.main.things.create(name="cup")
    notes: Any = collection(Note).under(thing)
    notes.create()
    assert len(notes.list()) == 1
    tags: Any = collection(Tag).under(client.shop.main)
    assert tags.list() == []
    with pytest.raises(DeclarationError, match="Note cannot be mounted under Main"):
        sandbox.mount("notes", Note, under=Main)
    with pytest.raises(ConfigurationError, match="Tag is not served here"):
        Sandbox(Shop).mount("notes", Note, under=Tag)


# -- what is served -------------------------------------------------------------------------


class Elsewhere(Domain, host="elsewhere.example"):
    main = version(Main)


class Ruled(Domain, host="ruled.example"):
    sandbox_rules = Rules


class Late(Version):
    things = collection(deferred("tests.sandbox.shop:Review"))


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ("no.such.module", "there is no module 'no'.\n"
         "  Write the name as in an import statement: resources.desk."),
        ("tests.nothing", "there is no module 'tests.nothing'."
         "\n  Write the name as in an import statement: resources.desk."),
        ("", "'' is not the name of a module.\n"
         "  Write the name as in an import statement: resources.desk."),
        (".x", "'.x' is not the name of a module.\n"
         "  Write the name as in an import statement: resources.desk."),
        ("restmap.errors", "restmap.errors declares nothing to serve."
         "\n  Name a module with a Domain, a Version or a Client in it, or such a class."),
        (int, "int declares nothing to serve."
         "\n  Name a module with a Domain, a Version or a Client in it, or such a class."),
    ],
)  # fmt: skip
def test_what_cannot_be_served(declared: Any, message: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        Sandbox(declared)
    assert str(refused.value) == message


def test_a_module_whose_own_import_fails_says_so(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_made_api.py").write_text("import not_installed_anywhere\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="not_installed_anywhere"):
        Sandbox("half_made_api")


def test_rules_that_differ_have_to_be_chosen() -> None:
    with pytest.raises(ConfigurationError) as refused:
        Sandbox(Shop, Ruled)
    assert str(refused.value) == (
        "the domains name different rules: Rules, ShopRules.\n"
        "  Choose one of them: Sandbox(…, rules=…)."
    )
    Sandbox(Shop, Ruled, rules=Rules()).stop()


def test_a_deferred_mount_that_does_not_fit() -> None:
    with pytest.raises(DeclarationError, match="Review cannot be mounted under Late"):
        Sandbox(Late)


def test_domains_with_the_same_paths_are_told_apart_by_host() -> None:
    sandbox = Sandbox(Shop, Elsewhere)
    auth = {"Authorization": "Bearer open sesame", "Content-Type": "application/json"}

    def count(host: str) -> Any:
        return sandbox.handle(Request("GET", f"https://{host}/api/main/things", auth))

    body = b'{"name": "cup"}'
    sandbox.handle(Request("POST", "https://elsewhere.example/api/main/things", auth, body))
    assert json.loads(count("shop.example").body)["found"] == 0
    assert json.loads(count("elsewhere.example").body)["found"] == 1
    unclear = count("127.0.0.1")
    assert unclear.status == 421
    assert json.loads(unclear.body) == {
        "error": "Several domains have the path /api/main/things: "
        "elsewhere.example, shop.example. Serve one of them."
    }
    sandbox.stop()


def test_the_first_segment_of_a_path_may_name_the_host() -> None:
    sandbox = Sandbox(Shop, Elsewhere)
    auth = {"Authorization": "Bearer open sesame", "Content-Type": "application/json"}
    here, there = (
        f"http://127.0.0.1:8080/{host}" for host in ("shop.example", "elsewhere.example")
    )

    def send(method: str, url: str, body: bytes | None = None) -> Any:
        return json.loads(sandbox.handle(Request(method, url, auth, body)).body)

    for name in (b"cup", b"jug", b"pot"):
        send("POST", f"{there}/api/main/things", b'{"name": "%b"}' % name)
    assert send("GET", f"{here}/api/main/things")["found"] == 0
    page = send("GET", f"{there}/api/main/things")
    assert page["found"] == 3
    assert page["more"].startswith(f"{there}/api/main/things?")
    assert [each["name"] for each in send("GET", page["more"])["list"]] == ["pot"]
    assert page["list"][0]["url"].startswith(f"{there}/api/main/things/")
    assert "error" in send("GET", "http://127.0.0.1:8080/other.example/api/main/things")
    sandbox.stop()


# -- collections by key -----------------------------------------------------------------------


def test_each_collection_by_key_has_its_own_records(sandbox: Sandbox, shop: Any) -> None:
    there = shop.slots("north", 1)
    first = there.create(text="first")
    other = shop.slots("north", 2).create(text="other")
    sandbox.add(Slot, hall="north", floor=1, slot_id=70, text="added")

    assert (first.hall, first.floor, first.text) == ("north", 1, "first")
    assert [each.text for each in there] == ["first", "added"]
    assert shop.slots("north", 2).list() == [other]
    assert shop.slots("south", 1).list() == []
    assert there(70).fetch().text == "added"
    with pytest.raises(NotFoundError):
        shop.slots("north", 2)(70).fetch()

    assert there(first.slot_id).delete()
    assert [each.text for each in there] == ["added"]
