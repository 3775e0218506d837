"""The command `restmap openapi`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from restmap.__main__ import main
from restmap.openapi.document import openapi_documents

TRACKER = "docs.examples.private_api"


def test_a_document_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi", TRACKER]) == 0

    printed = json.loads(capsys.readouterr().out)
    assert {"tracker.example": printed} == openapi_documents(TRACKER)


@pytest.mark.parametrize("name", ["tracker.json", "below/tracker.yaml", "tracker.yml"])
def test_a_file(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name

    assert main(["openapi", TRACKER, "--into", str(path)]) == 0
    assert capsys.readouterr() == ("", f"{path}: 9 operations\n")
    text = path.read_text()
    assert text.startswith("openapi: 3.1.0\ninfo:" if name.endswith("ml") else '{\n  "openapi"')
    written = YAML(typ="safe", pure=True).load(text)
    assert {"tracker.example": written} == openapi_documents(TRACKER)


def test_a_folder_has_a_document_for_each_host(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["openapi", "docs.examples", "--into", str(tmp_path)]) == 0

    files = sorted(each.name for each in tmp_path.iterdir())
    assert "tracker.example.json" in files
    assert len(files) == len(openapi_documents("docs.examples"))
    assert f"{tmp_path / 'tracker.example.json'}: 9 operations\n" in capsys.readouterr().err


def test_what_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi", "restmap.errors"]) == 2
    assert capsys.readouterr().err == (
        "restmap openapi: restmap.errors declares no operations. "
        "Name a package or a module with a Client, a Domain, a Version or resources in it.\n"
    )
    assert main(["openapi", "resources.twilio"]) == 2
    assert capsys.readouterr().err == (
        "restmap openapi: resources.twilio has 43 hosts (accounts.twilio.com, api.twilio.com, "
        "assistants.twilio.com, …), and an OpenAPI document describes one. "
        "Write --into FOLDER for a document of each, or name a module with one of them.\n"
    )
    (tmp_path / "file").touch()
    into = tmp_path / "file" / "tracker.json"
    assert main(["openapi", TRACKER, "--into", str(into)]) == 2
    assert capsys.readouterr().err == (
        f"restmap openapi: {into} cannot be written: File exists. "
        "Choose another place: --into FILE.\n"
    )


def test_yaml_needs_a_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("restmap.openapi.files.find_spec", lambda name: None)

    assert main(["openapi", TRACKER, "--into", str(tmp_path / "tracker.yaml")]) == 2
    assert capsys.readouterr().err == (
        "restmap openapi: YAML needs ruamel.yaml, which is not installed. "
        "Install it with: pip install 'restmap[import]'; or give a name that ends with .json.\n"
    )
