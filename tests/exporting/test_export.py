"""Exports to files: formats, parts, checkpoints, what is refused, and what is new."""

from __future__ import annotations

import csv
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

import restmap
from restmap import (
    ApiError,
    ConfigurationError,
    ExportProgress,
    ParameterError,
    RateLimit,
    export,
)

from .shop import Server, Shop, order


def server_of(count: int) -> Server:
    return Server([order(number) for number in range(count)])


def ids_in(path: Path) -> list[int]:
    """The ids in a file, or in all files of a directory."""
    if path.is_dir():
        return [each for file in sorted(path.glob("part-*")) for each in ids_in(file)]
    if path.suffix == ".parquet":
        ids: list[int] = pyarrow.parquet.read_table(path)["id"].to_pylist()
        return ids
    if path.suffix == ".csv":
        with path.open() as file:
            return [int(row["id"]) for row in csv.DictReader(file)]
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


def message(caught: pytest.ExceptionInfo[Exception], directory: Path) -> str:
    return str(caught.value).replace(str(directory), "DIR")


@pytest.mark.parametrize("suffix", ["parquet", "csv", "jsonl"])
@pytest.mark.parametrize("count", [0, 3, 25])
def test_one_file(suffix: str, count: int, tmp_path: Path) -> None:
    path = tmp_path / f"orders.{suffix}"

    exported = export(server_of(count).client().orders.stream(), path, records_a_part=10)

    assert ids_in(path) == [*range(count)]
    assert (exported.path, exported.records, exported.new_records) == (path, count, count)
    assert exported.files == (path,)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("format_name", ["parquet", "csv", "jsonl"])
def test_a_directory_of_parts(format_name: Any, tmp_path: Path) -> None:
    directory = tmp_path / "orders"
    stream = server_of(25).client().orders.stream()

    exported = export(stream, directory, format=format_name, records_a_part=20)

    assert [len(ids_in(each)) for each in exported.files] == [20, 5]
    assert ids_in(directory) == [*range(25)]
    assert {each.suffix for each in exported.files} == {f".{format_name}"}


def test_columns_of_a_file(tmp_path: Path) -> None:
    server = Server([order(1, mood="good"), order(2, updated_at=None, state="a,\nb")])
    stream = server.client().orders.stream()
    for name in ("orders.parquet", "orders.csv", "orders.jsonl"):
        export(stream, tmp_path / name)

    table = pyarrow.parquet.read_table(tmp_path / "orders.parquet")
    assert table.schema == stream.to_arrow().schema
    assert table["_other"].to_pylist() == ['{"mood":"good"}', None]
    assert (tmp_path / "orders.csv").read_text() == (
        '"id","updated_at","state","_other"\n'
        '1,"2026-01-01T00:01:00Z","s1","{""mood"":""good""}"\n'
        '2,,"a,\nb",\n'
    )
    lines = (tmp_path / "orders.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == server.orders


def test_progress(tmp_path: Path) -> None:
    seen: list[ExportProgress] = []

    export(server_of(25).client().orders.stream(), tmp_path / "o.jsonl", progress=seen.append)

    assert [(each.records, each.total) for each in seen] == [(10, 25), (20, 25), (25, 25), (25, 25)]
    assert seen[0].seconds_left is not None
    assert seen[0].rate > 0
    assert seen[-1].partitions_done == 1
    assert ExportProgress(10, 30, 2.0).seconds_left == 4.0
    assert ExportProgress(0, None, 0.0).seconds_left is None


def test_a_limit_holds_over_an_interruption(tmp_path: Path) -> None:
    server = server_of(100)
    stream = server.client().orders.stream(limit=25, page_size=10)
    server.failing = 20

    with pytest.raises(ApiError):
        export(stream, tmp_path / "o.jsonl")
    server.failing = None
    seen: list[ExportProgress] = []
    exported = export(stream, tmp_path / "o.jsonl", progress=seen.append)

    assert ids_in(tmp_path / "o.jsonl") == [*range(25)]
    assert (exported.records, exported.new_records) == (25, 5)
    assert len(server.requests) == 4
    assert seen[0].total == 25


def test_an_interrupt_keeps_what_is_whole(tmp_path: Path) -> None:
    server = server_of(45)
    stream = server.client().orders.stream()

    def interrupt(progress: ExportProgress) -> None:
        if progress.records == 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(stream, tmp_path / "orders", progress=interrupt)
    assert ids_in(tmp_path / "orders") == [*range(30)]
    export(stream, tmp_path / "orders")

    assert ids_in(tmp_path / "orders") == [*range(45)]
    assert len(server.requests) == 5


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = server_of(45)
    stream = server.client().orders.stream()
    sizes = iter([10_000] * 2)

    def full(descriptor: int) -> None:
        if next(sizes, None) is None:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            export(stream, tmp_path / "orders", format="jsonl", records_a_part=10)
    export(stream, tmp_path / "orders", format="jsonl", records_a_part=10)

    assert ids_in(tmp_path / "orders") == [*range(45)]
    assert not list((tmp_path / "orders").glob("*.unfinished"))


def test_a_complete_directory_is_not_requested_again(tmp_path: Path) -> None:
    server = server_of(25)
    export(server.client().orders.stream(), tmp_path / "orders")

    again = export(server.client().orders.stream(), tmp_path / "orders")

    assert (again.records, again.new_records, len(server.requests)) == (25, 0, 3)


# -- what is refused ------------------------------------------------------------------------


def test_the_directory_of_another_export_is_refused(tmp_path: Path) -> None:
    directory = tmp_path / "orders"
    client = server_of(5).client()
    export(client.orders.stream(state="s1"), directory)
    other = Shop(auth=client.auth, base_url="http://127.0.0.1:1")
    remedy = "\n  Make the same call to go on with it, give another path, or delete what is there."

    def problem(*streams: Any, **arguments: Any) -> str:
        with pytest.raises(ConfigurationError) as caught:
            export(list(streams), directory, **arguments)
        text = message(caught, directory)
        assert text.startswith("'DIR' has another export: ")
        assert text.endswith(f".{remedy}\n  in export")
        return text.removeprefix("'DIR' has another export: ").removesuffix(
            f".{remedy}\n  in export"
        )

    shown = "GET https://api.shop.example/orders"
    same = client.orders.stream(state="s1")
    assert problem(same, format="csv") == "format was 'parquet' there and is 'csv' here"
    assert problem(same, since_last="id") == "since_last was None there and is 'id' here"
    assert problem(same, same) == "it was of 1 streams and is of 2 here"
    assert problem(client.orders.stream(state="s2")) == f"the filters of {shown} were others"
    assert (
        problem(client.orders.stream(state="s1", limit=3)) == "limit was None there and is 3 here"
    )
    assert problem(other.orders.stream(state="s1")) == (
        f"it was of Order, {shown}, and is of GET http://127.0.0.1:1/orders here"
    )


def test_a_changed_declaration_is_refused(tmp_path: Path) -> None:
    export(server_of(5).client().orders.stream(), tmp_path / "orders")
    manifest = tmp_path / "orders/.export.json"
    state = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**state, "columns": "others"}))

    with pytest.raises(ConfigurationError, match="the declaration had other columns"):
        export(server_of(5).client().orders.stream(), tmp_path / "orders")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"calls": 5}'])
@pytest.mark.parametrize("name", [".export.json", ".checkpoint-0000.json"])
def test_a_state_that_cannot_be_read_is_refused(name: str, text: str, tmp_path: Path) -> None:
    export(server_of(5).client().orders.stream(), tmp_path / "orders")
    (tmp_path / "orders" / name).write_text(text)

    with pytest.raises(ConfigurationError, match="cannot be read"):
        export(server_of(5).client().orders.stream(), tmp_path / "orders")


def test_a_directory_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").touch()

    with pytest.raises(ConfigurationError) as caught:
        export(server_of(5).client().orders.stream(), tmp_path)

    assert message(caught, tmp_path) == (
        "'DIR' has other files: an export needs a directory of its own.\n"
        "  Give a new or an empty directory.\n  in export"
    )


@pytest.mark.parametrize(
    ("path", "arguments", "problem"),
    [
        ("o.xlsx", {}, "the name of 'o.xlsx' does not end with the suffix of its format."),
        ("o.csv", {"format": "jsonl"}, "the name of 'o.csv' does not end with the suffix of its"),
        ("o/", {"format": "xml"}, "'xml' is not a format."),
        ("o/", {"records_a_part": 0}, "records_a_part= cannot be 0."),
        ("o.csv", {"since_last": "id"}, "since_last= adds files to a directory, and "),
    ],
)
def test_arguments_that_are_refused(path: str, arguments: dict[str, Any], problem: str) -> None:
    server = server_of(5)
    with pytest.raises(ConfigurationError) as caught:
        export(server.client().orders.stream(), path, **arguments)

    assert str(caught.value).startswith(problem)
    assert server.requests == []


def test_no_stream_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^there is no stream to export\."):
        export([], tmp_path / "orders")


def test_json_lines_need_no_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)  # as if it were not installed
    stream = server_of(5).client().orders.stream()

    export(stream, tmp_path / "orders.jsonl")
    with pytest.raises(ConfigurationError, match=r"^an export to csv needs pyarrow"):
        export(stream, tmp_path / "orders.csv")


def test_two_calls_at_once(tmp_path: Path) -> None:
    server = server_of(45)
    stream = server.client().orders.stream()

    def export_meanwhile(progress: ExportProgress) -> None:
        if progress.records == 20:
            export(stream, tmp_path / "orders", format="jsonl", records_a_part=10)

    with pytest.raises(ConfigurationError, match="another call goes on with the partition 0000"):
        export(
            stream, tmp_path / "orders", format="jsonl", records_a_part=10,
            progress=export_meanwhile,
        )  # fmt: skip

    assert ids_in(tmp_path / "orders") == [*range(45)]


# -- what is new ----------------------------------------------------------------------------


def test_what_is_new_since_the_last_export(tmp_path: Path) -> None:
    server = server_of(25)
    stream = server.client().orders.stream()

    def export_new() -> restmap.Exported:
        return export(stream, tmp_path / "orders", since_last="updated_at")

    assert export_new().new_records == 25
    assert "since" not in server.requests[0].url

    # Another one at the newest time, a later one, one that was updated, and none that is older.
    newest = server.orders[-1]["updated_at"]
    server.orders += [
        order(25, updated_at=newest),
        order(26),
        order(3, updated_at=order(27)["updated_at"]),
    ]
    server.requests.clear()
    exported = export_new()
    assert (exported.records, exported.new_records) == (28, 3)
    assert "since=2026-01-01T00%3A23%3A59Z" in server.requests[0].url
    assert ids_in(tmp_path / "orders") == [*range(25), 25, 26, 3]

    assert export_new().new_records == 0


def test_what_is_new_goes_on_after_an_interruption(tmp_path: Path) -> None:
    server = server_of(25)
    stream = server.client().orders.stream()
    export(stream, tmp_path / "orders", since_last="updated_at")
    server.orders += [order(number) for number in range(25, 60)]

    def interrupt(progress: ExportProgress) -> None:
        if progress.records >= 15:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(stream, tmp_path / "orders", since_last="updated_at", progress=interrupt)
    export(stream, tmp_path / "orders", since_last="updated_at")

    assert ids_in(tmp_path / "orders") == [*range(60)]


@pytest.mark.parametrize("field", ["state", "color"])
def test_a_field_without_an_order_is_refused(field: str, tmp_path: Path) -> None:
    with pytest.raises(ParameterError) as caught:
        export(server_of(5).client().orders.stream(), tmp_path / "orders", since_last=field)

    assert str(caught.value).startswith(
        f"since_last={field!r} is not a field with an order, such as a date-time."
    )


# -- partitions -----------------------------------------------------------------------------


def test_partitions(tmp_path: Path) -> None:
    server = server_of(40)
    streams = [server.client().orders.stream(state=state) for state in ("s0", "s1", "s2")]
    seen: list[ExportProgress] = []

    exported = export(streams, tmp_path / "orders.jsonl", progress=seen.append)

    assert sorted(ids_in(tmp_path / "orders.jsonl")) == [*range(40)]
    assert exported.records == 40
    assert seen[-1].partitions_done == seen[-1].partitions == 3


def test_threads_share_the_client(tmp_path: Path) -> None:
    server = server_of(40)
    client = server.client(pace=RateLimit(1000))
    streams = [client.orders.stream(state=state) for state in ("s0", "s1", "s2")]
    seen: list[ExportProgress] = []

    with ThreadPoolExecutor(2) as executor:
        exported = export(
            streams, tmp_path / "orders", executor=executor, at_a_time=2, progress=seen.append
        )

    assert sorted(ids_in(tmp_path / "orders")) == [*range(40)]
    assert exported.new_records == 40
    assert [each.partitions_done for each in seen] == [1, 2, 3]
