"""The parameters of one operation: annotated attributes of a nested class."""

from __future__ import annotations

import sys
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, dataclass_transform

import attrs

from .annotations import read_annotations, unread_annotations
from .inheritance import inherited
from .parameter import GivenParam, Parameter, declare_parameter, param
from .place import Place, known_names, mistake
from .unset import UNSET

BodyOption: TypeAlias = Literal["form", "json", "multipart"]
"""The values of `body=`: how the parameters are written in a request body."""

PagingOption: TypeAlias = Literal["query", "json", "form"]
"""The values of `paging=`: where the parameters of a page are sent."""


@attrs.frozen(eq=False, repr=False)
class OperationOptions:
    """The class keywords of a nested class: `class Update(Params, method="PUT")`.

    None stands for the default of an operation of that name.
    """

    method: str | None = None
    uri: str | None = None
    body: BodyOption | None = None
    content_type: str | None = None
    page: Any = None
    redirects: bool = True
    accept: str | None = None
    path: str | None = None
    item: str | None = None
    items: str | None = None
    body_item: str | None = None
    paging: PagingOption | None = None


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
        body: BodyOption | None = None,
        content_type: str | None = None,
        page: Any = None,
        redirects: bool = True,
        accept: str | None = None,
        path: str | None = None,
        item: str | None = None,
        items: str | None = None,
        body_item: str | None = None,
        paging: PagingOption | None = None,
        **unknown: Any,
    ) -> ParamsMeta:
        frame = sys._getframe(1)
        place = Place.of_class(namespace.get("__qualname__", name), frame)
        refuse_unknown_options(unknown, place)
        parameters = inherited(bases, "_parameters")
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
            paging,
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


def refuse_unannotated(namespace: Mapping[str, Any], place: Place) -> None:
    """Refuse an attribute without an annotation: it would silently not be a parameter."""
    annotated = unread_annotations(namespace)
    for name, value in namespace.items():
        is_other = name.startswith("_") or name in annotated or isinstance(value, type)
        if isinstance(value, GivenParam) or value is UNSET or not is_other:
            raise mistake(
                f"the parameter {name!r} has no annotation.",
                place.at(name),
                f"Write its type: `{name}: str = …`.",
            )


T_co = TypeVar("T_co", covariant=True)


class Returns(Generic[T_co]):
    """What a verb returns, where it is no record: `class Delete(Params, Returns[Receipt])`.

    It takes what `returns=` of an action takes. A list takes none, and an action has its `returns=`
    instead.
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
    is a parameter), body= ("form", "json" or "multipart", the request body in which the parameters
    are sent; a GET or a DELETE has a body only with it), content_type=, accept= (the media type of
    the response, where it is not JSON), page= (the page type of a list), paging= ("query", "json"
    or "form", where the parameters of a page are sent; by default where those of the list are),
    redirects=False (a redirect is returned as the response and not followed).
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
