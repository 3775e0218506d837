"""`restmap import` on the command line, and what it says of documents that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from restmap.__main__ import main

from .desk import DESK, answer, changed


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_of_documents_is_imported(capsys: pytest.CaptureFixture[str]) -> None:
    Path("documents").mkdir()
    Path("documents/desk.json").write_text(json.dumps(DESK))

    assert main(["import", "documents", "--into", "apis.desk", "--domain", "help"]) == 0
    assert capsys.readouterr().out == (
        "8 of 8 operations are declared; 9 files written, 0 removed, 0 written by hand and kept.\n"
    )
    assert Path("apis/desk/help/v1/ticket.py").exists()


def test_an_operation_left_out_is_said_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    found = {"get": {"operationId": "listFound", "responses": answer({"type": "object"})}}
    Path("desk.json").write_text(json.dumps(changed(**{"/found": found})))

    assert main(["import", "desk.json", "--into", "desk"]) == 1
    assert "left out: listFound: no page type that is known" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "desk.yaml",
            "openapi: 3.0.3\n",
            "desk.yaml is not JSON: Expecting value: line 1 column 1 (char 0).\n"
            "  Convert a YAML document to JSON first.",
        ),
        (
            "desk.json",
            "[]",
            "desk.json has no `paths`.\n  Give an OpenAPI 3 document (swagger 2 is none).",
        ),
    ],
)
def test_what_is_no_document_is_refused(
    name: str, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(text)

    assert main(["import", name, "--into", "desk"]) == 2
    assert capsys.readouterr().err == f"restmap import: {message}\n"


def test_a_document_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "desk.json", "--into", "desk"]) == 2
    assert capsys.readouterr().err == (
        "restmap import: there is no document at desk.json.\n"
        "  Give JSON files, or a folder of them.\n"
    )


@pytest.mark.parametrize("package", ["a.class", "1a", "a/b", "", ".a"])
def test_a_package_that_could_not_be_imported_is_refused(
    package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("desk.json").write_text(json.dumps(DESK))

    assert main(["import", "desk.json", "--into", package]) == 2
    assert capsys.readouterr().err == (
        f"restmap import: {package!r} is no package.\n  Write names with dots: resources.desk.\n"
    )
    assert list(Path().iterdir()) == [Path("desk.json")]


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        (
            {"$ref": "#/components/schemas/no"},
            "desk refers to #/components/schemas/no, which it lacks.",
        ),
        ({"$ref": "other.json#/ticket"}, "desk refers to other.json#/ticket, which it lacks."),
        (
            {"$ref": "#/paths/~1things/get/x-loop"},
            "a schema is a part of itself.\n  Break the circle of its references.",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(
    schema: Any, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = {"allOf": [{"$ref": "#/paths/~1things/get/x-loop"}, {"type": "object"}]}
    found = {"get": {"operationId": "getThing", "responses": answer(schema), "x-loop": loop}}
    Path("desk.json").write_text(json.dumps(changed(**{"/things": found})))

    assert main(["import", "desk.json", "--into", "desk"]) == 2
    assert capsys.readouterr().err == f"restmap import: {message}\n"
    assert not Path("desk").exists()


@pytest.mark.parametrize("naming", ["nowhere:Naming", "restmap.importer:Nothing", "restmap"])
def test_a_naming_that_is_not_there_is_refused(
    naming: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("desk.json").write_text(json.dumps(DESK))

    assert main(["import", "desk.json", "--into", "desk", "--naming", naming]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"restmap import: the naming {naming!r} is none: ")
    assert said.endswith("\n  Write 'package.module:Class'.\n")
