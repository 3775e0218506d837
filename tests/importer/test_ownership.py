"""Which files of a package are the importer's, and that it touches no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from restmap.errors import ConfigurationError
from restmap.importer.read.parsing import DocumentError
from restmap.importer.write.package_files import MANIFEST, Package

from .desk import changed, imported, text_of

TICKET = (Path(__file__).parent / "ticket.txt").read_text()


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_that_the_document_gives_no_longer_is_removed(tmp_path: Path) -> None:
    imported(tmp_path)
    report = imported(tmp_path, changed(**{"/status": None}))

    assert report.removed == ["status.py"]
    assert not (tmp_path / "made/status.py").exists()
    manifest = json.loads((tmp_path / "made" / MANIFEST).read_text())
    assert "status.py" not in manifest["files"]
    assert "ticket.py" in manifest["files"]


def test_files_of_the_user_stay_whatever_their_names(tmp_path: Path) -> None:
    theirs = {
        "helpers.py": "def helper(): ...\n",
        "old.py": "raise RuntimeError('not to be imported')\n",
        "test_ticket.py": "import nothing_that_is_there\n",
        "notes.txt": "to do\n",
        "other/__init__.py": "",
    }
    for name, text in theirs.items():
        path = tmp_path / "made" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    report = imported(tmp_path)
    imported(tmp_path, changed(**{"/status": None}))

    assert (report.declared, report.kept) == (8, [])
    assert {name: (tmp_path / "made" / name).read_text() for name in theirs} == theirs


def test_a_module_of_the_user_in_the_place_of_one_is_compared_and_kept(tmp_path: Path) -> None:
    imported(tmp_path)
    by_hand = (
        TICKET.replace("    labels: list[str]\n", "    colour: str\n")
        .replace('method="PATCH"', 'method="PUT"')
        .replace(
            "        subject: str\n        state", "        subject: str = UNSET\n        state"
        )
    )
    path = tmp_path / "made/ticket.py"
    path.write_text(by_hand)
    report = imported(tmp_path)

    assert path.read_text() == by_hand
    assert report.text().splitlines() == [
        "7 of 8 operations are declared, 1 left out; "
        "0 files written, 0 removed, 1 kept as they are.",
        "left out: updateTicket (PATCH /tickets/{id}): "
        "ticket.py, which is yours, does not declare it",
        "kept:     ticket.py, which `restmap import` did not write",
        "differs:  fields of Ticket that the document lacks: colour",
        "differs:  fields of Ticket that only the document has: labels",
        "differs:  Ticket.Update is sent by PUT, in the document by PATCH",
        "differs:  Ticket.Update: subject is required",
    ]


def test_a_module_that_is_the_same_is_the_importers_again(tmp_path: Path) -> None:
    imported(tmp_path)
    (tmp_path / "made" / MANIFEST).unlink()

    assert imported(tmp_path).kept == []
    assert imported(tmp_path, changed(**{"/status": None})).removed == ["status.py"]


def test_a_module_that_was_changed_is_not_removed(tmp_path: Path) -> None:
    imported(tmp_path)
    path = tmp_path / "made/status.py"
    path.write_text(path.read_text() + "# mine\n")
    report = imported(tmp_path, changed(**{"/status": None}))

    assert (report.removed, report.kept) == ([], ["status.py"])
    assert path.read_text().endswith("# mine\n")


def test_the_module_of_the_client_is_the_users_too(tmp_path: Path) -> None:
    path = tmp_path / "made/client.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('"""Mine."""\n')
    before = everything(tmp_path / "made")
    with pytest.raises(DocumentError) as caught:
        imported(tmp_path)

    found, remedy, *_ = str(caught.value).split("\n")
    assert found.startswith("the written modules cannot be loaded: ")
    assert remedy == "  Nothing was changed. The cause may be in these modules of yours: client.py."
    assert everything(tmp_path / "made") == before


@pytest.mark.parametrize("link", ["made", "made/files", "made/files/v2"])
def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = tmp_path / "here"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(elsewhere, target_is_directory=True)
    document = changed()
    servers = [{"url": f"https://files.desk.example/{each}"} for each in ("v1", "v2")]
    document["paths"]["/status"]["servers"] = servers[:1]
    document["paths"]["/import"]["servers"] = servers[1:]
    with pytest.raises(ConfigurationError, match=r"leads to .*elsewhere.*, outside of"):
        imported(root, document)

    assert list(elsewhere.iterdir()) == []
    assert not list(root.rglob("*.py"))


def test_a_module_that_is_a_link_is_the_users(tmp_path: Path) -> None:
    imported(tmp_path)
    path = tmp_path / "made/status.py"
    outside = tmp_path / "status.py"
    path.rename(outside)
    path.symlink_to(outside)
    before = outside.read_text()
    report = imported(tmp_path, changed(**{"/status": None}))

    assert (report.removed, report.kept) == ([], ["status.py"])
    assert outside.read_text() == before


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"files": []}',
        '{"files": {"../outside.py": "0"}}',
        '{"files": {"/outside.py": "0"}}',
        '{"files": {"desk/../../outside.py": "0"}}',
        '{"files": {"ticket.py": 1}}',
        '{"files": {"notes.txt": "0"}}',
    ],
)
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    outside = tmp_path / "outside.py"
    outside.write_text("mine\n")
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / MANIFEST).write_text(content)
    with pytest.raises(ConfigurationError) as caught:
        imported(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path / 'made' / MANIFEST} is not a manifest of `restmap import`.\n"
        "  Restore it, or remove it: then every file of the package counts as yours."
    )
    assert outside.read_text() == "mine\n"


def test_a_failure_while_files_are_moved_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Package("made", tmp_path)
    first = {"a.py": "1\n", "b/c.py": "2\n", "d.py": "3\n"}
    change = package.change_to(first)
    with package.staged(change) as staged:
        package.apply(change, staged)
    before = everything(tmp_path)
    change = package.change_to({"a.py": "one\n", "b/c.py": "2\n", "e/f.py": "5\n", "g.py": "6\n"})
    assert (change.written, change.removed) == (["a.py", "e/f.py", "g.py"], ["d.py"])

    replace = Path.replace

    def refuse(self: Path, target: Any) -> Any:
        if Path(target).name == "g.py":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with package.staged(change) as staged, pytest.raises(OSError, match="No space left"):
        package.apply(change, staged)

    assert everything(tmp_path) == before
    assert sorted(each.name for each in tmp_path.rglob("*") if each.is_dir()) == ["b", "made"]


def test_nothing_is_left_beside_the_package(tmp_path: Path) -> None:
    imported(tmp_path)

    assert sorted(each.name for each in tmp_path.iterdir()) == ["desk.json", "made"]
    assert text_of(tmp_path, "__init__.py").splitlines() == [
        '"""Desk: `from made import Desk`."""',
        "",
        "from .client import Desk",
        "",
        '__all__ = ["Desk"]',
    ]
