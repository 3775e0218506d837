"""`restmap import` on the command line, and what it says of documents that cannot be read."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from restmap.__main__ import main
from restmap.importer.packages import import_package
from tests.importer.desk import DESK, NEEDS_COOKIE, changed


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_of_documents_is_imported(capsys: pytest.CaptureFixture[str]) -> None:
    Path("documents").mkdir()
    Path("documents/desk.json").write_text(json.dumps(DESK))

    assert main(["import", "documents", "--into", "apis.desk"]) == 0
    assert capsys.readouterr().out == (
        "8 of 8 operations are declared, 0 left out; "
        "7 files written, 0 removed, 0 kept as they are.\n"
    )
    assert Path("apis/desk/ticket.py").exists()


def test_each_step_of_an_import_is_told() -> None:
    Path("desk.json").write_text(json.dumps(changed(**{"/found": {"get": NEEDS_COOKIE}})))
    steps: list[str] = []

    import_package([Path("desk.json")], "desk", tell=steps.append)
    assert steps == [
        "reading desk.json",
        "finding operations",
        "drafting 8 operations",
        "writing modules",
        "loading 7 modules",
        "comparing and validating",
    ]


def test_an_operation_left_out_is_said_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    Path("desk.json").write_text(json.dumps(changed(**{"/found": {"get": NEEDS_COOKIE}})))

    assert main(["import", "desk.json", "--into", "desk"]) == 1
    assert capsys.readouterr().out == (
        "8 of 9 operations are declared, 1 left out; "
        "7 files written, 0 removed, 0 kept as they are.\n"
        "left out: listFound (GET /found): its parameter session is a required cookie\n"
    )


def test_departures_from_the_specification_are_counted_and_shown_when_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    document = changed()
    del document["info"]
    document["paths"]["/status"]["get"]["responses"]["200"] = {"content": {}}
    Path("desk.json").write_text(json.dumps(document))

    assert main(["import", "desk.json", "--into", "desk"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "warning:  the documents depart from the specification in 2 places; --verbose lists them."
    ]
    assert main(["import", "desk.json", "--into", "desk", "--verbose"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        'warning:  desk, the document: "info" is a required property',
        'warning:  desk, /paths/~1status/get/responses/200: "description" is a required property',
    ]


def test_a_check_says_what_would_change_and_writes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("desk.json").write_text(json.dumps(DESK))
    command = ["import", "desk.json", "--into", "apis.desk"]

    assert main([*command, "--check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "8 of 8 operations are declared, 0 left out; "
        "7 files would be written, 0 removed, 0 kept as they are.",
        "would write:  __init__.py",
        "would write:  base.py",
    ]
    assert list(Path().iterdir()) == [Path("desk.json")]

    assert main(command) == 0
    assert main([*command, "--check"]) == 0
    without_status = changed(**{"/status": None})
    Path("desk.json").write_text(json.dumps(without_status))
    before = {path: path.read_bytes() for path in Path("apis").rglob("*.*")}
    assert main([*command, "--check"]) == 3
    assert "would remove: status.py" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in Path("apis").rglob("*.*")} == before


def test_an_update_says_what_changed_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["import", "desk.json", "--into", "apis.desk"]
    Path("desk.json").write_text(json.dumps(DESK))
    assert main(command) == 0
    document = changed(**{"/status": None, "/health": DESK["paths"]["/status"]})
    document["components"]["schemas"]["new_ticket"]["required"].append("due")
    Path("desk.json").write_text(json.dumps(document))
    capsys.readouterr()

    assert main([*command, "--check"]) == 3
    said = capsys.readouterr().out
    assert said.splitlines()[1:5] == [
        "breaking: client.status.fetch is gone",
        "breaking: the parameter 'due' of client.tickets.create is required",
        "breaking: the parameter 'due' of client.tickets(id).update is required",
        "change:   client.health.fetch is new",
    ]
    assert main(command) == 0
    assert capsys.readouterr().out.splitlines()[1:] == said.splitlines()[1:5]
    assert main([*command, "--check"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_change_that_breaks_nothing_has_another_exit_status(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = ["import", "desk.json", "--into", "apis.desk"]
    Path("desk.json").write_text(json.dumps(changed(**{"/status": None})))
    assert main(command) == 0
    Path("desk.json").write_text(json.dumps(DESK))
    capsys.readouterr()

    assert main([*command, "--check"]) == 1
    assert capsys.readouterr().out.splitlines()[1] == "change:   client.status.fetch is new"


def test_an_earlier_import_that_fails_is_replaced_and_the_report_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = ["import", "desk.json", "--into", "apis.desk"]
    Path("desk.json").write_text(json.dumps(DESK))
    assert main(command) == 0
    Path("apis/desk/status.py").unlink()
    capsys.readouterr()

    assert main(command) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "changes:  they are not known, since the earlier import cannot be loaded: "
        "No module named 'apis.desk.status'"
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "desk.yaml",
            "openapi: [3.0.3\n",
            "desk.yaml is not YAML 1.2: line 2: expected ',' or ']', but got '<stream end>'. "
            "Correct it, or name a JSON file '.json'.",
        ),
        (
            "desk.json",
            "openapi: 3.0.3\n",
            "desk.json is not JSON: Expecting value: line 1 column 1 (char 0). "
            "Correct it, or name a YAML file '.yaml'.",
        ),
        (
            "desk.json",
            '{"openapi": "3.0.3", "openapi": "3.1.0"}',
            "desk.json is not JSON: an object has the key 'openapi' twice. "
            "Correct it, or name a YAML file '.yaml'.",
        ),
        (
            "desk.json",
            "[]",
            "desk.json is not an OpenAPI document: its content is an array, not an object. "
            "Give a document that begins with `openapi: 3.…`.",
        ),
        (
            "desk.json",
            '{"swagger": "2.0", "paths": {}}',
            "desk.json is Swagger 2.0, and OpenAPI 3.0 and 3.1 can be read. "
            "Convert it first: npx swagger2openapi desk.json",
        ),
        (
            "desk.json",
            '{"openapi": "4.0.0", "paths": {}}',
            "desk.json has the version '4.0.0'; OpenAPI 3.0 and 3.1 can be read. "
            "Convert it to one of these.",
        ),
        (
            "desk.json",
            '{"paths": {}}',
            "desk.json has no `openapi`; OpenAPI 3.0 and 3.1 can be read. "
            "Convert it to one of these.",
        ),
        (
            "desk.json",
            '{"openapi": "3.0.3"}',
            "desk.json has no `paths`. Give a document that describes operations.",
        ),
        (
            "desk.json",
            '{"openapi": "3.0.3", "paths": []}',
            "desk.json has `paths` that are not an object. "
            "Give a document that describes operations.",
        ),
    ],
)
def test_what_is_not_a_document_is_refused(
    name: str, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(text)

    assert main(["import", name, "--into", "desk"]) == 2
    assert capsys.readouterr().err == f"restmap import: {message}\n"
    assert list(Path().iterdir()) == [Path(name)]


def test_a_document_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "desk.json", "--into", "desk"]) == 2
    assert capsys.readouterr().err == (
        "restmap import: there is no document at desk.json. "
        "Give JSON or YAML files, or a folder of them.\n"
    )


@pytest.mark.parametrize(
    "package",
    [
        *("a.class", "1a", "a/b", "", ".a", "..", "a.\n", "../a", "/a", "a\\b", "a;b", "a.*"),
        *("a.__init__", "__pycache__.a", "a" * 101),
    ],
)
def test_a_package_that_could_not_be_imported_is_refused(
    package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("desk.json").write_text(json.dumps(DESK))

    assert main(["import", "desk.json", "--into", package]) == 2
    assert capsys.readouterr().err == (
        f"restmap import: {package!r} is not the name of a package. "
        "Write names with dots: resources.desk.\n"
    )
    assert list(Path().iterdir()) == [Path("desk.json")]


@pytest.mark.parametrize(
    ("package", "owner"),
    [("json", "a module of Python"), ("os.a", "a module of Python"), ("restmap", "restmap itself")],
)
def test_a_package_that_would_hide_another_is_refused(
    package: str, owner: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("desk.json").write_text(json.dumps(DESK))

    assert main(["import", "desk.json", "--into", package]) == 2
    assert capsys.readouterr().err == (
        f"restmap import: {package.partition('.')[0]!r} is the name of {owner}. "
        "Write another one: apis.desk.\n"
    )


@pytest.mark.parametrize("name", ["../../evil", "", "a b", "class", "a/b", "ﬁles", "Client"])
def test_a_name_that_no_client_can_have_is_refused(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("desk.json").write_text(json.dumps(DESK))

    assert main(["import", "desk.json", "--into", "desk", "--client", name]) == 2
    assert capsys.readouterr().err == (
        f"restmap import: {name!r} cannot be the name of a client class. "
        "Write an identifier that restmap does not use: --client Desk\n"
    )


def test_the_client_may_have_a_name_of_ones_own() -> None:
    Path("desk.json").write_text(json.dumps(DESK))

    assert main(["import", "desk.json", "--into", "apis.desk", "--client", "Help"]) == 0
    assert "\nclass Help(Client, " in Path("apis/desk/client.py").read_text()
    assert "from .client import Help\n" in Path("apis/desk/__init__.py").read_text()


@pytest.mark.parametrize("naming", ["nowhere:Naming", "restmap.importer:Nothing", "restmap"])
def test_a_naming_that_is_not_there_is_refused(
    naming: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("desk.json").write_text(json.dumps(DESK))

    assert main(["import", "desk.json", "--into", "desk", "--naming", naming]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"restmap import: there is no naming {naming!r}: ")
    assert said.endswith(". Write 'package.module:Class'.\n")


@pytest.mark.parametrize("name", ["jsonschema_rs", "ruamel.yaml"])
def test_a_package_that_is_not_installed_is_named(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(package: str) -> Any:
        if package == "ruamel.yaml" == name:
            raise ModuleNotFoundError(package)
        return None if package == name else object()

    monkeypatch.setattr("restmap.command_line.importing.find_spec", find)

    assert main(["import", "desk.json", "--into", "desk"]) == 2
    assert capsys.readouterr().err == (
        f"restmap import: the importer needs {name}, which is not installed. "
        "Install it with: pip install 'restmap[import]'\n"
    )


def test_a_yaml_document_is_read_as_its_json_is(tmp_path: Path) -> None:
    Path("desk.json").write_text(json.dumps(DESK))
    Path("desk.yaml").write_text(_yaml(DESK))

    assert main(["import", "desk.json", "--into", "one"]) == 0
    assert main(["import", "desk.yaml", "--into", "two"]) == 0
    written = {path.relative_to("one"): path.read_text() for path in Path("one").rglob("*.py")}
    assert {path.relative_to("two"): path.read_text() for path in Path("two").rglob("*.py")} == {
        path: text.replace("from one import", "from two import") for path, text in written.items()
    }
    assert len(written) == 7


def _yaml(value: Any) -> str:
    """YAML that is not JSON: with status codes that are numbers, as people write them."""

    def numbered(value: Any) -> Any:
        if isinstance(value, dict):
            pairs = ((int(key) if key.isdigit() else key, each) for key, each in value.items())
            return {key: numbered(each) for key, each in pairs}
        return value

    stream = io.BytesIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.sort_base_mapping_type_on_output = False
    yaml.dump(numbered(value), stream)
    return stream.getvalue().decode()
