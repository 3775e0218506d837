"""Naming: the Python names for a document, and the place of each resource in the client.

`PlainNaming` works from paths, methods and responses. A vendor whose documents carry hints has a
subclass beside its resources.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

import attrs

from ...declare.names import snake_case
from ..read.documents import Document
from ..read.operations import DocumentOperation
from .common_pages import COMMON_PAGES
from .identifiers import class_identifier, python_name
from .page_types import PageChoice
from .places import Place, Places
from .roles import Role, RoleFinder
from .words import Vocabulary

if TYPE_CHECKING:
    from ...decode.source import RecordProtocol
    from ...plan.options import ResourceOptions


@attrs.frozen
class OwnItem:
    """An item of a collection that the client itself belongs to, such as its account.

    name: the name of its mount. key: the function that returns its key for a version or a domain,
    as "package.module:name".
    """

    name: str
    key: str


class PlainNaming:
    """Names from paths and components. A subclass overrides what its vendor's documents need.

    base_resource: the class that the base classes of all versions derive from. pages: the page
        types of lists; the first that fits a response is
        used.
    read_last: the names of documents whose operations other documents describe in more detail.
    shared_enums: existing Literal types, by their sorted members.
    sent_headers: the headers, of those that the client sends itself, that are parameters all the
        same (https://spec.openapis.org/oas/v3.0.3#fixed-fields-10 says that they are ignored).
    unique_classes: whether no two resources of a version have the same class name.
    derives_alike: whether a resource derives from another with the same declarations, even if it is
        not the same component of the document.
    never_null: wire names of fields that always have a value, although the documents call them
        nullable. sometimes_null: those that have not, by the path of their resource.
    domain_options: attributes of every Domain, each a deferred class.
    own_items: items that the client itself belongs to, by the path of mounts to their collection
        ("api.v2010.accounts").
    shortcut: the function that mounts the children of these items on the client as well.
    client: the module and the class of a client that one of the vendor's package derives from, such
        as "domains:Domains"; by default a whole client is written, in "client".

    A class or a function is given as "package.module:Name".
    """

    base_resource: ClassVar[str] = "restmap:Resource"
    pages: ClassVar[Sequence[PageChoice]] = COMMON_PAGES
    read_last: ClassVar[frozenset[str]] = frozenset()
    shared_enums: ClassVar[Mapping[tuple[str, ...], str]] = {}
    never_null: ClassVar[frozenset[str]] = frozenset()
    sometimes_null: ClassVar[Mapping[str, frozenset[str]]] = {}
    sent_headers: ClassVar[frozenset[str]] = frozenset()
    unique_classes: ClassVar[bool] = True
    derives_alike: ClassVar[bool] = False
    domain_options: ClassVar[Mapping[str, str]] = {}
    own_items: ClassVar[Mapping[str, OwnItem]] = {}
    shortcut: ClassVar[str | None] = None
    client: ClassVar[str | None] = None

    def __init__(self) -> None:
        self.own_client_name: str | None = None
        self.client_name = "Api"
        self._places = Places(())
        self._role_finders: dict[int, RoleFinder] = {}
        self._vocabulary = Vocabulary()
        self._suffix = ""
        self.descriptions = False

    def survey(
        self,
        documents: Iterable[Document],
        operations: Sequence[DocumentOperation],
        client_name: str,
    ) -> None:
        """Take note of all operations of an import, and of the name of its client."""
        self._places = Places(operations)
        components = [name for each in documents for name in each.component_names()]
        self._suffix = _shared_suffix(components)
        self._vocabulary = Vocabulary(
            components,
            [each.id for each in operations if each.has_id],
        )
        self.client_name = self.own_client_name or client_name

    def sources(self) -> list[str]:
        """The sources that modules of this naming import in addition to those of restmap."""
        return [
            self.base_resource,
            *(each.source for each in self.pages),
            *self.shared_enums.values(),
            *self.domain_options.values(),
            *(each.key for each in self.own_items.values()),
            *([self.shortcut] if self.shortcut else []),
        ]

    def base_options(self) -> ResourceOptions:
        """The class keywords of `base_resource`; its subclasses inherit them."""
        module, _, name = self.base_resource.partition(":")
        base: type[RecordProtocol] = getattr(importlib.import_module(module), name)
        return base._plan.options

    def place(self, document: Document, operation: DocumentOperation) -> Place:
        """The domain and version of an operation.

        By default the host that most operations have is the client itself, and each other host is
        a domain; a host with several prefixes has a version for each.
        """
        return self._places.find(operation)

    def role(self, document: Document, operation: DocumentOperation) -> Role:
        """What an operation is: its resource, its verb, and the result of its response.

        By default it follows from the path, the method and the response. A subclass may return
        another verb than the standard ones: the operation is then an action.
        """
        finder = self._role_finders.get(id(document))
        if finder is None:
            finder = RoleFinder(
                document, self.mount_name, lambda each: self.place(document, each).in_path
            )
            self._role_finders[id(document)] = finder
        return finder.find(operation)

    def noun(self, operation: DocumentOperation) -> str | None:
        """The noun of an operation in Pascal case; None for that of its resource's mount."""
        return None

    def class_name(self, operation: DocumentOperation) -> str | None:
        """The class name that the document itself gives, or None."""
        return None

    def mount_name(self, word: str) -> str:
        """The name of a mount. If the document has a component `ConfigMap`, `configmaps` has the
        name `config_maps`. A `*` stands for all."""
        return self._vocabulary.separated(python_name("all" if word == "*" else word))

    def parameter_name(self, wire_name: str) -> str:
        """The Python name of a parameter."""
        return python_name(wire_name)

    def field_name(self, wire_name: str) -> str:
        """The Python name of a field."""
        return python_name(wire_name)

    def body_name(self, operation: DocumentOperation) -> str | None:
        """The name of the argument for the whole JSON body; None if each property is an argument.

        A body that is not an object, or an object without declared properties, is one argument.
        """
        if operation.body is None or operation.parameters_in("json"):
            return None
        return python_name((operation.body.component or "body").rpartition(".")[2])

    def is_sensitive(self, wire_name: str) -> bool:
        """Whether a parameter's value is kept out of logs and messages."""
        return _SENSITIVE.search(snake_case(wire_name)) is not None

    def documentation_url(
        self,
        document: Document,
        class_name: str,
        operations: Sequence[DocumentOperation] = (),
    ) -> str | None:
        """The URL of the page about a class, that of a client or of a resource.

        operations: those of the resource. By default it is what the document gives to one of them,
        or to its tag; for a client, what it gives to the whole.
        """
        if not operations:
            return document.documentation
        of_tags = document.documentation_of_tags
        urls = [each.documentation for each in operations]
        urls += [of_tags.get(tag, "") for each in operations for tag in each.tags]
        return next((each for each in urls if each.startswith(("https://", "http://"))), None)

    def enum_name(self, component: str) -> str:
        """The name of the Literal type of a component."""
        return class_identifier(component)

    def model_names(self, component: str) -> Sequence[str]:
        """Names for the class of a component, the best first; the first that is free is taken.

        The component `io.desk.v1.Ticket` is `Ticket`, or else `V1Ticket`. Where most components end
        with a word such as `Object`, `TicketObject` is `Ticket`, if no resource is.
        """
        steps = component.split(".")
        plain = steps[-1].removesuffix(self._suffix)
        longer = ("_".join(steps[-count:]) for count in range(1, len(steps) + 1))
        return list(dict.fromkeys(map(class_identifier, [plain or steps[-1], *longer])))

    def key_prefix(self, pattern: str) -> str | None:
        """The prefix of all keys that match a pattern, or None if there is none."""
        return None


_SUFFIXES = ("Object", "Schema", "Model", "Dto", "DTO", "Entity")


def _shared_suffix(components: Sequence[str]) -> str:
    """The word without a meaning of its own that most components end with; "" if there is none."""
    for suffix in _SUFFIXES:
        if 2 * sum(each.endswith(suffix) for each in components) > len(components):
            return suffix
    return ""


_SENSITIVE = re.compile(r"password|secret|private_key|auth_?token|authorization|api_?key$")
