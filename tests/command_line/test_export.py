"""`restmap export`: a served shop, over HTTP, into files."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from restmap import Response
from restmap.sandbox import Sandbox

from .conftest import SHOP, Run, add_orders
from .shop import Order


def ids(path: Path) -> list[int]:
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


def test_a_file(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    add_orders(sandbox, 7)
    path = tmp_path / "orders.jsonl"

    assert run("export", SHOP, "orders", "--into", str(path)) == (0, f"{path} has 7 records.\n", "")
    assert ids(path) == [1, 2, 3, 4, 5, 6, 7]


def test_filters_and_a_limit(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    add_orders(sandbox, 9)
    path = tmp_path / "paid.parquet"

    options = ["--state", "paid", "--limit", "1", "--into", str(path)]
    assert run("export", SHOP, "orders", *options) == (0, f"{path} has 1 record.\n", "")
    assert parquet.read_table(path).column("id").to_pylist() == [3]


def test_what_is_new_is_added_to_a_directory(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    add_orders(sandbox, 3)
    folder = tmp_path / "orders"
    options = ["--into", f"{folder}/", "--format", "jsonl", "--since-last", "id"]

    assert run("export", SHOP, "orders", *options)[1] == f"{folder} has 3 records.\n"
    sandbox.add(Order, note="late", state="open", total=1)
    assert run("export", SHOP, "orders", *options)[1] == f"{folder} has 4 records, 1 of them new.\n"
    assert sorted(each for path in folder.glob("part-*") for each in ids(path)) == [1, 2, 3, 4]


def test_the_same_command_goes_on_after_an_error(
    run: Run, sandbox: Sandbox, tmp_path: Path
) -> None:
    add_orders(sandbox, 6)
    path = tmp_path / "orders.jsonl"
    options = ["export", SHOP, "orders", "--page-size", "2", "--into", str(path)]
    failing = iter([False, True, False, False, False])
    sandbox.override(Order, "list")(
        lambda call: Response(418) if next(failing) else call.run_default()
    )

    status, out, err = run(*options)
    assert (status, out) == (4, "")
    assert err.startswith("What was written is kept. To go on, repeat the command.\n")
    assert not path.exists()
    assert run(*options) == (0, f"{path} has 6 records, 4 of them new.\n", "")
    assert ids(path) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["orders.create", "--into", "a.csv"],
            "restmap export: client.orders.create is not a list. Use: restmap call "
            "tests.command_line.shop …\n",
        ),
        (
            ["orders", "--into", "a.xlsx"],
            "restmap export: the name of 'a.xlsx' does not end with the suffix of its format.",
        ),
        (["orders"], "restmap export: Missing option '--into'."),
    ],
)
def test_what_is_refused(arguments: list[str], message: str, run: Run, sandbox: Sandbox) -> None:
    status, out, err = run("export", SHOP, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith(message)
    assert sandbox.requests == []
