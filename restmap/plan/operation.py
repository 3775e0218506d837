"""Operations: the frozen plan of a request, compiled from a nested class of a resource."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from ..declare.names import Naming, header_case
from ..declare.pages import PageType
from ..declare.params import Location, OperationOptions, Parameter, ParamsMeta
from ..declare.place import Place, mistake
from ..declare.serializers import Serializer
from ..declare.uri import UriTemplate, parse_template

Result: TypeAlias = Literal["record", "page", "nothing", "value"]
"""What an answer is read as: a record, a page of them, nothing (True), a value of some type."""

Scope: TypeAlias = Literal["collection", "item"]


@attrs.frozen(eq=False, repr=False)
class Verb:
    """What the name of a nested class stands for, where its head says nothing else.

    scope: whether the operation is one of the collection or of an item.
    carries: where its parameters travel; None for the resource's body encoding.
    returns: the class of a record or the type of a value, where it is not the resource's own.
    """

    name: str
    method: str
    scope: Scope
    carries: Location | None
    result: Result
    returns: Any = None


VERBS: Mapping[str, Verb] = {
    "Create": Verb("create", "POST", "collection", None, "record"),
    "List": Verb("list", "GET", "collection", "query", "page"),
    "Fetch": Verb("fetch", "GET", "item", "query", "record"),
    "Update": Verb("update", "POST", "item", None, "record"),
    "Delete": Verb("delete", "DELETE", "item", "query", "nothing"),
}

# RFC 9110 9.2.2: repeating one of these has the effect of doing it once.
IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})


@attrs.frozen(eq=False, repr=False)
class Argument:
    """One parameter of an operation, with all that is needed to send it."""

    name: str
    wire_name: str
    location: Location
    serializer: Serializer
    kind: Any
    default: Any
    sensitive: bool

    @property
    def required(self) -> bool:
        return self.default is ...


@attrs.frozen(eq=False, repr=False)
class Operation:
    """One request of a resource, planned: what is the same in every call of it.

    label: its name in messages: `Session.Create`. template: of its path, below the version's.
    parameters: as declared, by Python name. arguments: those that are sent as they are; a list's
    limit and page are not among them. body: the encoding of its body, None where it has none.
    headers: those that every request of it has.
    """

    name: str
    label: str
    method: str
    scope: Scope
    template: UriTemplate
    parameters: Mapping[str, Parameter]
    arguments: Mapping[str, Argument]
    body: Literal["form", "json"] | None
    headers: Mapping[str, str]
    result: Result
    returns: Any
    page_type: PageType | None
    follows_redirects: bool
    sensitive: frozenset[str]
    doc: str
    place: Place

    def __repr__(self) -> str:
        return f"<operation {self.label}>"

    @property
    def idempotent(self) -> bool:
        return self.method in IDEMPOTENT_METHODS

    @property
    def path_names(self) -> tuple[str, ...]:
        return self.template.names


@attrs.frozen(eq=False, repr=False)
class ResourceOptions:
    """What stands in the head of a resource class, or of the base it shares with others.

    uri: the template of one record. page: the page type of its lists. body: the encoding of
    what Create and Update send. parameter_names, field_names: the rules for wire names.
    """

    uri: str | None
    page: PageType | None
    body: Literal["form", "json"]
    parameter_names: Naming
    field_names: Naming


def compile_operation(
    verb: Verb, params: ParamsMeta, template: UriTemplate, options: ResourceOptions, owner: str
) -> Operation:
    """The plan of one nested class.

    template: of the item or the collection that the verb is one of. owner: the resource's name.
    Raises DeclarationError for what cannot work.
    """
    head, place = params._options, params._place
    refuse_unknown_head(head, place)
    method = head.method or verb.method
    body = head.body or options.body
    carries: Location = verb.carries or ("query" if method in _METHODS_WITHOUT_BODY else body)
    arguments = {
        name: _argument(parameter, carries, options.parameter_names)
        for name, parameter in params._parameters.items()
        if verb.result != "page" or name not in PAGING_NAMES
    }
    refuse_shared_wire_names(arguments, place)
    encoding = _body_encoding(arguments, body if carries == body else None, method, place)
    return Operation(
        name=verb.name,
        label=f"{owner}.{params.__name__}",
        method=method,
        scope=verb.scope,
        template=_own_template(head.uri, template, place),
        parameters=params._parameters,
        arguments=arguments,
        body=encoding,
        headers=_headers(encoding, head.content_type),
        result=verb.result,
        returns=verb.returns,
        sensitive=frozenset(
            (argument.serializer.prefix or argument.wire_name).lower()
            for argument in arguments.values()
            if argument.sensitive
        ),
        follows_redirects=head.redirects and method in ("GET", "HEAD"),
        page_type=page_type(head.page, place) if head.page is not None else options.page,
        doc=(params.__doc__ or "") if "__doc__" in vars(params) else "",
        place=place,
    )


def refuse_unknown_head(head: OperationOptions, place: Place) -> None:
    """A head that would change what is sent without a word."""
    if head.body not in (None, "form", "json"):
        raise mistake(f"the body encoding {head.body!r} is none.", place, "Write 'form' or 'json'.")
    if head.method is not None and not re.fullmatch("[A-Z]+", head.method):
        raise mistake(f"the method {head.method!r} is none.", place, "Write it as 'PUT'.")
    if isinstance(head.uri, str) and head.uri[:1].isalnum():
        found = f"the path {head.uri!r} of an operation would go on with the key before it."
        raise mistake(found, place, f"Write '/{head.uri}'.")


PAGING_NAMES = frozenset({"limit", "page_size", "page_token", "page_number", "prefetch"})

_FORM = "application/x-www-form-urlencoded"

# RFC 9110 9.3: what such a request carries goes into its query.
_METHODS_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE"})


def _argument(parameter: Parameter, carries: Location, naming: Naming) -> Argument:
    location = parameter.location or carries
    rule = header_case if location == "header" else naming
    return Argument(
        name=parameter.name,
        wire_name=parameter.wire_name or rule(parameter.name),
        location=location,
        serializer=parameter.serializer,
        kind=parameter.kind,
        default=parameter.default,
        sensitive=parameter.sensitive,
    )


def _headers(encoding: Literal["form", "json"] | None, content_type: str | None) -> dict[str, str]:
    """The headers of every request of an operation; what is sent as JSON is answered alike."""
    if encoding == "form":
        return {"Accept": "application/json", "Content-Type": content_type or _FORM}
    kind = content_type or "application/json"
    return {"Accept": kind, "Content-Type": kind} if encoding == "json" else {"Accept": kind}


def _body_encoding(
    arguments: Mapping[str, Argument],
    usual: Literal["form", "json"] | None,
    method: str,
    place: Place,
) -> Literal["form", "json"] | None:
    """The encoding that the parameters of a body agree on."""
    whole = [argument.name for argument in arguments.values() if argument.location == "body"]
    if len(whole) > 1:
        raise mistake(
            f"two parameters are the whole body: {' and '.join(map(repr, whole))}.",
            place.at(whole[1]),
            "Give location='body' to one, or make each a part: location='json'.",
        )
    located: set[Location] = {argument.location for argument in arguments.values()}
    if method in ("GET", "HEAD") and (in_body := located - {"query", "header"}):
        raise mistake(
            f"a parameter has the location {in_body.pop()!r}, and a {method} has no body.",
            place,
            "Give it location='query', or the operation another method.",
        )
    asked: set[Literal["form", "json"]] = set()
    if "form" in located:
        asked.add("form")
    if "json" in located or "body" in located:
        asked.add("json")
    if len(asked) > 1 or {"json", "body"} <= located:
        raise mistake(
            f"parameters of one body have the locations {', '.join(sorted(located))}.",
            place,
            "A body is a form, or a JSON object, or one argument with location 'body'.",
        )
    return asked.pop() if asked else usual


def refuse_shared_wire_names(arguments: Mapping[str, Argument], place: Place) -> None:
    """Two parameters with one wire name: the API would see one of them, or a list."""
    seen: dict[tuple[Location, str], str] = {}
    for argument in arguments.values():
        where = (argument.location, argument.wire_name)
        if where in seen:
            raise mistake(
                f"the parameters {seen[where]!r} and {argument.name!r} have the same wire name "
                f"{argument.wire_name!r}.",
                place.at(argument.name),
                "Give one of them its own: `param(name=…)`.",
            )
        seen[where] = argument.name


def _own_template(uri: str | None, template: UriTemplate, place: Place) -> UriTemplate:
    """The template with an operation's own path appended."""
    if uri is None:
        return template
    own = read_template(template.text + uri, place)
    if own.names != template.names:
        raise mistake(
            f"the path {uri!r} of an operation has a placeholder of its own.",
            place,
            "Path values belong to the resource; make it a parameter, or a resource of its own.",
        )
    return own


def read_template(text: str, place: Place) -> UriTemplate:
    """A template of a declaration."""
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise mistake(f"the template {text!r} is no text.", place, "Write a path: '/Queues/{sid}'.")
    try:
        return parse_template(text)
    except ValueError as error:
        raise mistake(
            f"the template {text!r} {error}.",
            place,
            "Write a path with names in braces: '/Queues/{sid}.json'.",
        ) from None


def page_type(given: object, place: Place) -> PageType:
    """The page type of a declaration: a subclass of PageType, or an instance of one."""
    if isinstance(given, PageType):
        return given
    if isinstance(given, type) and issubclass(given, PageType) and given is not PageType:
        try:
            return given()
        except TypeError as error:
            found = f"the page type {given.__name__} has to be told more: {error}."
            raise mistake(found, place.at("page"), f"Write `page={given.__name__}(…)`.") from error
    raise mistake(
        f"the page type {given!r} is none.",
        place.at("page"),
        "Give a subclass of PageType, or an instance of one.",
    )
