"""`restmap call`: operations of a served shop, over HTTP."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from restmap import Request, Response
from restmap.sandbox import Sandbox

from .conftest import SHOP, Run, add_orders
from .shop import Order, Place


def body_of(request: Request) -> Any:
    assert isinstance(request.body, bytes)
    return json.loads(request.body)


def test_an_order_is_placed_and_printed_as_json(run: Run, sandbox: Sandbox) -> None:
    status, out, err = run("call", SHOP, "orders.create", "--note", "Ring twice")

    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "id": 1, "note": "Ring twice", "state": "open", "total": None, "placed_at": None,
        "express": None, "count": None, "address": None, "tags": None, "output": None,
    }  # fmt: skip
    (request,) = sandbox.requests
    assert body_of(request) == {"note": "Ring twice", "state": "open"}


@pytest.mark.parametrize(
    ("options", "sent"),
    [
        (["--express", "true"], {"express": True}),
        (["--count", "7"], {"count": 7}),
        (["--total", "0.10"], {"total": "0.10"}),
        (["--placed-at", "2026-11-24"], {"placedAt": "2026-11-24T00:00:00Z"}),
        (["--placed-at", "2026-11-24T12:00:00+02:00"], {"placedAt": "2026-11-24T10:00:00Z"}),
        (["--tags", "a", "--tags", "b"], {"tags": ["a", "b"]}),
        (["tags=a", "--tags", "b"], {"tags": ["b", "a"]}),
        (["--tags:=[\"a\"]"], {"tags": ["a"]}),
        (["tags:=[]"], {"tags": []}),
        (["--address", '{"street": "Main St"}'], {"address": {"street": "Main St"}}),
        (["address:={\"street\": \"x\", \"city\": null}"],
         {"address": {"street": "x", "city": None}}),
        (["--state", "lost"], {"state": "lost"}),  # the API may have added a value
        (["output=text"], {"output": "text"}),  # --output is the format of the output
        (["placed-at=2026-11-24"], {"placedAt": "2026-11-24T00:00:00Z"}),
        (["placedAt=2026-11-24"], {"placedAt": "2026-11-24T00:00:00Z"}),
        (["tags=a=b"], {"tags": ["a=b"]}),
        (["tags:=\"a\"", "note:=\"@home\""], None),
    ],
)  # fmt: skip
def test_values_are_of_the_declared_types(
    options: list[str], sent: dict[str, Any] | None, run: Run, sandbox: Sandbox
) -> None:
    status, _, err = run("call", SHOP, "orders.create", "note=n", *options)

    if sent is None:
        assert status == 2
        assert err == (
            "restmap call: --note cannot be '\"@home\"': it is given twice. Give it once.\n"
        )
        assert sandbox.requests == []
        return
    body = body_of(sandbox.requests[-1])
    assert {name: body.get(name) for name in sent} == sent


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["orders", "7", "fetch"], "/orders/7"),
        (["orders.fetch", "--id", "7"], "/orders/7"),
        (["orders", "fetch", "--id", "7"], "/orders/7"),
        (["orders(7).fetch"], "/orders/7"),
        (["client.orders('7').fetch"], "/orders/7"),
        (["client.orders(id).fetch", "--id", "7"], "/orders/7"),
        (["orders", "a b/c", "fetch"], "/orders/a%20b%2Fc"),
        (["orders", "fetch.me", "fetch"], "/orders/fetch.me"),
        (["orders", "7", "lines", "8", "fetch"], "/orders/7/lines/8"),
        (["orders(order_id)", "lines(number).fetch", "--order-id", "7", "--number", "8"],
         "/orders/7/lines/8"),
        (["lines.fetch", "--order-id=7", "--number=8"], "/orders/7/lines/8"),
        (["lines", "8", "fetch", "--order-id=7"], "/orders/7/lines/8"),
        (["places", "A", "3", "fetch"], "/places/A/3"),
        (["places.fetch", "--shelf", "A", "--number", "3"], "/places/A/3"),
        (["client.places(shelf=A, number=3).fetch"], "/places/A/3"),
        (["Shop.orders", "7", "fetch"], "/orders/7"),
    ],
)  # fmt: skip
def test_keys_stand_where_they_stand_in_the_expression(
    words: list[str], path: str, run: Run, sandbox: Sandbox
) -> None:
    assert run("call", SHOP, *words)[0] == 4  # there is no such record
    assert sandbox.requests[-1].url == f"{sandbox.url}/v1{path}"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["order"], "tests.command_line.shop has no 'order'. It has: orders, places. "
                    "Did you mean 'orders'?"),
        (["orders", "7", "fetsh"], "client.orders(7) has no 'fetsh'. It has: attach, delete, "
                                   "fetch, lines, receipt, update. Did you mean 'fetch'?"),
        (["orders.fetch"], "the key --id is missing. Write --id VALUE, or the key after the name "
                           "that it belongs to."),
        (["orders.fetch", "--id", "1", "--id", "2"],
         "the key --id is given twice. Write --id VALUE, or the key after the name "
         "that it belongs to."),
        (["orders"], "client.orders is not an operation. Go on with one of: create, list, attach, "
                     "delete, fetch, lines, receipt, update."),
        (["places", "A"], "client.places(A) is not an operation. Go on with one of: fetch, "
                          "update."),
        (["orders.create", "x"], "'x' follows an operation, which has nothing below it. "
                                 "Write the values of parameters as --name VALUE, or name=VALUE."),
        (["orders.create"], "--note is missing. --help lists what it takes."),
        (["orders.create", "note=n", "colour=red"],
         "Order.Create has no parameter 'colour'. Parameters: address, card, count, express, note, "
         "output, placed_at, state, tags, total."),
        (["orders.create", "note=n", "--express", "yes"],
         "--express cannot be 'yes': it is true or false. Write one of them."),
        (["orders.create", "note=n", "--count", "1x"],
         "the parameter 'count' cannot be '1x': expected a whole number. Give a whole number. "
         "(Order.Create)"),
        (["orders.create", "note=n", "--total", "much"],
         "the parameter 'total' cannot be 'much': expected a Decimal. Give a Decimal. "
         "(Order.Create)"),
        (["orders.create", "note=n", "--placed-at", "soon"],
         "the parameter 'placed_at' cannot be 'soon': expected a datetime, or ISO 8601 text. "
         "Give a datetime, or ISO 8601 text. (Order.Create)"),
        (["orders.create", "note=n", "--address", "Main St"],
         "--address cannot be 'Main St': it is not JSON: "
         "Expecting value: line 1 column 1 (char 0). Write JSON, in quotes."),
        (["orders.create", "note=@no such file"],
         "--note cannot be '@no such file': No such file or directory. Give the path of a file."),
        (["orders.create", "--note", "n", "more"],
         "'more' is not a parameter. Write name=value, or name:=json; names of operations and "
         "keys come before the first option."),
        (["orders.create", "note=n", "card=@secret path"],
         "the value of --card cannot be read. --help says what it is."),
        (["orders", "1", "attach", "--scan", "scan.png"],
         "--scan cannot be 'scan.png': it is a file. "
         "Write @scan.png for a file, or - for standard input."),
        (["orders", "1", "attach", "--scan", "@scan.png"],
         "--scan cannot be '@scan.png': there is no such file. Give the path of a file."),
        (["orders", "..", "fetch"],
         "the key 'id' cannot be '..': '..' would address another resource. "
         "Give the key of one resource. (Order.Key)"),
        (["orders.list", "--fields", "colour"], "there is no field 'colour'. Fields: address, "
         "count, express, id, note, output, placed_at, state, tags, total."),
        (["orders", "1", "delete"], "a delete asks first, and there is no terminal. Write --yes."),
    ],
)  # fmt: skip
def test_a_mistake_is_said_in_one_line_and_nothing_is_sent(
    words: list[str],
    message: str,
    run: Run,
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if words[-1] != "colour":
        monkeypatch.chdir(tmp_path)
    else:
        sandbox.add(Order, note="n", state="open")
    status, out, err = run("call", SHOP, *words)

    assert (status, out, err) == (2, "", f"restmap call: {message}\n")
    if words[-1] != "colour":
        assert sandbox.requests == []


def test_names_in_several_places(run: Run) -> None:
    assert run("call", "resources.twilio", "channels.list") == (
        2,
        "",
        "restmap call: 'channels.list' is in 5 places: chat.v1.services.channels.list, "
        "chat.v2.services.channels.list, flex_api.v1.interaction.channels.list, "
        "ip_messaging.v1.services.channels.list, …. Write one of them.\n",
    )


def test_several_clients_in_a_package(run: Run) -> None:
    status, _, err = run("call", "docs.examples", "--help"), "", ""
    assert status[0] == 0
    assert "Tracker" in status[1]
    status2, _, err = run("call", "docs.examples", "Nobody.create")
    assert status2 == 2
    assert err.startswith("restmap call: docs.examples has no 'Nobody.create'. It has: ")


def test_a_file_and_standard_input(
    run: Run, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_text("Line 1\nLine 2\n")
    assert run("call", SHOP, "orders.create", "--note", "@note.txt")[0] == 0
    assert body_of(sandbox.requests[-1])["note"] == "Line 1\nLine 2\n"

    monkeypatch.setattr(sys, "stdin", io.StringIO('{"street": "Main St"}'))
    assert run("call", SHOP, "orders.create", "note=n", "--address", "-")[0] == 0
    assert body_of(sandbox.requests[-1])["address"] == {"street": "Main St"}

    Path("tags.json").write_text('["a", "b"]')
    assert run("call", SHOP, "orders.create", "note=n", "tags:=@tags.json")[0] == 0
    assert body_of(sandbox.requests[-1])["tags"] == ["a", "b"]

    Path("latin.txt").write_bytes(b"\xe9")
    status, _, err = run("call", SHOP, "orders.create", "--note", "@latin.txt")
    assert status == 2
    assert err == (
        "restmap call: --note cannot be '@latin.txt': the file is not UTF-8. Convert it.\n"
    )


def test_an_upload(
    run: Run, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_orders(sandbox, 1)
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"pixels")
    received: list[bytes] = []

    @sandbox.override(Order, "attach")
    def attach(call: Any) -> None:
        received.append(call.arguments["scan"].content)

    assert run("call", SHOP, "orders", "1", "attach", "--scan", f"@{scan}") == (0, "", "")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"from a pipe")))
    assert run("call", SHOP, "orders", "1", "attach", "--scan", "-") == (0, "", "")
    assert received == [b"pixels", b"from a pipe"]


def test_a_download(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    add_orders(sandbox, 1)
    sandbox.override(Order, "receipt")(lambda call: b"receipt \xff")
    file = tmp_path / "receipt.pdf"

    assert run("call", SHOP, "orders", "1", "receipt", "--into", str(file)) == (0, "", "")
    assert file.read_bytes() == b"receipt \xff"


def test_an_update_and_a_delete(run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 2)

    status, out, _ = run("call", SHOP, "orders", "1", "update", "state=paid", "--fields", "state")
    assert (status, json.loads(out)) == (0, {"state": "paid"})
    assert run("call", SHOP, "orders", "1", "delete", "--yes") == (0, "", "")
    assert [each["id"] for each in sandbox.records(Order)] == [2]


def test_two_keys(run: Run, sandbox: Sandbox) -> None:
    sandbox.add(Place, shelf="A", number=3, text="left")

    status, out, _ = run("call", SHOP, "places", "A", "3", "update", "text=right")
    assert (status, json.loads(out)) == (0, {"shelf": "A", "number": 3, "text": "right"})


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("json", '{\n  "id": 1,\n  "tags": [\n    "x"\n  ],\n  "note": "say \\"hi\\""\n}\n'),
        ("jsonl", '{"id": 1, "tags": ["x"], "note": "say \\"hi\\""}\n'),
        ("csv", 'id,tags,note\n1,"[""x""]","say ""hi"""\n'),
        ("table", 'id    1\ntags  ["x"]\nnote  say "hi"\n'),
    ],
)
def test_the_formats_of_a_record(output: str, expected: str, run: Run, sandbox: Sandbox) -> None:
    sandbox.add(Order, note='say "hi"', state="open", tags=["x"])

    assert run(
        "call", SHOP, "orders", "1", "fetch", "--output", output, "--fields", "id, tags,note"
    ) == (0, expected, "")


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("json", '[\n  {"id": 1},\n  {"id": 2}\n]\n'),
        ("jsonl", '{"id": 1}\n{"id": 2}\n'),
        ("csv", "id\n1\n2\n"),
        ("table", "id\n1\n2\n"),
    ],
)
def test_the_formats_of_a_list(output: str, expected: str, run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 2)

    found = run("call", SHOP, "orders.list", "--output", output, "--fields", "id")
    assert found == (0, expected, "")


# -- dry runs -----------------------------------------------------------------------------------


def test_a_dry_run_prints_the_request_without_its_secrets(run: Run, sandbox: Sandbox) -> None:
    status, out, err = run(
        "call", SHOP, "orders.create", "note=n", "--card", "4111", "--tags", "a", "--dry-run"
    )

    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"POST {sandbox.url}/v1/orders",
        "User-Agent: restmap/0.1.0",
        "Accept: application/json",
        "Content-Type: application/json",
        "Authorization: ***",
        "",
        "note = n",
        "state = open",
        'tags = ["a"]',
        "card = ***",
    ]
    assert sandbox.requests == []


@pytest.mark.parametrize("verb", ["delete", "receipt", "fetch"])
def test_a_dry_run_sends_nothing_and_asks_nothing(verb: str, run: Run, sandbox: Sandbox) -> None:
    method = "DELETE" if verb == "delete" else "GET"
    path = "/v1/orders/1/receipt" if verb == "receipt" else "/v1/orders/1"
    status, out, err = run("call", SHOP, "orders", "1", verb, "--dry-run")

    assert (status, err) == (0, "")
    assert out.startswith(f"{method} {sandbox.url}{path}\n")
    assert sandbox.requests == []


# -- errors -------------------------------------------------------------------------------------


def test_what_happened_is_the_exit_status(
    run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = ["call", SHOP, "orders", "1", "fetch"]

    status, out, err = run(*fetch)
    assert (status, out) == (4, "")
    assert err == (
        "restmap call: status 404: The requested resource /v1/orders/1 was not found. "
        f"code 404 (GET {sandbox.url}/v1/orders/1)\n"
    ) or err.startswith("restmap call: status 404: ")
    assert err.count("\n") == 1

    add_orders(sandbox, 1)
    sandbox.override(Order, "fetch")(lambda call: Response(500, body=b"{}"))
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    assert run(*fetch)[0] == 5
    sandbox.override(Order, "fetch")(lambda call: Response(200, body=b"not JSON"))
    assert run(*fetch)[0] == 5
    assert run(*fetch, "--base-url", "http://127.0.0.1:9")[0] == 6
    monkeypatch.setenv("SHOP_TOKEN", "wrong")
    assert run(*fetch)[0] == 4


def test_verbose_has_the_whole_message_and_the_requests(run: Run, sandbox: Sandbox) -> None:
    status, _, err = run("call", SHOP, "orders", "1", "fetch", "--verbose")

    assert status == 4
    assert "GET /v1/orders/{id} 404 " in err
    said = err[err.index("restmap call:") :].splitlines()
    assert said[0].startswith("restmap call: status 404: ")
    assert said[-1] == f"  in GET {sandbox.url}/v1/orders/1"


def test_an_unexpected_error_is_one_line(
    run: Run, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "broken_module.py").write_text("1 / 0\n")

    assert run("call", "broken_module", "orders.list") == (
        70,
        "",
        "restmap call: ZeroDivisionError: division by zero; --verbose shows where it was raised\n",
    )


def test_control_characters_of_a_server_are_escaped(run: Run, sandbox: Sandbox) -> None:
    note = "\x1b[2J gone \x9b31m \u202e\x07"
    sandbox.add(Order, note=note, state="open")
    fetch = ["call", SHOP, "orders", "1", "fetch", "--fields", "note"]

    for output in ("table", "json", "jsonl"):
        _, out, _ = run(*fetch, "--output", output)
        assert all(each.isprintable() for each in out.replace("\n", "")), output
    assert json.loads(run(*fetch)[1]) == {"note": note}
    assert run(*fetch, "--output", "table")[1] == ("note  \\x1b[2J gone \\x9b31m \\u202e\\x07\n")


def test_a_server_cannot_write_to_the_terminal_by_its_errors(run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 1)
    sandbox.override(Order, "fetch")(
        lambda call: Response(400, body=b'{"message": "\\u001b[2J\\nrestmap: done"}')
    )

    status, _, err = run("call", SHOP, "orders", "1", "fetch")
    assert status == 4
    assert "\x1b" not in err
    assert err.count("\n") == 1
