"""Models: the classes of nested objects, in fields and in parameters."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from types import FrameType, MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

import attrs

from ..errors import ParameterError, compose
from .annotations import LaterType, read_annotations
from .fields import FieldSpec, field
from .inference import serializer_for
from .inheritance import inherited
from .names import snake_case
from .place import Place, known_names, mistake
from .readers import is_readable
from .unset import UNSET

if TYPE_CHECKING:
    from ..short_repr import Members

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class ModelMeta(type):
    """Turns the annotated attributes of a class body into the attributes of an attrs class.

    `_declared` has the type and the specification of each, by name; a type that refers to a class
    that is not defined yet is read when it is first needed.
    """

    _declared: Mapping[str, tuple[Any, FieldSpec]]
    _is_open: bool

    def __new__(
        metacls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        open: bool = False,  # noqa: A002 - the class keyword
    ) -> ModelMeta:
        is_first = not any(isinstance(base, ModelMeta) for base in bases)
        if is_first or "__attrs_attrs__" in namespace or "__qualname__" not in namespace:
            # Model itself; or attrs, which makes a class with slots from the one that it was given;
            # or cloudpickle, which makes an empty class and then sets its attributes.
            return super().__new__(metacls, name, bases, namespace)
        frame = sys._getframe(1)
        place = Place.of_class(namespace["__qualname__"], frame)
        declared = declared_members(namespace, frame, place)
        body = {key: each for key, each in namespace.items() if key not in declared}
        body |= {"__slots__": (), "_declared": {**inherited(bases, "_declared"), **declared}}
        if open:
            body["_is_open"] = True
        # attrs would add one of its own, which gives every member.
        body.setdefault("__replace__", evolve)
        made = super().__new__(metacls, name, bases, body)
        attributes = {key: _attribute(spec) for key, (_, spec) in declared.items()}
        return attrs.define(
            made, these=attributes, frozen=True, kw_only=True, eq=False, repr=False,
            getstate_setstate=False,
        )  # fmt: skip


def _attribute(spec: FieldSpec) -> Any:
    if spec.factory is not None:
        return attrs.field(factory=spec.factory)
    return attrs.field(default=spec.default) if spec.has_default else attrs.field()


def declared_members(
    namespace: Mapping[str, Any], frame: FrameType, place: Place
) -> dict[str, tuple[Any, FieldSpec]]:
    """The type and the specification of each member in the body of a model.

    Raises DeclarationError for a member that cannot work.
    """
    kinds = read_annotations(namespace, frame, place, later=lambda name: True)
    for name, value in namespace.items():
        if isinstance(value, FieldSpec) and name not in kinds:
            raise mistake(
                f"the member {name!r} has no annotation.",
                place.at(name),
                f"Write its type: `{name}: str = field(…)`.",
            )
    members = {name: (kind, _member_spec(name, namespace, place)) for name, kind in kinds.items()}
    for name, (kind, spec) in members.items():
        if not isinstance(kind, LaterType):
            refuse_unfit_member(name, kind, spec, place)
    return members


def _member_spec(name: str, namespace: Mapping[str, Any], place: Place) -> FieldSpec:
    given = namespace.get(name, ...)
    spec = given if isinstance(given, FieldSpec) else FieldSpec(default=given)
    default: Any = spec.default
    if spec.inside is not None:
        raise mistake(
            f"the member {name!r} of a model cannot be inside of another: inside={spec.inside!r}.",
            place.at(name),
            "Write a model for the object that it is in, as the type of a member.",
        )
    if type(default) in (list, dict, set):
        if default:
            raise mistake(
                f"the default of member {name!r} can be changed: {default!r}.",
                place.at(name),
                "Write a function that makes it: `field(factory=lambda: …)`.",
            )
        return attrs.evolve(spec, default=..., factory=type(default))
    return spec


def refuse_unfit_member(name: str, kind: Any, spec: FieldSpec, place: Place) -> None:
    """Refuse a member whose values cannot be read or sent."""
    if spec.own_reader is None and not is_readable(kind):
        raise mistake(
            f"no reader is known for the type of member {name!r}: {kind!r}.",
            place.at(name),
            "Give a serializer: `field(a_serializer)`.",
        )
    if spec.serializer is None and serializer_for(kind) is None:
        raise mistake(
            f"no serializer is known for the type of member {name!r}: {kind!r}.",
            place.at(name),
            "Give one: `field(a_function)`, from the Python value to its wire value.",
        )


class _Received:
    """What a model knows beside its members.

    _given: the names of the members that were given or received. _unknown: the undeclared keys of
    a response.
    """

    __slots__ = ("_given", "_unknown")

    _given: tuple[str, ...]
    _unknown: Mapping[str, Any]


class Model(_Received, metaclass=ModelMeta):
    """An object inside a response or a request body. Declare one by deriving from this class:

        class Address(Model):
            street_name: str
            zip_code: str | None = None

    It is a frozen attrs class with keyword arguments, and may be the type of a field, of a
    parameter, and of a member of another model; a member may be a resource as well. Wire names
    follow the rule of the resource, or `field(name=…)`. What was not given is not sent, unless it
    has a default other than None and UNSET; None is sent as null. A key of a response that is not
    declared is an attribute too.

    open=True, as a class keyword, says that the object may have further keys, such as attributes
    that each customer defines: they are no drift, and a dict that is sent may have them.
    """

    __slots__ = ()

    _declared: ClassVar[Mapping[str, tuple[Any, FieldSpec]]] = _NOTHING
    _is_open: ClassVar[bool] = False

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[Any]
    else:

        def __new__(cls, **members: Any) -> Model:
            model = super().__new__(cls)
            _set(model, "_given", tuple(members))
            _set(model, "_unknown", _NOTHING)
            return model

        def __getattr__(self, name: str) -> Any:
            # Called for names that the class does not have, and for members without a value.
            if name.startswith("__"):
                raise AttributeError(name)
            for key, value in self._unknown.items():
                if snake_case(key) == name:
                    return value
            raise AttributeError(_missing_member_message(type(self), name))

    def __eq__(self, other: object) -> bool:
        """Whether both have the same class and members."""
        if type(other) is not type(self):
            return NotImplemented
        return dict(present_members(self)) == dict(present_members(other))

    def __hash__(self) -> int:
        return hash((type(self), *(value for _, value in present_members(self))))

    def __replace__(self, /, **changes: Any) -> Self:
        """A copy with other values for some members, as `evolve()` makes it: `copy.replace(…)`."""
        return evolve(self, **changes)

    def __repr__(self) -> str:
        from ..short_repr import short_repr

        return short_repr(self)

    def _members_to_show(self) -> Members | None:
        from ..sensitive import is_sensitive
        from ..short_repr import Members

        names = [name for name, _ in present_members(self)]
        return Members(names, lambda name: is_sensitive(name, frozenset()), "members")

    def __getstate__(self) -> Any:
        members = {name: getattr(self, name) for name in self._declared if hasattr(self, name)}
        return members, self._given, dict(self._unknown)

    def __setstate__(self, state: Any) -> None:
        _fill(self, *state)

    @classmethod
    def _received(
        cls, members: Mapping[str, Any], given: tuple[str, ...], unknown: Mapping[str, Any]
    ) -> Self:
        """The model of an object of a response, which may lack members.

        given: the members that the response had. unknown: its undeclared keys.
        """
        model = cls.__new__(cls)
        defaults = {
            name: spec.make_default()
            for name, (_, spec) in cls._declared.items()
            if name not in members and spec.has_default
        }
        _fill(model, {**members, **defaults}, given, unknown)
        return model


M = TypeVar("M", bound=Model)


def evolve(model: M, /, **changes: Any) -> M:
    """A copy of a model with other values for some members.

    What was not given to the model is not given to the copy, so it is not sent; `attrs.evolve`
    would give it. Raises ParameterError for a member that does not exist.

    >>> class Address(Model):
    ...     street: str
    ...     city: str | None = None
    >>> evolve(Address(street="Main St"), city="Berlin")
    Address(street='Main St', city='Berlin')
    """
    declared = type(model)._declared
    for name in changes:
        if name not in declared:
            problem = f"{name!r} is not a member of {type(model).__name__}."
            raise ParameterError(compose(problem, known_names(name, declared, "Members"), "evolve"))
    members = dict(present_members(model)) | changes
    given = tuple(dict.fromkeys((*model._given, *changes)))
    return model._received(members, given, model._unknown)


_set = object.__setattr__


def _fill(
    model: Model, members: Mapping[str, Any], given: tuple[str, ...], unknown: Mapping[str, Any]
) -> None:
    """Set what a new model holds; the model itself is frozen."""
    for name, value in members.items():
        _set(model, name, value)
    _set(model, "_given", given)
    _set(model, "_unknown", unknown or _NOTHING)


def present_members(model: Model) -> Iterator[tuple[str, Any]]:
    """The members of a model that have a value; a response may lack some of them."""
    for name in type(model)._declared:
        value = getattr(model, name, UNSET)
        if value is not UNSET:
            yield name, value


def _missing_member_message(model: type[Model], name: str) -> str:
    if name in model._declared:
        return (
            f"the member {name!r} of this {model.__name__} is missing: the API's response did not "
            "have it."
        )
    remedy = known_names(name, model._declared, "Members")
    return f"{model.__name__} has no member {name!r}. {remedy}"
