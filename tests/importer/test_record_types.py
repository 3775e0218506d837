"""An object of a response that is the record of a resource is written as that resource."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from restmap import HandlerTransport, Request, Response
from tests.support import json_response

from .desk import TEXT, importable, imported, in_path, response_of, sends, text_of

INTEGER = {"type": "integer"}


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties}


def listed(schema: Any) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def op(schema: Any, *parameters: Any, body: Any = None) -> dict[str, Any]:
    operation: dict[str, Any] = {"parameters": [*parameters], "responses": response_of(schema)}
    return operation | (
        {"requestBody": sends("application/json", body)} if body is not None else {}
    )


USER, TEAM, IMAGE = reference("User"), reference("Team"), reference("Image")

COMPONENTS: dict[str, Any] = {
    "User": obj(["id", "name"], id=TEXT, name=TEXT, team=TEAM, boss=USER),
    "UserCompact": obj(["id"], id=TEXT, name=TEXT),
    "Team": obj(["id"], id=TEXT, lead=USER, members=listed(USER), report=reference("Report")),
    "Report": obj([], author=USER, by_name={"additionalProperties": USER}),
    "Image": obj(["id"], id=INTEGER, size=INTEGER),
    "Setting": obj([], owner=IMAGE, colour=TEXT),
    "Note": obj(["id"], id=TEXT, text=TEXT),
}

PATHS: dict[str, Any] = {
    "/users": {"get": op(listed(reference("UserCompact")))},
    "/users/{id}": {"get": op(USER, in_path("id"))},
    "/teams/{id}": {"get": op(TEAM, in_path("id"))},
    "/images/{id}": {"get": op(IMAGE, in_path("id", INTEGER))},
}


def document(paths: Any = PATHS, **components: Any) -> dict[str, Any]:
    return {
        "openapi": "3.0.3",
        "info": {"title": "Desk", "version": "1"},
        "servers": [{"url": "https://api.desk.example/v1"}],
        "paths": {**PATHS, **paths},
        "components": {"schemas": COMPONENTS | components},
    }


def written(folder: Path, module: str, paths: Any = PATHS, **components: Any) -> str:
    """The text of a module of the document with further paths and components."""
    report = imported(folder, document(paths, **components))
    assert report.problems == []
    return text_of(folder, module)


def thing(**properties: Any) -> dict[str, Any]:
    """A path with a thing that has these properties."""
    schema = obj([*properties], id=TEXT, **properties)
    return {"/things/{id}": {"get": op(schema, in_path("id"))}}


def test_a_resource_in_the_fields_and_the_models_of_another(tmp_path: Path) -> None:
    assert written(tmp_path, "team.py") == (
        '"""Teams."""\n'
        "\n"
        "from __future__ import annotations\n"
        "\n"
        "from typing import TYPE_CHECKING\n"
        "\n"
        "from restmap import Model, Params, deferred\n"
        "\n"
        "from .base import DeskResource\n"
        "\n"
        "if TYPE_CHECKING:\n"
        "    from .user import User\n"
        "else:\n"
        '    User = deferred(".user:User", __package__)\n'
        "\n"
        "\n"
        "class Report(Model):\n"
        "    author: User | None = None\n"
        "    by_name: dict[str, User] | None = None\n"
        "\n"
        "\n"
        'class Team(DeskResource, uri="/teams/{id}"):\n'
        '    """client.teams"""\n'
        "\n"
        "    id: str\n"
        "    lead: User | None\n"
        "    members: list[User] | None\n"
        "    report: Report | None\n"
        "\n"
        "    class Fetch(Params): ...\n"
    )
    user = text_of(tmp_path, "user.py")
    assert "    team: Team | None\n    boss: User | None\n" in user
    assert 'Team = deferred(".team:Team", __package__)' in user
    assert "User = deferred" not in user


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ({"value": USER}, "User"),
        ({"value": listed(USER)}, "list[User]"),
        ({"value": {"oneOf": [USER, TEXT]}}, "User | str"),
        ({"value": {"allOf": [USER], "nullable": True}}, "User | None"),
        ({"value": reference("UserCompact")}, "User"),
        ({"value": {"oneOf": [USER, TEAM]}}, "User | Team"),
        # What has other properties, or is no component, is not the record.
        ({"value": obj(["id"], id=TEXT, name=TEXT)}, "ThingValue"),
        ({"value": {"allOf": [USER, obj([], more=TEXT)]}}, "ThingValue"),
    ],
)
def test_the_types_of_a_field(tmp_path: Path, properties: Any, kind: str) -> None:
    assert f"    value: {kind}\n" in written(tmp_path, "thing.py", thing(**properties))


NOTE = reference("Note")

NOT_THE_RESOURCE: dict[str, tuple[dict[str, Any], str]] = {
    "a list of other things has it": ({"/favourites": {"get": op(listed(NOTE))}}, "Note"),
    "a list below something else has it": (
        {"/teams/{id}/memos": {"get": op(listed(NOTE), in_path("id"))}},
        "Note",
    ),
    "several resources are as good": (
        {
            f"/{each}/{{{each}_id}}/notes/{{id}}": {
                "get": op(NOTE, in_path(f"{each}_id"), in_path("id"))
            }
            for each in ("users", "teams")
        },
        "NoteData",
    ),
    "another operation has it with another type": (
        {
            "/notes": {"get": op(listed(NOTE))},
            "/notes/{id}": {"get": op(obj(["id"], id=TEXT, text=INTEGER), in_path("id"))},
        },
        "NoteData",
    ),
}


@pytest.mark.parametrize("name", NOT_THE_RESOURCE)
def test_an_object_that_is_no_record_of_a_resource_is_a_model(tmp_path: Path, name: str) -> None:
    paths, kind = NOT_THE_RESOURCE[name]
    text = written(tmp_path, "thing.py", {**paths, **thing(value=NOTE)})
    assert f"class {kind}(Model):\n" in text
    assert f"    value: {kind}\n" in text


THE_RESOURCE: dict[str, tuple[dict[str, Any], str]] = {
    "it is fetched by a key": (
        {"/memos/{id}": {"get": op(NOTE, in_path("id"))}},
        "Memo",
    ),
    "of two, that with the shorter path": (
        {
            "/teams/{id}/notes": {"get": op(listed(NOTE), in_path("id"))},
            "/notes/{id}": {"get": op(NOTE, in_path("id"))},
        },
        "Note",
    ),
    "it is only listed, and has the name": ({"/notes": {"get": op(listed(NOTE))}}, "Note"),
    "it can be changed, and has the name": (
        {"/notes/{id}": {"put": op(NOTE, in_path("id"), body=obj([], text=TEXT))}},
        "Note",
    ),
}


@pytest.mark.parametrize("name", THE_RESOURCE)
def test_the_resource_that_a_component_is_about(tmp_path: Path, name: str) -> None:
    paths, kind = THE_RESOURCE[name]
    text = written(tmp_path, "thing.py", {**paths, **thing(value=NOTE)})
    assert f"    value: {kind}\n" in text
    assert "(Model)" not in text


def test_what_is_sent_is_a_model_of_its_own(tmp_path: Path) -> None:
    image = obj(["id"], id={**INTEGER, "readOnly": True}, size=INTEGER)
    paths = {
        "/disks/{id}": {
            "get": op(obj([], id=TEXT, image=IMAGE), in_path("id")),
            "put": op({}, in_path("id"), body=obj([], name=TEXT, image=IMAGE)),
        }
    }
    text = written(tmp_path, "disk.py", paths, Image=image)

    assert "class ImageInput(Model):\n    size: int = UNSET\n" in text
    assert "    image: Image\n" in text
    assert "        image: ImageInput = UNSET\n" in text


def test_a_record_in_a_model_that_is_sent_as_well_is_a_model(tmp_path: Path) -> None:
    setting = reference("Setting")
    paths = {
        "/disks/{id}": {
            "get": op(obj([], id=TEXT, setting=setting), in_path("id")),
            "put": op({}, in_path("id"), body=obj([], name=TEXT, setting=setting)),
        }
    }
    text = written(tmp_path, "disk.py", paths)

    assert "class ImageData(Model):\n" in text
    assert "    owner: ImageData | None = None\n" in text


def test_results_of_operations(tmp_path: Path) -> None:
    paths = {
        "/teams/{id}/promote": {"post": op(USER, in_path("id"))},
        "/teams/{id}/draw": {"post": op(listed(USER), in_path("id"))},
        "/teams/{id}/replace": {
            "post": op({"oneOf": [USER, {"type": "null"}]}, in_path("id")) | {"operationId": "x"}
        },
        "/teams/{id}/split": {"post": op(listed(TEAM), in_path("id"))},
        "/teams/{id}/explain": {"post": op(reference("Report"), in_path("id"))},
    }
    text = written(tmp_path, "team.py", paths)

    assert "promote = action(Promote, returns=User)\n" in text
    assert "draw = action(Draw, returns=list[User])\n" in text
    assert 'class Split(Params, Returns["list[Team]"]' in text
    assert "explain = action(Explain, returns=Report)\n" in text


def test_a_nested_class_does_not_hide_a_resource(tmp_path: Path) -> None:
    paths = {"/teams/{id}/user": {"post": op(USER, in_path("id")) | {"operationId": "userTeam"}}}
    written(tmp_path, "team.py", paths)
    with importable(tmp_path):
        team = importlib.import_module("made.team").Team
        assert team.lead.kind.__args__[0].__name__ == "User"


def test_versions_have_resources_of_their_own(tmp_path: Path) -> None:
    paths = {
        f"/{version}{path}": item
        for version in ("v1", "v2")
        for path, item in {**PATHS, **thing(value=USER)}.items()
    }
    imported(tmp_path, {**document(), "servers": [{"url": "https://a.example"}], "paths": paths})

    with importable(tmp_path):
        for version in ("v1", "v2"):
            module = importlib.import_module(f"made.{version}.thing")
            assert module.Thing.value.kind.__module__ == f"made.{version}.user"


def test_the_written_package_works(tmp_path: Path) -> None:
    answers: dict[str, Any] = {
        "/v1/teams/a": {
            "id": "a",
            "members": [{"id": "u", "name": "U", "boss": {"id": "b", "name": "B"}}],
            "report": {"author": {"id": "w", "name": "W"}},
        },
        "/v1/users/b": {"id": "b", "name": "Boss"},
    }

    def respond(request: Request) -> Response:
        return json_response(answers[request.url.removeprefix("https://api.desk.example")])

    imported(tmp_path, document())
    with importable(tmp_path):
        client = importlib.import_module("made").Desk(transport=HandlerTransport(respond))
        team = client.teams("a").fetch()
        assert "made.user" not in sys.modules
        assert team.members[0].boss.fetch().name == "Boss"
        assert team.report.author.name == "W"
        assert json.loads(team.members[0].to_json())["boss"] == {"id": "b", "name": "B"}
