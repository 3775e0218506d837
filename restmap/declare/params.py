"""The parameters of one operation: annotated attributes of a nested class."""

from __future__ import annotations

import sys
import typing
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, dataclass_transform

import attrs

from .annotations import read_annotations
from .inference import serializer_for
from .place import Place, known_names, mistake
from .serializer import Serializer, as_serializer
from .styles import Style, StyleName, style_of
from .unset import UNSET

Location: TypeAlias = Literal["form", "json", "query", "header", "body", "path"]
"""Where a parameter is sent; in the location `body` it is the whole JSON request body."""

# Those that a declaration can name; a parameter is in the path by its name.
LOCATIONS: tuple[Location, ...] = ("form", "json", "query", "header", "body")


@attrs.frozen(eq=False, repr=False)
class Parameter:
    """One parameter, as declared.

    serializer: that of its type, if is_inferred; the rule of the resource then decides the names
        of members.
    wire_name, location: None where the resource's rule decides.
    default: the value that is sent when the caller gives none; UNSET where nothing is sent, `...`
        where the parameter is required.
    """

    name: str
    kind: Any
    serializer: Serializer
    wire_name: str | None
    location: Location | None
    default: Any
    sensitive: bool
    tagged_by: str | None
    is_inferred: bool
    style: Style | None

    @property
    def required(self) -> bool:
        return self.default is ...


@attrs.frozen(eq=False, repr=False)
class _Param:
    """The arguments of `param()`, kept in the class body until the class is created."""

    serializer: Callable[[Any], Any] | None
    name: str | None
    default: Any
    location: Location | None
    sensitive: bool = False
    tagged_by: str | None = None
    style: StyleName | None = None
    explode: bool | None = None
    allow_reserved: bool = False


def param(
    serializer: Callable[[Any], Any] | None = None,
    *,
    name: str | None = None,
    default: Any = ...,
    location: Location | None = None,
    sensitive: bool = False,
    tagged_by: str | None = None,
    style: StyleName | None = None,
    explode: bool | None = None,
    allow_reserved: bool = False,
) -> Any:
    """Declare a parameter that needs more than its annotation.

    serializer: any callable from the Python value to its wire value; by default the serializer
        of the parameter's type.
    name: the wire name, where it differs from the one that the resource's rule makes.
    default: the value that is sent when the caller gives none; with UNSET nothing is sent. A
        parameter without a default is required.
    location: "form", "json", "query", "header" or "body"; by default the location where the
        operation sends its parameters.
    sensitive: whether the value is kept out of logs and messages.
    tagged_by: for a union of models, the wire name of the key that tells them apart; each model
        declares its value: `type: Literal["card"]`.
    style, explode, allow_reserved: how a list or an object is written in a query or a form, as in
        OpenAPI: style="form", "spaceDelimited", "pipeDelimited", "deepObject", or "json".
    """
    return _Param(
        serializer,
        name,
        default,
        location,
        sensitive,
        tagged_by,
        style,
        explode,
        allow_reserved,
    )


@attrs.frozen(eq=False, repr=False)
class OperationOptions:
    """The class keywords of a nested class: `class Update(Params, method="PUT")`.

    None stands for the default of an operation of that name.
    """

    method: str | None = None
    uri: str | None = None
    body: Literal["form", "json"] | None = None
    content_type: str | None = None
    page: Any = None
    redirects: bool = True
    accept: str | None = None
    path: str | None = None
    item: str | None = None
    items: str | None = None
    body_item: str | None = None


@dataclass_transform(kw_only_default=True, field_specifiers=(param,))
class ParamsMeta(type):
    """The metaclass of Params: collects the annotated attributes of a class in `_parameters`."""

    _parameters: Mapping[str, Parameter]
    _options: OperationOptions
    _place: Place
    _returns: Any

    def __new__(
        metacls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        method: str | None = None,
        uri: str | None = None,
        body: Literal["form", "json"] | None = None,
        content_type: str | None = None,
        page: Any = None,
        redirects: bool = True,
        accept: str | None = None,
        path: str | None = None,
        item: str | None = None,
        items: str | None = None,
        body_item: str | None = None,
        **unknown: Any,
    ) -> ParamsMeta:
        frame = sys._getframe(1)
        place = Place.of_class(namespace["__qualname__"], frame)
        refuse_unknown_options(unknown, place)
        parameters = inherited_parameters(bases)
        for member, kind in read_annotations(namespace, frame, place).items():
            declared = namespace.pop(member, ...)
            parameters[member] = declare_parameter(member, kind, declared, place)
        refuse_unannotated(namespace, place)
        namespace["_parameters"] = parameters
        namespace["_options"] = OperationOptions(
            method,
            uri,
            body,
            content_type,
            page,
            redirects,
            accept,
            path,
            item,
            items,
            body_item,
        )
        namespace["_returns"] = declared_returns(namespace, bases)
        namespace["_place"] = place
        return super().__new__(metacls, name, bases, namespace)


def refuse_unknown_options(unknown: Mapping[str, Any], place: Place) -> None:
    """Refuse a class keyword that no nested class has, such as `metod`."""
    known = [each.name for each in attrs.fields(OperationOptions)]
    for name in unknown:
        raise mistake(
            f"{name!r} is not a class keyword of an operation.",
            place,
            known_names(name, known, "Class keywords"),
        )


def inherited_parameters(bases: tuple[type, ...]) -> dict[str, Parameter]:
    """The parameters of the base classes; those of the first base take precedence."""
    parameters: dict[str, Parameter] = {}
    for base in reversed(bases):
        parameters |= getattr(base, "_parameters", {})
    return parameters


def declare_parameter(name: str, kind: Any, declared: Any, place: Place) -> Parameter:
    """One parameter, from its annotation and the value assigned to it.

    Raises DeclarationError for a wire name, location, serializer or default that cannot work.
    """
    given = declared if isinstance(declared, _Param) else _Param(None, None, declared, None)
    wire_name: Any = given.name
    if wire_name is not None and not (
        isinstance(wire_name, str) and wire_name.isprintable() and wire_name
    ):
        raise mistake(
            f"the wire name {wire_name!r} of parameter {name!r} is not printable text.",
            place.at(name),
            "Write it as text of one line: `param(name='StatusCallback')`.",
        )
    if given.location is not None and given.location not in LOCATIONS:
        raise mistake(
            f"the parameter {name!r} has the location {given.location!r}, which does not exist.",
            place.at(name),
            known_names(str(given.location), LOCATIONS, "Locations"),
        )
    serializer = given.serializer
    if serializer is not None and not callable(serializer):
        raise mistake(
            f"the serializer of parameter {name!r} is not callable: {serializer!r}.",
            place.at(name),
            "Give a function from the Python value to its wire value, such as `iso8601`.",
        )
    tag = given.tagged_by
    chosen = as_serializer(serializer) if serializer else serializer_for(kind, tag=tag)
    if chosen is None:
        raise mistake(
            f"no serializer is known for the type of parameter {name!r}: {kind!r}.",
            place.at(name),
            "Give one: `param(a_function)`, from the Python value to its wire value.",
        )
    refuse_unfit_default(name, given.default, chosen, place)
    return Parameter(
        name,
        kind,
        chosen,
        given.name,
        given.location,
        given.default,
        given.sensitive,
        tag,
        is_inferred=serializer is None,
        style=style_of(given.style, given.explode, given.allow_reserved, name, place),
    )


def refuse_unfit_default(name: str, default: Any, serializer: Serializer, place: Place) -> None:
    """Refuse a default that cannot be sent."""
    if default is UNSET or default is ... or default is None:
        return
    try:
        serializer.dump(default)
    except Exception as error:  # a user's serializer may raise anything
        raise mistake(
            f"the default of parameter {name!r} cannot be {default!r}: {error}.",
            place.at(name),
            f"Give {serializer.expects}, or UNSET.",
        ) from error


def refuse_unannotated(namespace: Mapping[str, Any], place: Place) -> None:
    """Refuse an attribute without an annotation: it would silently not be a parameter."""
    annotated = namespace.get("__annotations__", ())
    for name, value in namespace.items():
        is_other = name.startswith("_") or name in annotated or isinstance(value, type)
        if isinstance(value, _Param) or value is UNSET or not is_other:
            raise mistake(
                f"the parameter {name!r} has no annotation.",
                place.at(name),
                f"Write its type: `{name}: str = …`.",
            )


T_co = TypeVar("T_co", covariant=True)


class Returns(Generic[T_co]):
    """What a delete returns: `class Delete(Params, Returns[Receipt])`.

    It takes what `returns=` of an action takes. An action has its `returns=` instead.
    """


def declared_returns(namespace: Mapping[str, Any], bases: tuple[type, ...]) -> Any:
    """What the class statement has in `Returns[…]`, or inherits; `...` where it has neither."""
    for base in namespace.get("__orig_bases__", ()):
        if typing.get_origin(base) is Returns:
            (returns,) = typing.get_args(base)
            return None if returns is type(None) else returns
    inherited = (getattr(base, "_returns", ...) for base in bases)
    return next((each for each in inherited if each is not ...), ...)


class Params(metaclass=ParamsMeta):
    """The parameters of one operation, each an annotated attribute.

    An attribute without a default is required. Subclasses are nested in a resource, where their
    name chooses the verb: `class Create(Params)`. The class keywords:

    method=, uri= (appended to the resource's path), path= (in its place; a placeholder of its own
    is a parameter), body= ("form" or "json", the request body in which the parameters are sent),
    content_type=, accept= (the media type of the response, where it is not JSON), page= (the page
    type of a list), redirects=False (a redirect is returned as the response and not followed).
    item=, items= and body_item= are those of the resource for one operation; "" stands for no
    envelope.
    """

    if not TYPE_CHECKING:  # a type checker reads the constructor as the signature of the verb

        def __new__(cls, *_arguments: Any, **_named: Any) -> Params:
            raise TypeError(
                f"{cls.__qualname__} declares parameters and has no instances. "
                "Pass the parameters to the verb of its name."
            )


class Paging(Params, method="GET"):
    """The parameters of a list; a subclass adds the filters of its resource.

    limit: the maximum number of records over all pages; None for all records. With 0 nothing is
        sent.
    page_size: the number of records in each page; by default `min(limit, the API's maximum)`,
        or without a limit the API's own default.
    page_token, page_number: the page to begin with, as the API names it.
    prefetch: with 1, the next page is requested while the records of a page are being used.
    """

    limit: int | None = None
    page_size: int | None = None
    page_token: str = UNSET
    page_number: int = UNSET
    prefetch: int = 0
