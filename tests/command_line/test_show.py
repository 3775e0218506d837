"""`restmap show`: what is declared at one place."""

from __future__ import annotations

import pytest

from .conftest import SHOP, Run


def test_an_operation(run: Run) -> None:
    status, out, err = run("show", SHOP, "orders.create")

    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:6] == [
        "client.orders.create",
        "POST https://api.shop.example/v1/orders",
        "",
        "Place an order.",
        "",
        "https://docs.shop.example/orders",
    ]
    rows = [" ".join(each.split()) for each in lines[7 : lines.index("returns Order") - 1]]
    assert rows == [
        "PARAMETER TYPE DEFAULT SENT AS",
        "note str required json note What the customer wrote.",
        "state Literal['open', 'paid', 'sent'] 'open' json state",
        "total Decimal json total",
        "placed_at datetime json placedAt",
        "express bool json express",
        "count int json count",
        "address Address json address",
        "tags list[str] json tags",
        "output str json output",
        "card str json card",
    ]
    source = lines[lines.index("returns Order") + 2 :]
    assert source[0].startswith("tests/command_line/shop.py:")
    assert source[1] == "    class Create(Params):"
    assert source[-1] == "        card: str = param(default=UNSET, sensitive=True)"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["orders", "7", "fetch"],
         ["GET https://api.shop.example/v1/orders/{id}", "id         key   required  path",
          "    class Fetch(Params): ...", "returns Order"]),
        (["client.orders(id).lines.list"],
         ["client.orders(order_id).lines.list", "returns list[Line]",
          "limit      int | None  None      not sent"]),
        (["orders.delete"], ["returns bool", "    class Delete(Params): ..."]),
        (["orders.receipt"], ["returns Download",
                              '    class Receipt(Params, method="GET", uri="/receipt"): ...']),
        (["orders.list"], ["state      Literal['open', 'paid', 'sent']            query state",
                           "page_size  int | None                       None      query size"]),
    ],
)  # fmt: skip
def test_other_operations(words: list[str], expected: list[str], run: Run) -> None:
    status, out, _ = run("show", SHOP, *words)

    assert status == 0
    lines = [" ".join(each.split()) for each in out.splitlines()]
    for line in expected:
        assert " ".join(line.split()) in lines, out


def test_a_collection_is_its_names_and_its_source(run: Run) -> None:
    status, out, _ = run("show", SHOP, "orders")

    assert status == 0
    lines = out.splitlines()
    assert lines[:4] == ["client.orders", "", "NAME", "create   POST /orders"]
    assert "class Order(" in lines
    assert "    lines = collection(Line)" in lines


def test_a_package(run: Run) -> None:
    assert run("show", SHOP) == (
        0,
        "client\n\nNAME\norders  An order of the shop: https://docs.shop.example/orders\n"
        "places  A place in the store, by two keys.\n",
        "",
    )
    status, out, _ = run("show", "docs.examples")
    assert status == 0
    assert out.startswith("docs.examples\n\nNAME\n")


@pytest.mark.parametrize(
    ("package", "words", "first"),
    [
        ("resources.twilio", ["messages.create"],
         "POST https://api.twilio.com/2010-04-01/Accounts/{account_sid}/Messages.json"),
        ("resources.twilio", ["client.api.v2010.accounts(account_sid).messages(sid).fetch"],
         "GET https://api.twilio.com/2010-04-01/Accounts/{account_sid}/Messages/{sid}.json"),
        ("resources.twilio", ["sessions.create"],
         "POST https://proxy.twilio.com/v1/Services/{service_sid}/Sessions"),
        ("resources.twilio.proxy", ["Proxy(client).v1.services.list"],
         "GET https://proxy.twilio.com/v1/Services"),
        ("resources.twilio.proxy.v1.session",
         ["collections(Session).under(client)(service_sid)(sid).fetch"],
         "GET /Services/{service_sid}/Sessions/{sid}"),
        ("docs.examples.github_issues", ["repos", "octo", "hello", "issues", "7", "lock"],
         "PUT https://api.github.com/repos/{owner}/{repo}/issues/{number}/lock"),
        ("docs.examples.private_api", ["issues.relabel"],
         "PUT https://tracker.example/v1/issues/labels"),
        ("docs.examples.private_api:Tracker", ["issues.relabel"],
         "PUT https://tracker.example/v1/issues/labels"),
    ],
)  # fmt: skip
def test_other_packages(package: str, words: list[str], first: str, run: Run) -> None:
    status, out, _ = run("show", package, *words)

    assert status == 0
    assert out.splitlines()[1] == first


def test_the_declaration_of_a_link(run: Run) -> None:
    out = run("show", "resources.twilio", "messages.create")[1]

    assert "https://www.twilio.com/docs/sms/api/message-resource" in out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no.such"], "there is no module 'no'. Write the name as in an import statement: "
                      "resources.desk."),
        (["restmap.errors"], "restmap.errors declares no operations. Name a package or a module "
                             "with a Client, a Domain, a Version or resources in it."),
        ([f"{SHOP}:Nobody"], "tests.command_line.shop has no class 'Nobody'. "
                             "Write it as `restmap operations` does."),
        ([SHOP, "nothing"], "tests.command_line.shop has no 'nothing'. It has: orders, places."),
        (["resources.twilio", "mesages.create"],
         "resources.twilio has no 'mesages.create'. Did you mean 'messages'?"),
        (["resources.twilio", "xyz"],
         "resources.twilio has no 'xyz'. `restmap show resources.twilio` lists what it has."),
    ],
)  # fmt: skip
def test_what_is_not_there(arguments: list[str], message: str, run: Run) -> None:
    assert run("show", *arguments) == (2, "", f"restmap show: {message}\n")
