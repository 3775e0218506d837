"""Names: those that a person would choose, for classes, modules, mounts and actions."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from typing import Any

import pytest

from restmap.importer.draft.words import Vocabulary, plural, singular

from .desk import TEXT, importable, in_path, query, response_of
from .shed import TOOL, imported_paths, object_of
from .test_roles import MANY, NAMED, NOTHING, ONE, op

KEY = in_path("id")


def written_classes(folder: Path) -> dict[str, str]:
    """The module of each resource, by the name of its class."""
    package = folder / "made"
    found: dict[str, str] = {}
    for path in sorted(package.glob("*.py")):
        for each in ast.parse(path.read_text()).body:
            is_resource = isinstance(each, ast.ClassDef) and any(
                isinstance(base, ast.Name) and base.id == "ShedResource" for base in each.bases
            )
            if isinstance(each, ast.ClassDef) and is_resource:
                found[each.name] = path.name
    return found


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("statuses", "status"),
        ("houses", "house"),
        ("status", "status"),
        ("emojis", "emoji"),
        ("analysis", "analysis"),
        ("policies", "policy"),
        ("movies", "movie"),
        ("boxes", "box"),
        ("indices", "index"),
        ("people", "person"),
        ("news", "news"),
        ("dns", "dns"),
        ("user_ids", "user_id"),
        ("TaskStatuses", "TaskStatus"),
        ("NewPeople", "NewPerson"),
        ("analyses", "analysis"),
        ("address", "address"),
    ],
)
def test_the_singular_of_a_word(many: str, one: str) -> None:
    assert singular(many) == one
    assert singular(one) == one


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("status", "statuses"),
        ("house", "houses"),
        ("emoji", "emojis"),
        ("analysis", "analyses"),
        ("policy", "policies"),
        ("day", "days"),
        ("box", "boxes"),
        ("NewPerson", "NewPeople"),
        ("news", "news"),
        ("users", "users"),
    ],
)
def test_the_plural_of_a_word(one: str, many: str) -> None:
    assert plural(one) == many
    assert plural(many) == many
    assert singular(many) == singular(one)


def test_words_that_no_document_writes_apart_stay_together() -> None:
    words = Vocabulary(["PodTemplate", "Podtemplate2", "Rule"], ["list", "getIPs"])

    assert words.separated("podtemplates") == "pod_templates"
    assert words.separated("rules") == "rules"
    assert words.separated("ips") == "ips"
    assert words.separated("pod_template") == "pod_template"


def test_capitals_of_components_and_ids_are_those_of_words(tmp_path: Path) -> None:
    paths = {
        "/toolboxes": {"get": op(MANY)},
        "/workbenches/{id}": {"get": op(ONE, KEY, id_="readWorkBench")},
    }
    imported_paths(tmp_path, paths, ToolBox=TOOL)

    assert written_classes(tmp_path) == {"ToolBox": "tool_box.py", "WorkBench": "work_bench.py"}
    with importable(tmp_path):
        client = importlib.import_module("made").Shed()
        assert str(client.tool_boxes) == "<Shed.ToolBoxList>"


def test_of_resources_with_one_noun_the_others_begin_with_that_of_their_parent(
    tmp_path: Path,
) -> None:
    paths = {
        "/tags/{id}": {"get": op(ONE, KEY)},
        "/shops/{shop}/tags": {"get": op(MANY, in_path("shop")), "post": op(body=NAMED)},
        "/shops/{shop}/shop_tags": {"get": op(MANY, in_path("shop"))},
        "/shop_tags": {"get": op(MANY)},
        # The one with all verbs has the name, not the one nearest to the top.
        "/v1x/all/tools": {"get": op(MANY)},
        "/shops/{shop}/kits/{kit}/tools/{id}": {
            "get": op(ONE, in_path("shop"), in_path("kit"), KEY),
            "delete": op(NOTHING, in_path("shop"), in_path("kit"), KEY),
        },
    }
    imported_paths(tmp_path, paths)

    assert written_classes(tmp_path) == {
        "All": "all.py",
        "AllTool": "all_tool.py",
        "Kit": "kit.py",
        "Shop": "shop.py",
        "ShopTag": "shop_tag.py",
        "ShopTagOfShop": "shop_tag_of_shop.py",
        "Tag": "tag.py",
        "TagOfShop": "tag_of_shop.py",
        "Tool": "tool.py",
        "V1x": "v1x.py",
    }


def test_a_module_says_in_what_group_the_items_above_it_are(tmp_path: Path) -> None:
    paths = {
        "/stock/watch/shelves/{shelf}/tools": {"get": op(MANY, in_path("shelf"))},
        "/shelves/{shelf}/tools/{id}": {"get": op(ONE, in_path("shelf"), KEY)},
    }
    imported_paths(tmp_path, paths)
    docstrings = {
        path.name: ast.get_docstring(ast.parse(path.read_text()))
        for path in (tmp_path / "made").glob("*tool.py")
    }

    assert sorted(map(str, docstrings.values())) == [
        "Tools of shelves, in stock watch.",
        "Tools of shelves.",
    ]


def test_what_has_items_is_singular_and_what_groups_others_is_not(tmp_path: Path) -> None:
    paths = {
        "/statuses": {"get": op(MANY)},
        "/reports/daily": {"get": op(ONE)},
        "/settings": {"get": op(ONE)},
    }
    imported_paths(tmp_path, paths)

    assert written_classes(tmp_path) == {
        "Daily": "daily.py",
        "Reports": "reports.py",
        "Settings": "settings.py",
        "Status": "status.py",
    }


def test_a_call_is_an_action_of_what_it_is_about(tmp_path: Path) -> None:
    """Also where the id of the operation says that something is created."""
    paths = {
        "/tools/{id}": {"get": op(ONE, KEY)},
        "/tools/{id}/addTags": {"post": op(ONE, KEY, id_="addTags", body=NAMED)},
        "/tools/{id}/set_owner": {"post": op(ONE, KEY, id_="createOwner", body=NAMED)},
        "/tools/insert": {"post": op(ONE, id_="insertTool", body=NAMED)},
        "/orders/get": {"post": op(response_of(object_of(total=TEXT)), body=NAMED)},
    }
    imported_paths(tmp_path, paths)

    assert written_classes(tmp_path) == {"Orders": "orders.py", "Tool": "tool.py"}
    text = (tmp_path / "made" / "tool.py").read_text()
    assert "    add_tags = action(AddTags)\n" in text
    assert "    set_owner = action(SetOwner)\n" in text
    assert "    insert = action(Insert)\n" in text


def test_an_action_hides_no_attribute_of_a_collection(tmp_path: Path) -> None:
    paths = {
        "/tools": {"get": op(MANY), "post": op(body=NAMED)},
        "/tools/describe": {"post": op(NOTHING)},
        "/tools/{id}": {"get": op(ONE, KEY)},
        "/tools/{id}/describe": {"post": op(NOTHING, KEY)},
    }
    imported_paths(tmp_path, paths)

    text = (tmp_path / "made" / "tool.py").read_text()
    assert "    describe_ = action(Describe, returns=None)\n" in text
    assert "    describe = action(Describe, returns=None)\n" in text


def test_a_key_without_a_word_before_it_is_mounted_by_its_own_name(tmp_path: Path) -> None:
    keys = (in_path("emoji"), in_path("user_id"))
    paths = {
        "/reactions/{emoji}": {"get": op(ONE, in_path("emoji"))},
        "/reactions/{emoji}/{user_id}": {"delete": op(NOTHING, *keys)},
    }
    imported_paths(tmp_path, paths)

    with importable(tmp_path):
        client = importlib.import_module("made").Shed()
        assert (
            str(client.reactions("x").users("U1")) == "<User emoji='x' user_id='U1' (not fetched)>"
        )


@pytest.mark.parametrize(
    ("paths", "mounts"),
    [
        (("/api/tools", "/apis/parts/bolts", "/health"), ["health", "parts", "tools"]),
        (("/api/tools", "/tools"), ["api", "tools"]),
        (("/api/tools", "/apis/tools"), ["api", "apis"]),
        (("/api", "/api/tools", "/health"), ["api", "health", "tools"]),
    ],
)
def test_api_is_no_mount_where_it_tells_nothing_apart(
    tmp_path: Path, paths: tuple[str, ...], mounts: list[str]
) -> None:
    imported_paths(tmp_path, {each: {"get": op(MANY)} for each in paths})

    with importable(tmp_path):
        client: Any = importlib.import_module("made").Shed
        assert sorted(each for each in mounts if hasattr(client, each)) == mounts
        assert not {"api", "apis"} - {*mounts} & {*vars(client)}


def test_tags_group_the_calls_of_a_flat_api(tmp_path: Path) -> None:
    def call(tag: str, responses: Any, **more: Any) -> dict[str, Any]:
        return {**op(responses, **more), "tags": [tag]}

    paths = {
        "/getTool": {"get": call("Tools", ONE)},
        "/listTools": {"get": call("Tools", MANY)},
        "/sendMessage": {"post": call("Chat Messages", ONE, body=NAMED)},
        "/status": {"get": op(ONE)},
    }
    imported_paths(tmp_path, paths)

    with importable(tmp_path):
        client = importlib.import_module("made").Shed()
        for each in (
            client.tools.get_tool,
            client.tools.list_tools.list,
            client.chat_messages.send_message,
            client.status.fetch,
        ):
            assert callable(each)


def words(*members: str) -> dict[str, Any]:
    return {"type": "string", "enum": [*members]}


def test_no_literal_type_has_a_number(tmp_path: Path) -> None:
    """One is named after its operation, one with a single value is written in place."""
    listed = op(MANY, query("sort", words("new", "old")))
    record = object_of(id=TEXT, sort=words("asc", "desc"), kind=words("tool"))
    paths = {
        "/tools": {
            "get": listed,
            "post": op(response_of(record), body=object_of(sort=words("up", "down"))),
        },
        "/tools/{id}": {"get": op(response_of(record), KEY)},
    }
    imported_paths(tmp_path, paths)
    text = (tmp_path / "made" / "tool.py").read_text()

    assert 'Sort = Literal["asc", "desc"]\n' in text
    assert 'ToolSort = Literal["up", "down"]\n' in text
    assert 'ListSort = Literal["new", "old"]\n' in text
    assert '    kind: Literal["tool"] | None\n' in text


def test_a_literal_type_names_one_whose_values_it_has(tmp_path: Path) -> None:
    """Where at least half of its values are those, in the same order; else it says its own."""
    four = ["id", "name", "state", "owner"]
    record = object_of(
        id=TEXT,
        sort=words(*four),
        same_sort=words(*four),
        third_sort=words(*four),
        wider_sort=words("path", *four, "uri"),
        other_order=words(*reversed(four), "uri"),
        much_wider=words(*four, "a", "b", "c", "d", "e"),
    )
    imported_paths(tmp_path, {"/tools/{id}": {"get": op(response_of(record), KEY)}})
    text = (tmp_path / "made" / "tool.py").read_text()

    assert (
        'MuchWider = Literal["id", "name", "state", "owner", "a", "b", "c", "d", "e"]\n'
        'OtherOrder = Literal["owner", "state", "name", "id", "uri"]\n'
        'SameSort = Literal["id", "name", "state", "owner"]\n'
        "Sort = SameSort\n"
        "ThirdSort = SameSort\n"
        'WiderSort = Literal["path", SameSort, "uri"]\n'
    ) in text


def test_the_kinds_of_variants_are_one_literal_type(tmp_path: Path) -> None:
    variants = [object_of(id=TEXT, kind=words(each)) for each in ("saw", "axe", "file")]
    paths = {"/tools/{id}": {"get": op(response_of({"oneOf": variants}), KEY)}}
    imported_paths(tmp_path, paths)
    text = (tmp_path / "made" / "tool.py").read_text()

    assert '    kind: Literal["saw", "axe", "file"]\n' in text


def test_variants_without_names_are_told_apart_by_their_members(tmp_path: Path) -> None:
    variants = [object_of(**{each: TEXT}) for each in ("length", "width", "weight")]
    change = object_of(size={"oneOf": variants})
    paths = {"/tools/{id}": {"get": op(ONE, KEY), "patch": op(ONE, KEY, body=change)}}
    imported_paths(tmp_path, paths)
    text = (tmp_path / "made" / "tool.py").read_text()

    assert "size: ToolSize | ToolSizeWithWidth | ToolSizeWithWeight = UNSET" in text


def test_equal_results_are_one_model(tmp_path: Path) -> None:
    result = response_of(object_of(done={"type": "boolean"}))
    paths = {
        "/tools/{id}": {"get": op(ONE, KEY)},
        "/tools/{id}/add_tag": {"post": op(result, KEY, body=NAMED)},
        "/tools/{id}/remove_tag": {"post": op(result, KEY, body=NAMED)},
    }
    imported_paths(tmp_path, paths)
    text = (tmp_path / "made" / "tool.py").read_text()

    assert text.count("(Model):") == 1
    assert "class ToolTagResult(Model):\n" in text
    assert "add_tag = action(AddTag, returns=ToolTagResult)" in text


def test_a_class_of_shared_parameters_names_its_operations(tmp_path: Path) -> None:
    body = object_of(**dict.fromkeys(["name", "use", "make", "size", "shelf", "price"], TEXT))
    paths = {
        "/tools": {"get": op(MANY), "post": op(ONE, body=body)},
        "/tools/{id}": {"get": op(ONE, KEY), "patch": op(ONE, KEY, body=body)},
    }
    imported_paths(tmp_path, paths)
    text = (tmp_path / "made" / "tool.py").read_text()

    assert 'class ToolParameters(Params):\n    """The parameters of Create and Update."""' in text


def test_a_whole_body_has_the_last_word_of_its_component(tmp_path: Path) -> None:
    change = {"type": "array", "items": TEXT}
    paths = {"/tools/{id}": {"patch": op(ONE, KEY, body=reference("shed.v1.ToolChange"))}}
    imported_paths(tmp_path, paths, **{"shed.v1.ToolChange": change})

    assert "tool_change: list[str]" in (tmp_path / "made" / "tool.py").read_text()


def reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def test_a_component_that_is_only_read_in_places_is_one_model(tmp_path: Path) -> None:
    """A part of an `allOf` that only describes, or says that it is read, adds no class."""
    parts = [reference("Handle"), {"readOnly": True}, {"description": "It is loose."}]
    record = object_of(id=TEXT, first=reference("Handle"), second={"allOf": parts})
    paths = {"/tools/{id}": {"get": op(response_of(record), KEY)}}
    imported_paths(tmp_path, paths, Handle=object_of(material=TEXT, length=TEXT))
    text = (tmp_path / "made" / "tool.py").read_text()

    assert text.count("(Model):") == 1
    assert "    first: Handle\n    second: Handle\n" in text
