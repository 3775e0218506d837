"""Naming: how the names of a document become names of Python, and where its resources hang.

`PlainNaming` works from paths and operation ids alone. A vendor whose documents carry hints has a
subclass beside its resources.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, cast
from urllib.parse import urlsplit

import attrs

from ...declare.names import snake_case
from ..read.document_operations import DocumentOperation, placeholders
from ..read.documents import Document
from .identifiers import class_identifier, python_name
from .page_types import COMMON_PAGES, PageChoice
from .places import Place, Places


@attrs.frozen
class Step:
    """One mount on the way from a version to a resource.

    name: of the mount. path: in the document, with the step's own keys. keys: how many of the
    path's placeholders are the step's own.
    """

    name: str
    path: str
    keys: int


@attrs.frozen
class OwnItem:
    """One item of a collection that a client knows by itself: the account it belongs to.

    name: of its mount. key: the function from a site to its key, "package.module:name".
    """

    name: str
    key: str


# What the first word of an operation id says of an operation.
_WORDS: Mapping[str, str] = {
    word: verb
    for verb, words in {
        "create": ("create", "add", "new", "post"),
        "list": ("list",),
        "fetch": ("fetch", "get", "read", "retrieve", "show"),
        "update": ("update", "patch", "put", "replace", "set"),
        "delete": ("delete", "remove", "destroy"),
    }.items()
    for word in words
}


class PlainNaming:
    """Names from paths and operation ids. A subclass changes what its vendor's documents need.

    pages: how lists are told from records, the first that fits.
    read_last: documents, by name, of whose operations others say more.
    shared_enums: Literal types that are there already, by their sorted members.
    never_null: wire names of fields that have a value, although the documents deny it.
    domain_options: attributes of every Domain, each a class that is deferred.
    own_items: what a client knows by itself, by the way to its collection ("api.v2010.accounts").
    shortcut: the function that puts what is under those on the client.

    A class or a function is named as "package.module:Name".
    """

    pages: ClassVar[Sequence[PageChoice]] = COMMON_PAGES
    read_last: ClassVar[frozenset[str]] = frozenset()
    shared_enums: ClassVar[Mapping[tuple[str, ...], str]] = {}
    never_null: ClassVar[frozenset[str]] = frozenset()
    domain_options: ClassVar[Mapping[str, str]] = {}
    own_items: ClassVar[Mapping[str, OwnItem]] = {}
    shortcut: ClassVar[str | None] = None

    def __init__(self, domain: str | None = None) -> None:
        self._places = Places(domain)
        self.descriptions = False

    def sources(self) -> list[str]:
        """Everything that the naming has modules import, beside what is restmap's."""
        return [
            *(each.source for each in self.pages),
            *self.shared_enums.values(),
            *self.domain_options.values(),
            *(each.key for each in self.own_items.values()),
            *([self.shortcut] if self.shortcut else []),
        ]

    def place(self, document: Document, operation: DocumentOperation) -> Place:
        """Where an operation is: by default, a domain for each host, a version for each prefix."""
        server = urlsplit(operation.server)
        return self._places.place(server.netloc or "localhost", server.path)

    def steps(self, document: Document, operation: DocumentOperation) -> tuple[Step, ...]:
        """The mounts that lead to the resource of an operation: one for each literal segment.

        Placeholders after one are its keys, as long as no operation is at the path before them.
        `:run` after an item's is an operation of it.
        """
        steps: list[Step] = []
        path = ""
        for segment in re.sub(r"(?<=\}):\w+$", "", operation.path).split("/")[1:]:
            own = len(placeholders(segment))
            is_key = own and steps and not (steps[-1].keys and path in document.paths)
            path += f"/{segment}"
            if is_key:
                last = steps[-1]
                steps[-1] = Step(last.name, path, last.keys + own)
            else:
                steps.append(Step(self.mount_name(segment), path, own))
        return tuple(steps)

    def is_called(self, operation: DocumentOperation) -> bool:
        """Whether the operation is one of an item rather than of a collection."""
        last = operation.path.rpartition("/")[2]
        return "}" in last or self.verb(operation) not in ("list", "create")

    def verb(self, operation: DocumentOperation) -> str:
        """Which of the five verbs an operation is; the method decides where its id says none.

        A subclass may give another name: the operation is an action of its item then.
        """
        first = re.split(r"[^A-Za-z]", re.split("[/.]", operation.id)[-1])[0]
        word = snake_case(first).partition("_")[0]
        verb = _WORDS.get(word)
        by_method = {"GET": "fetch", "HEAD": "fetch", "POST": "create", "DELETE": "delete"}
        usual = by_method.get(operation.method, "update")
        return verb if verb is not None and _agree(verb, operation.method) else usual

    def noun(self, operation: DocumentOperation) -> str:
        """What an operation is about, in pascal case: its id without the verb, or its path."""
        literal = [each for each in operation.path.split("/") if each and "{" not in each]
        return class_identifier(singular(python_name(literal[-1] if literal else "root")))

    def class_name(self, operation: DocumentOperation) -> str | None:
        """The name that a document itself gives to the class."""
        return None

    def mount_name(self, word: str) -> str:
        """The name of a mount."""
        return python_name(word)

    def parameter_name(self, wire_name: str) -> str:
        """The Python name of a parameter."""
        return python_name(wire_name)

    def field_name(self, wire_name: str) -> str:
        """The Python name of a field."""
        return python_name(wire_name)

    def whole_body(self, operation: DocumentOperation) -> str | None:
        """The name of the one argument that is the JSON body; None where its properties are.

        A body that is no object, or an object of any properties, is one argument.
        """
        if operation.body is None or operation.at("json"):
            return None
        return python_name(operation.body.named or "body")

    def is_sensitive(self, wire_name: str) -> bool:
        """Whether a parameter's value is kept out of logs and messages."""
        return _SENSITIVE.search(snake_case(wire_name)) is not None

    def link(self, document: Document, class_name: str) -> str | None:
        """The page that documents a resource; by default the document's own."""
        pages: Any = document.content.get("externalDocs")
        url = cast("dict[str, Any]", pages).get("url") if isinstance(pages, dict) else None
        return url if isinstance(url, str) else None

    def enum_name(self, component: str) -> str:
        """The name of the Literal type of a component."""
        return class_identifier(component)

    def key_prefix(self, pattern: str) -> str | None:
        """How the keys begin that match a pattern."""
        return None


_SENSITIVE = re.compile(r"password|secret|private_key|auth_?token|authorization|api_?key$")


def _agree(verb: str, method: str) -> bool:
    """Whether a verb can be sent by a method: `GetToken` by POST is no fetch."""
    return (verb in ("list", "fetch")) == (method in ("GET", "HEAD"))


def singular(name: str) -> str:
    """The singular of a name in snake case, by the commonest rules of English.

    >>> singular("services"), singular("addresses"), singular("entities"), singular("status")
    ('service', 'address', 'entity', 'status')
    """
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    if name.endswith(("sses", "xes", "ches", "shes")):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else name
