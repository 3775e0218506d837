"""`restmap list`: pages of a served shop, over HTTP."""

from __future__ import annotations

import json
import shlex
from typing import Any

import pytest

from restmap import Response
from restmap.sandbox import Sandbox

from .conftest import SHOP, Run, add_orders
from .shop import Line, Order


def ids(text: str) -> list[int]:
    return [each["id"] for each in json.loads(text)]


def test_pages_are_read_as_they_are_needed(run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 12)
    options = ["--limit", "7", "--page-size", "3", "--fields", "id"]

    status, out, err = run("list", SHOP, "orders", *options)
    assert (status, ids(out), err) == (0, [1, 2, 3, 4, 5, 6, 7], "")
    queries = [each.url.partition("?")[2] for each in sandbox.requests]
    assert queries == ["size=3", "size=3&offset=3", "size=3&offset=6"]


@pytest.mark.parametrize(
    ("options", "query"), [([], ""), (["--limit", "5"], "size=5"), (["--page-size", "4"], "size=4")]
)
def test_the_page_size_is_that_of_the_limit(
    options: list[str], query: str, run: Run, sandbox: Sandbox
) -> None:
    add_orders(sandbox, 2)

    assert run("list", SHOP, "orders", *options)[0] == 0
    assert sandbox.requests[0].url.partition("?")[2] == query


def test_no_records(run: Run, sandbox: Sandbox) -> None:
    assert run("list", SHOP, "orders") == (0, "[]\n", "")
    assert run("list", SHOP, "orders", "--output", "jsonl") == (0, "", "")
    assert run("list", SHOP, "orders", "--output", "csv", "--fields", "id,note") == (
        0, "id,note\n", "",
    )  # fmt: skip
    sent = len(sandbox.requests)
    assert run("list", SHOP, "orders", "--limit", "0") == (0, "[]\n", "")
    assert len(sandbox.requests) == sent


def test_filters_of_the_api(run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 6)

    for options in (["--state", "paid"], ["state=paid"]):
        assert ids(run("list", SHOP, "orders", *options)[1]) == [3, 6]
    assert sandbox.requests[0].url.endswith("?state=paid")


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        (["state=paid"], [3, 6]),
        (["state!=paid"], [1, 2, 4, 5, 7]),
        (["id>5"], [6, 7]),
        (["id >= 5", "state=paid"], [6]),
        (["total<2.5"], [1, 2]),
        (["total<=2"], [1, 2]),
        (["note~NOTE 7"], [7]),
        (["note=note 7"], [7]),
        (["placed_at="], [1, 2, 3, 4, 5, 6, 7]),
        (["placed_at>2026-01-01"], []),
        (["express=true"], []),
        (["address="], [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_conditions_choose_from_what_is_read(
    conditions: list[str], expected: list[int], run: Run, sandbox: Sandbox
) -> None:
    add_orders(sandbox, 7)
    options = [word for each in conditions for word in ("--where", each)]

    assert ids(run("list", SHOP, "orders", *options)[1]) == expected


def test_dates_are_compared_as_dates(run: Run, sandbox: Sandbox) -> None:
    for day in (1, 2, 3):
        sandbox.add(Order, note="n", state="open", placed_at=f"2026-11-0{day}T12:00:00Z")

    found = run("list", SHOP, "orders", "--where", "placed_at>=2026-11-02T14:00:00+02:00")
    assert ids(found[1]) == [2, 3]


def test_the_limit_counts_what_is_shown(run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 12)
    options = ["--where", "state=paid", "--limit", "3", "--page-size", "5"]

    assert ids(run("list", SHOP, "orders", *options)[1]) == [3, 6, 9]
    assert len(sandbox.requests) == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--where", "paid"], "'paid' is not a condition. Write FIELD=VALUE; the signs are "
                              "= != < <= > >= and ~ for text that contains another."),
        (["--where", "colour=red"], "there is no field 'colour'. Fields: address, count, express, "
                                    "id, note, output, placed_at, state, tags, total."),
        (["--limit", "-1"], "Invalid value for '--limit': -1 is not in the range x>=0. "
                            "'restmap list tests.command_line.shop orders --help' says what it "
                            "takes."),
        (["--resume", "https://elsewhere.example/v1/orders"],
         "the link leads to another origin: https://elsewhere.example/v1/orders. "
         "Requests go to {origin} only; nothing was sent. ({origin}/v1)"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_in_one_line(
    options: list[str], message: str, run: Run, sandbox: Sandbox
) -> None:
    status, out, err = run("list", SHOP, "orders", *options)

    assert status in (2, 5)
    assert out in ("", "[]\n")
    assert err.splitlines()[-1] == f"restmap list: {message.format(origin=sandbox.url)}"
    assert sandbox.requests == []


def test_what_is_no_list(run: Run, sandbox: Sandbox) -> None:
    assert run("list", SHOP, "orders.create", "note=n")[2] == (
        "restmap list: client.orders.create is not a list. "
        "Use: restmap call tests.command_line.shop …\n"
    )
    assert run("list", SHOP, "places", "A", "3")[2] == (
        "restmap list: client.places(A, 3) is not an operation. Go on with one of: fetch, update.\n"
    )


def test_a_list_below_a_record(run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 2)
    sandbox.add(Line, order_id=2, text="a tie")

    assert run("list", SHOP, "orders", "2", "lines", "--output", "csv")[1] == (
        "order_id,number,text\n2,3,a tie\n"
    )


@pytest.mark.parametrize("output", ["jsonl", "csv", "json"])
@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_a_list_that_fails_says_how_to_go_on(
    fails_at: int, output: str, run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_orders(sandbox, 11)
    command = ["list", SHOP, "orders", "--page-size", "3", "--fields", "id", "--limit", "10"]
    whole = run(*command, "--output", output)[1]
    requests = 0

    @sandbox.override(Order, "list")
    def list_orders(call: Any) -> Any:
        nonlocal requests
        requests += 1
        return Response(400) if requests == fails_at else call.run_default()

    status, first, err = run(*command, "--output", output)
    assert status == 4
    advice, error = err.splitlines()
    assert error.startswith("restmap list: status 400: ")
    written = 3 * (fails_at - 1)
    if not written:
        assert advice == "0 records were written."
        return
    assert advice.startswith(f"{written} records were written. To go on, repeat the command with: ")
    options = shlex.split(advice.partition("with: ")[2])
    assert options[-2:] == ["--limit", str(10 - written)]

    status, second, err = run(*command[:-2], *options, "--output", output)
    assert (status, err) == (0, "")
    if output == "json":
        assert json.loads(first) + json.loads(second) == json.loads(whole)
    else:
        assert first + second == whole


def test_some_records_of_a_page_are_skipped(run: Run, sandbox: Sandbox) -> None:
    add_orders(sandbox, 5)
    url = f"{sandbox.url}/v1/orders?size=3&offset=0"

    found = run("list", SHOP, "orders", "--resume", url, "--skip", "2", "--fields", "id")
    assert ids(found[1]) == [3, 4, 5]


def test_control_characters_of_a_server_are_escaped(run: Run, sandbox: Sandbox) -> None:
    sandbox.add(Order, note="\x1b]0;title\x07\n2", state="open")

    _, out, _ = run("list", SHOP, "orders", "--output", "table", "--fields", "note")
    assert out == "note\n\\x1b]0;title\\x07\\n2\n"
    _, out, _ = run("list", SHOP, "orders", "--output", "csv", "--fields", "note")
    assert out == 'note\n"\x1b]0;title\x07\n2"\n'
