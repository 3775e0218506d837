"""The names in Twilio's OpenAPI documents, for `restmap import`; hints are in `x-twilio`."""

from __future__ import annotations

import functools
import json
import re
import typing
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import urlsplit

from restmap import pascal_case, snake_case
from restmap.importer import (
    ITEM_KEY,
    Arguments,
    Document,
    DocumentOperation,
    ListResponse,
    OwnItem,
    PageChoice,
    Place,
    PlainNaming,
    Role,
    Step,
    arguments,
    shape,
    singular,
)

from . import types


def _maximum(response: ListResponse, parameter: str) -> dict[str, int]:
    """The argument for the maximum page size, where it is not 1000."""
    maximum = int(response.query.get(parameter, {}).get("maximum", 1000))
    return {"max_page_size": maximum} if maximum != 1000 else {}


def _has_meta(response: ListResponse) -> Arguments | None:
    if "next_page_url" not in _meta(response):
        return None
    return arguments(**_maximum(response, "PageSize"))


def _has_token(response: ListResponse) -> Arguments | None:
    if "next_token" not in _meta(response):
        return None
    return arguments(response.array, **_maximum(response, "Size"))


def _has_tokens(response: ListResponse) -> Arguments | None:
    if "nextToken" not in _meta(response):
        return None
    options: dict[str, str | int] = {**_maximum(response, "pageSize")}
    if response.properties[response.array].get("items", {}).get("type") == "string":
        options["id_key"] = ITEM_KEY
    return arguments(response.array, **options)


def _meta(response: ListResponse) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = response.properties.get("meta", {}).get("properties", {})
    return properties


def _has_uri(response: ListResponse) -> Arguments | None:
    has_links = bool({"next_page_uri", "uri"} & set(response.properties))
    return arguments(response.array) if has_links else None


def _has_next(response: ListResponse) -> Arguments | None:
    if "has_next" not in response.properties:
        return None
    return arguments(response.array, **_maximum(response, "PageSize"))


def _is_single_page(response: ListResponse) -> Arguments | None:
    is_single_page = response.is_only and not _HIDDEN_TOKENS & set(response.query)
    return arguments(response.array) if is_single_page else None


def _is_scim(response: ListResponse) -> Arguments | None:
    return arguments() if response.array == "Resources" else None


_OTHER_PAGES = "resources.twilio.other_pages"
_VERBS = frozenset({"create", "list", "fetch", "update", "patch", "delete"})
_HIDDEN = frozenset({"Page", "PageSize", "PageToken"})
_HIDDEN_TOKENS = frozenset({"pageSize", "pageToken"})


class TwilioNaming(PlainNaming):
    """The names of twilio-python, so that a program moves over by changing its import."""

    base_resource: ClassVar[str] = "resources.twilio.base:TwilioResource"
    pages: ClassVar[Sequence[PageChoice]] = (
        PageChoice("resources.twilio.pages:MetaPage", _has_meta, _HIDDEN),
        PageChoice(f"{_OTHER_PAGES}:TokenListPage", _has_token, frozenset({"Token", "Size"})),
        PageChoice(f"{_OTHER_PAGES}:MetaTokenPage", _has_tokens, _HIDDEN_TOKENS),
        PageChoice(f"{_OTHER_PAGES}:UriPage", _has_uri, _HIDDEN),
        PageChoice(f"{_OTHER_PAGES}:HasNextPage", _has_next, _HIDDEN),
        PageChoice("restmap:ScimPage", _is_scim),
        PageChoice("restmap:ArrayPage", _is_single_page),
    )
    # content_v1 has all of its operations, with more parameters and fields.
    read_last: ClassVar[frozenset[str]] = frozenset({"twilio_content_sdk"})
    shared_enums: ClassVar[Mapping[tuple[str, ...], str]] = {
        tuple(sorted(typing.get_args(kind))): f"resources.twilio.types:{name}"
        for name, kind in vars(types).items()
        if typing.get_origin(kind) is typing.Literal
    }
    # The documents declare nearly every field as nullable, these included.
    never_null: ClassVar[frozenset[str]] = frozenset(
        {"sid", "account_sid", "date_created", "url", "uri"}
    )
    # The examples of the documents have no value of these.
    sometimes_null: ClassVar[Mapping[str, frozenset[str]]] = {
        "/Channels/Senders/{sid}": frozenset({"url"}),
        "/Listings": frozenset({"sid", "url"}),
        "/Rooms/{room_sid}/Participants/{participant_sid}/SubscribeRules": frozenset(
            {"date_created"}
        ),
        "/Stores/{store_id}/Profiles/Imports/{import_id}": frozenset({"url"}),
    }
    # twilio-python has the header Authorization as a parameter of 24 operations.
    sent_headers: ClassVar[frozenset[str]] = frozenset({"authorization"})
    # In twilio-python each module has classes of its own.
    unique_classes: ClassVar[bool] = False
    derives_alike: ClassVar[bool] = True
    domain_options: ClassVar[Mapping[str, str]] = {
        "sandbox_rules": "resources.twilio.sandbox:TwilioRules"
    }
    own_items: ClassVar[Mapping[str, OwnItem]] = {
        "api.v2010.accounts": OwnItem("account", "resources.twilio.account:own_account_sid")
    }
    shortcut: ClassVar[str | None] = "resources.twilio.shortcuts:shortcut"
    client: ClassVar[str | None] = "domains:Domains"

    def place(self, document: Document, operation: DocumentOperation) -> Place:
        host = urlsplit(operation.server).hostname or ""
        domain = snake_case(host.partition(".")[0].replace("-", "_"))
        first = operation.path.split("/")[1]
        if re.fullmatch(r"v\d+", first):
            return Place(domain, first, host, f"/{first}")
        if first == "Organizations" or first.startswith("."):  # paths without a version
            return Place(domain, "", host, "")
        version = re.search(r"_(v\d+)$", document.name)
        return Place(domain, version[1] if version else snake_case(first), host, f"/{first}")

    def role(self, document: Document, operation: DocumentOperation) -> Role:
        steps = self._steps(document, operation)
        return Role(steps, _verb(operation), _belongs_to_item(operation))

    def _steps(self, document: Document, operation: DocumentOperation) -> tuple[Step, ...]:
        if operation.path.startswith("/Organizations/"):
            return _steps_of_organizations(operation)
        own = _hints(operation.extensions).get("mountName")
        return self._steps_to(document, operation.path, own)

    def _steps_to(self, document: Document, path: str, mount_name: str | None) -> tuple[Step, ...]:
        hints = _hints(document.paths[path])
        parent = _parent_path(document, path, hints.get("parent") or _list_owner(document, path))
        above = self._steps_to(document, parent, None) if parent is not None else ()
        given = parent.count("{") if parent is not None else 0
        name = mount_name or hints.get("mountName") or _last_word(path)
        return (*above, Step(self.mount_name(name), path, path.count("{") - given))

    def mount_name(self, word: str) -> str:
        # In twilio-python a letter after a digit begins a word: a2_p_brand_registrations.
        return re.sub(r"(?<=\d)(?=[a-z])", "_", super().mount_name(word))

    def noun(self, operation: DocumentOperation) -> str:
        """The noun of an operation.

        CreateParticipantInConversation at `/Participants` has the noun Participant.
        """
        noun = re.sub(r"^[A-Z][a-z]+", "", operation.id)
        if {"className", "mountName"} & set(_hints(operation.path_extensions)):
            return noun
        one = pascal_case(singular(self.mount_name(_last_word(operation.path))))
        return one if re.match(rf"{one}[A-Z]", noun) else noun

    def class_name(self, operation: DocumentOperation) -> str | None:
        own = _hints(operation.extensions).get("mountName")
        if own:  # a sibling on the path of another resource
            return pascal_case(singular(own))
        named = _hints(operation.path_extensions).get("className")
        return pascal_case(named) if named else None

    def parameter_name(self, wire_name: str) -> str:
        # In twilio-python the name `version` stands for the version of the API.
        return "resource_version" if wire_name == "Version" else super().parameter_name(wire_name)

    def body_name(self, operation: DocumentOperation) -> str | None:
        if operation.body is None:
            return None
        if not operation.parameters_in("json"):  # its schema declares no properties
            return "body"
        schema = operation.body.schema
        # An `allOf` of one reference and more requirements has the name of the referenced schema.
        parts = [each["$ref"] for each in schema.get("allOf", ()) if "$ref" in each]
        named = operation.body.component or schema.get("title")
        if not named and len(parts) == 1:
            named = parts[0].rpartition("/")[2]
        return self.parameter_name(named or f"{operation.id}Request")

    def documentation_url(
        self,
        document: Document,
        class_name: str,
        operations: Sequence[DocumentOperation] = (),
    ) -> str | None:
        """The page about the resource, of several the one that the document links most often."""
        slug = snake_case(class_name).replace("_", "-")
        ends = (f"/{slug}", f"/{slug}s", f"/{slug}-resource", f"/{slug}s-resource")
        links = _links(document)
        product = document.name.removeprefix("twilio_").partition("_")[0].rstrip("s")
        about = [
            each for each in links if each.endswith(ends) and (product == "api" or product in each)
        ]
        return max(about, key=lambda each: (links[each], each), default=None)

    def enum_name(self, component: str) -> str:
        plain = re.sub(r"^[A-Z][a-z]+V\d+(?=[A-Z])", "", component.rpartition("_enum_")[2])
        return super().enum_name(plain)

    def key_prefix(self, pattern: str) -> str | None:
        found = re.match(r"\^([A-Z]{2})\[", pattern)
        return found[1] if found else None


def _verb(operation: DocumentOperation) -> str:
    """The first word of an operation's id, else the verb of its method."""
    word = re.split(r"(?<=[a-z])(?=[A-Z])", operation.id)[0].lower()
    by_method = {"GET": "fetch", "POST": "create", "DELETE": "delete"}
    return word if word in _VERBS else by_method.get(operation.method, "update")


def _belongs_to_item(operation: DocumentOperation) -> bool:
    kind = _hints(operation.path_extensions).get("pathType")
    return operation.path.endswith("}") if kind is None else kind == "instance"


@functools.lru_cache(maxsize=1)
def _links(document: Document) -> Counter[str]:
    """The pages of Twilio's documentation that a document links, and how often."""
    return Counter(
        re.findall(r"https://www\.twilio\.com/docs/[\w/-]*\w", json.dumps(document.content))
    )


def _hints(extensions: Mapping[str, Any]) -> Mapping[str, Any]:
    hints: Mapping[str, Any] = extensions.get("x-twilio", {})
    return hints


def _parent_path(document: Document, path: str, parent: str | None) -> str | None:
    """The path of the parent resource in the document; None at the top of a version.

    `/Workers/Statistics` has the parent `/Workers/{Sid}` in the hints, and does not continue its
    path. Its parent here is the list, `/Workers`.
    """
    if parent is None:
        return None
    by_shape = {_shape(_below_version(each)): each for each in document.paths}
    shape = _shape(parent)
    if not _shape(_below_version(path)).startswith(f"{shape}/"):
        shape = shape.removesuffix("/{}")
    return by_shape.get(shape)


def _list_owner(document: Document, path: str) -> str | None:
    """The item whose name is part of a list's, where no hint gives a parent.

    `/Faxes/{Sid}/Media` has the class name `fax_media`, so it belongs to `/Faxes/{Sid}`.
    """
    listed = re.sub(r"/\{[^}]*\}$", "", path)
    owner = _below_version(listed).rpartition("/")[0]
    if not owner.endswith("}"):
        return None
    name = f"{singular(snake_case(_last_word(owner)))}_{snake_case(_last_word(listed))}"
    return owner if _hints(document.paths[path]).get("className") == name else None


def _shape(path: str) -> str:
    return shape(path).removesuffix(".json")


def _below_version(path: str) -> str:
    return "/" + path.split("/", 2)[2]


def _last_word(path: str) -> str:
    """The last word of a path before its key, or the name of a placeholder in its place."""
    return re.sub(r"/\{[^/]*\}$", "", path.removesuffix(".json")).rpartition("/")[2].strip("{}")


def _steps_of_organizations(operation: DocumentOperation) -> tuple[Step, ...]:
    """The steps below `/Organizations`, which have no hints and no version.

    For example `client.preview_iam.organization(sid).users`.
    """
    _, first, key, *rest = operation.path.split("/")
    word = next(each for each in reversed(rest) if "{" not in each)
    keys = sum("{" in each for each in rest)
    return (
        Step("organization", f"/{first}/{key}", 1),
        Step(snake_case(word), operation.path, keys),
    )
