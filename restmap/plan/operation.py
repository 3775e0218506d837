"""Operations: each the frozen plan of a request, compiled from a nested class of a resource."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from types import EllipsisType
from typing import TYPE_CHECKING, Any, ForwardRef, Literal, TypeAlias

import attrs

from ..declare.deferred import Deferred, resolved_inside
from ..declare.members import is_resource
from ..declare.pages import PageType
from ..declare.parameter import Location, Parameter
from ..declare.place import Place, mistake
from ..declare.serializer import Serializer
from ..declare.uri import UriTemplate

if TYPE_CHECKING:
    from ..declare.styles import Style

Result: TypeAlias = Literal["record", "records", "page", "nothing", "value", "download"]
"""What a response is read as: a record, a list of records, a page of them, nothing (True), a value
of a type, or a file to download."""

BodyEncoding: TypeAlias = Literal["form", "json", "lines", "multipart", "raw"]
"""How a request body is written; "lines" is one JSON value in each line, and "raw" a file, bytes or
text as it is."""

Scope: TypeAlias = Literal["collection", "item"]


@attrs.frozen(eq=False, repr=False)
class Verb:
    """The defaults of an operation, which the name of its nested class chooses.

    scope: whether it is an operation of the collection or of an item.
    carries: the location of its parameters; None for the resource's body encoding.
    returns: the class of the record or the type of the value; None for the resource itself.
    """

    name: str
    method: str
    scope: Scope
    carries: Location | None
    result: Result
    returns: Any = None


def verb_returning(verb: Verb, returns: Any, owner: str) -> Verb:
    """The verb with another result.

    returns: a resource, a list of one, any other type for its value, or None for nothing. A
    deferred class is a resource. owner: the name of the resource of the verb, which is text as long
    as its class is not there: `Returns["Task"]`, `Returns["list[Task]"]`.
    """
    if isinstance(returns, ForwardRef) and returns.__forward_arg__ == owner:
        return attrs.evolve(verb, result="record")
    if isinstance(returns, ForwardRef) and returns.__forward_arg__ == f"list[{owner}]":
        return attrs.evolve(verb, result="records")
    members = typing.get_args(returns) if typing.get_origin(returns) is list else ()
    result: Result = "value"
    if returns is None:
        result = "nothing"
    elif _gives_records(returns):
        result = "record"
    elif members and _gives_records(members[0]):
        result, returns = "records", members[0]
    return attrs.evolve(verb, result=result, returns=returns)


def _gives_records(returns: Any) -> bool:
    return isinstance(returns, Deferred) or is_resource(returns)


VERBS: Mapping[str, Verb] = {
    "Create": Verb("create", "POST", "collection", None, "record"),
    "List": Verb("list", "GET", "collection", "query", "page"),
    "Fetch": Verb("fetch", "GET", "item", "query", "record"),
    "Update": Verb("update", "POST", "item", None, "record"),
    "Delete": Verb("delete", "DELETE", "item", "query", "nothing"),
}

# RFC 9110 9.2.2: several requests with one of these methods have the effect of one request.
IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})


@attrs.frozen(eq=False, repr=False)
class Argument:
    """One parameter of an operation, with its wire name, location and serializer chosen."""

    name: str
    wire_name: str
    location: Location
    serializer: Serializer
    kind: Any
    default: Any
    sensitive: bool
    style: Style | None

    @property
    def required(self) -> bool:
        return self.default is ...


@attrs.frozen(eq=False, repr=False)
class Operation:
    """The plan of one operation: everything that does not depend on the arguments of a call.

    label: its name in messages, such as `Session.Create`. template: of its path below the
    version's prefix. target_names: the placeholders that the record or collection fills, which it
    is called on. parameters: as declared, by Python name. arguments: the parameters that are sent;
    those of Paging are not among them. whole_body: the parameter that may be given in place of
    those that are parts of a JSON request body. body: the encoding of its request body; None
    without a request body. headers: the headers of every request. paging_location: where the
    parameters of a page are sent. declared_returns: what it returns, which may be deferred.
    own_item: the dotted path of the result in the response body; `...` for that of the resource
    which it returns. body_item: the dotted path of the parameters in a request body.
    """

    name: str
    label: str
    method: str
    scope: Scope
    template: UriTemplate
    target_names: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    arguments: Mapping[str, Argument]
    whole_body: str | None
    body: BodyEncoding | None
    headers: Mapping[str, str]
    result: Result
    declared_returns: Any
    page_type: PageType | None
    paging_location: Location
    own_item: str | EllipsisType | None
    body_item: str | None
    follows_redirects: bool
    sensitive: frozenset[str]
    doc: str
    place: Place

    def __repr__(self) -> str:
        return f"<operation {self.label}>"

    @property
    def returns(self) -> Any:
        """The resource or the type of the result; None for the resource that it belongs to.

        Raises DeclarationError for a deferred class that is no resource.
        """
        returns = self.declared_returns
        if returns is None:
            return None
        found = resolved_inside(returns)
        if found is not returns and self.result != "value" and not is_resource(found):
            raise mistake(
                f"the deferred class that it returns is not a resource: {found!r}.",
                self.place,
                "Import it, if it is another class: only resources may be deferred in returns=.",
            )
        return found

    @property
    def item(self) -> str | None:
        """The dotted path of the result in the response body."""
        own = self.own_item
        if not isinstance(own, EllipsisType):
            return own
        options = self.returns._plan.options
        return (options.items if self.result == "records" else options.item) or None

    @property
    def idempotent(self) -> bool:
        """Whether it can be repeated: by its method, or because it is a list, also by POST."""
        return self.method in IDEMPOTENT_METHODS or self.result == "page"

    @property
    def path_names(self) -> tuple[str, ...]:
        return self.template.names


PAGING_NAMES = frozenset({"limit", "page_size", "page_token", "page_number", "prefetch"})
