"""Operations: each the frozen plan of a request, compiled from a nested class of a resource."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from ..declare.inference import serializer_for
from ..declare.names import Naming, header_case
from ..declare.pages import PageType
from ..declare.params import Location, OperationOptions, Parameter, ParamsMeta
from ..declare.place import Place, mistake
from ..declare.serializers import Serializer
from ..declare.uri import UriTemplate, parse_template
from ..errors import DeclarationError

Result: TypeAlias = Literal["record", "page", "nothing", "value"]
"""What a response is read as: a record, a page of records, nothing (True), a value of a type."""

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

    @property
    def required(self) -> bool:
        return self.default is ...


@attrs.frozen(eq=False, repr=False)
class Operation:
    """The plan of one operation: everything that does not depend on the arguments of a call.

    label: its name in messages, such as `Session.Create`. template: of its path below the
    version's prefix. parameters: as declared, by Python name. arguments: the parameters that are
    sent; those of Paging are not among them. body: the encoding of its request body; None without
    a request body. headers: the headers of every request.
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
    """The class keywords of a resource, those inherited from its base classes included.

    uri: the template of one record. page: the page type of its lists. body: the encoding of the
    request bodies. parameter_names, field_names: the rules for wire names.
    """

    uri: str | None
    page: PageType | None
    body: Literal["form", "json"]
    parameter_names: Naming
    field_names: Naming


def compile_operation(
    verb: Verb, params: ParamsMeta, template: UriTemplate, options: ResourceOptions, owner: str
) -> Operation:
    """Compile the operation of one nested class.

    template: of the item or the collection, as the scope of the verb is. owner: the name of the
    resource.
    Raises DeclarationError for a nested class that cannot work.
    """
    own_options, place = params._options, params._place
    refuse_wrong_options(own_options, place)
    method = own_options.method or verb.method
    body = own_options.body or options.body
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
        template=_own_template(own_options.uri, template, place),
        parameters=params._parameters,
        arguments=arguments,
        body=encoding,
        headers=_headers(encoding, own_options.content_type),
        result=verb.result,
        returns=verb.returns,
        sensitive=frozenset(
            (argument.serializer.prefix or argument.wire_name).lower()
            for argument in arguments.values()
            if argument.sensitive
        ),
        follows_redirects=own_options.redirects and method in ("GET", "HEAD"),
        page_type=options.page if own_options.page is None else page_type(own_options.page, place),
        doc=(params.__doc__ or "") if "__doc__" in vars(params) else "",
        place=place,
    )


def refuse_wrong_options(options: OperationOptions, place: Place) -> None:
    """Refuse class keywords of a nested class that would silently change its requests."""
    if options.body not in (None, "form", "json"):
        raise unknown_body_encoding(options.body, place)
    if options.method is not None and not re.fullmatch("[A-Z]+", options.method):
        found = f"{options.method!r} is not an HTTP method."
        raise mistake(found, place, "Write it in capitals, such as 'PUT'.")
    if isinstance(options.uri, str) and options.uri[:1].isalnum():
        found = f"the path {options.uri!r} of an operation would be joined to the key before it."
        raise mistake(found, place, f"Write '/{options.uri}'.")


def unknown_body_encoding(body: object, place: Place) -> DeclarationError:
    """Make the error for a value of `body=` that is not an encoding of request bodies."""
    return mistake(
        f"{body!r} is not an encoding of request bodies.",
        place,
        "Write body='form' or body='json'.",
    )


PAGING_NAMES = frozenset({"limit", "page_size", "page_token", "page_number", "prefetch"})

_FORM = "application/x-www-form-urlencoded"

# RFC 9110 9.3: content has no meaning in such a request, so its parameters are in the query.
_METHODS_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE"})


def _argument(parameter: Parameter, carries: Location, naming: Naming) -> Argument:
    location = parameter.location or carries
    rule = header_case if location == "header" else naming
    return Argument(
        name=parameter.name,
        wire_name=parameter.wire_name or rule(parameter.name),
        location=location,
        serializer=_serializer(parameter, naming),
        kind=parameter.kind,
        default=parameter.default,
        sensitive=parameter.sensitive,
    )


def _serializer(parameter: Parameter, naming: Naming) -> Serializer:
    """The serializer of a parameter; the members of models are named by the resource's rule."""
    if not parameter.is_inferred:
        return parameter.serializer
    found = serializer_for(parameter.kind, naming, parameter.tagged_by)
    assert found is not None, "the declaration of the parameter was checked"
    return found


def _headers(encoding: Literal["form", "json"] | None, content_type: str | None) -> dict[str, str]:
    """The headers of every request; JSON is accepted in the media type that it is sent in."""
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
    """The encoding of the request body that the locations of the parameters require."""
    whole = [argument.name for argument in arguments.values() if argument.location == "body"]
    if len(whole) > 1:
        raise mistake(
            f"two parameters are each the whole request body: {' and '.join(map(repr, whole))}.",
            place.at(whole[1]),
            "Give location='body' to one of them only, or location='json' to each.",
        )
    located: set[Location] = {argument.location for argument in arguments.values()}
    if method in ("GET", "HEAD") and (in_body := located - {"query", "header"}):
        raise mistake(
            f"a parameter has the location {in_body.pop()!r}, but a {method} request has no body.",
            place,
            "Write location='query', or give the operation another method.",
        )
    encodings: set[Literal["form", "json"]] = set()
    if "form" in located:
        encodings.add("form")
    if "json" in located or "body" in located:
        encodings.add("json")
    if len(encodings) > 1 or {"json", "body"} <= located:
        raise mistake(
            f"the parameters of one request body have the locations {', '.join(sorted(located))}.",
            place,
            "Write location='form' for all of them, or 'json' for all, or 'body' for a single one.",
        )
    return encodings.pop() if encodings else usual


def refuse_shared_wire_names(arguments: Mapping[str, Argument], place: Place) -> None:
    """Refuse two parameters with the same wire name: the API would see one of them, or a list."""
    seen: dict[tuple[Location, str], str] = {}
    for argument in arguments.values():
        position = (argument.location, argument.wire_name)
        if position in seen:
            raise mistake(
                f"the parameters {seen[position]!r} and {argument.name!r} have the same wire name "
                f"{argument.wire_name!r}.",
                place.at(argument.name),
                "Give one of them a wire name of its own: `param(name=…)`.",
            )
        seen[position] = argument.name


def _own_template(uri: str | None, template: UriTemplate, place: Place) -> UriTemplate:
    """The template of an operation: that of its scope, with the operation's own path appended."""
    if uri is None:
        return template
    own = read_template(template.text + uri, place)
    if own.names != template.names:
        raise mistake(
            f"the path {uri!r} of an operation has a placeholder of its own.",
            place,
            f"Make it a parameter, or declare a resource of its own: uri={own.text!r}.",
        )
    return own


def read_template(text: str, place: Place) -> UriTemplate:
    """Parse a template; raises DeclarationError for a text that is not a template."""
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise mistake(
            f"the template {text!r} is not text.", place, "Write a path, such as '/Queues/{sid}'."
        )
    try:
        return parse_template(text)
    except ValueError as error:
        raise mistake(
            f"the template {text!r} {error}.",
            place,
            "Write a path with names in braces, such as '/Queues/{sid}.json'.",
        ) from None


def page_type(given: object, place: Place) -> PageType:
    """The page type from a declaration: a subclass of PageType, or an instance of one.

    Raises DeclarationError for anything else, and for a class that cannot be called alone.
    """
    if isinstance(given, PageType):
        return given
    if isinstance(given, type) and issubclass(given, PageType) and given is not PageType:
        try:
            return given()
        except TypeError as error:
            found = f"the page type {given.__name__} needs arguments: {error}."
            raise mistake(found, place.at("page"), f"Write `page={given.__name__}(…)`.") from error
    raise mistake(
        f"{given!r} is not a page type.",
        place.at("page"),
        "Give a subclass of PageType, or an instance of one.",
    )
