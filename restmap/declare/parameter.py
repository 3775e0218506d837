"""One parameter of an operation: its annotation, and what `param()` adds to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from .file_types import is_file_type
from .inference import serializer_for
from .place import Place, known_names, mistake
from .serializer import Serializer, as_serializer
from .unset import UNSET

if TYPE_CHECKING:
    from .styles import Style, StyleName

Location: TypeAlias = Literal["form", "json", "multipart", "query", "header", "body", "path"]
"""Where a parameter is sent; in the location `body` it is the whole request body."""

# Those that a declaration can name; a parameter is in the path by its name.
LOCATIONS: tuple[Location, ...] = ("form", "json", "multipart", "query", "header", "body")


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

    @property
    def is_file(self) -> bool:
        """Whether its value is a file, or several: bytes that are sent as they are."""
        return self.is_inferred and is_file_type(self.kind)


@attrs.frozen(eq=False, repr=False)
class GivenParam:
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
        parameter without a default is required; so is one with `default=...`, which type checkers
        take to be optional.
    location: "form", "json", "multipart", "query", "header" or "body"; by default the location
        where the operation sends its parameters. One of a JSON type in the location "body" is the
        whole JSON request body; a File, bytes or an iterator of bytes is sent as it is, and so is
        text with a content_type= other than JSON. A parameter in the location `body` with
        default=UNSET may be given in place of all those in the location `json`, which are its
        parts.
    sensitive: whether the value is kept out of logs and messages.
    tagged_by: for a union of models, the wire name of the key that tells them apart; each model
        declares its value: `type: Literal["card"]`.
    style, explode, allow_reserved: how a list or an object is written in a query or a form, as in
        OpenAPI: style="form", "spaceDelimited", "pipeDelimited", "deepObject", or "json".
    """
    return GivenParam(
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


def declare_parameter(name: str, kind: Any, declared: Any, place: Place) -> Parameter:
    """One parameter, from its annotation and the value assigned to it.

    Raises DeclarationError for a wire name, location, serializer or default that cannot work.
    """
    given = declared if isinstance(declared, GivenParam) else GivenParam(None, None, declared, None)
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
    chosen = as_serializer(serializer) if serializer else _serializer_of_type(kind, tag)
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
        style=_style(given, name, place),
    )


def _serializer_of_type(kind: Any, tag: str | None) -> Serializer | None:
    if not is_file_type(kind):
        return serializer_for(kind, tag=tag)
    from .files import file_serializer_for  # for few parameters

    return file_serializer_for(kind)


def _style(given: GivenParam, name: str, place: Place) -> Style | None:
    if given.style is None and given.explode is None and not given.allow_reserved:
        return None
    from .styles import style_of  # for few parameters

    return style_of(given.style, given.explode, given.allow_reserved, name, place)


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
