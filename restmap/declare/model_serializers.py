"""The serializers of models: an instance, or a dict in its place, becomes a JSON object."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, cast

import attrs

from .members import Member, is_open, is_resource, members_of, naming_inside
from .misfits import Drift
from .names import Naming
from .place import known_names
from .readers import reader_for
from .serializer import (
    MemberProblem,
    MembersError,
    Serializer,
    as_serializer,
    literal,
    problems_of,
    refuse,
)
from .serializers import anything, first_accepting, json_object
from .unset import UNSET


class FindSerializer(Protocol):
    """Finds the serializer of a type, for a rule of wire names."""

    def __call__(self, kind: Any, naming: Naming, tag: str | None = None) -> Serializer | None: ...


@attrs.frozen(eq=False, repr=False)
class _SendableMember:
    """A member with its wire name and its serializer."""

    name: str
    wire_name: str
    serializer: Serializer
    required: bool
    default: Any


def model_serializer(kind: Any, naming: Naming, find: FindSerializer) -> Serializer:
    """The serializer of a class with members, a model or a resource.

    A record is sent as it was received. naming: of what the object is in. find: finds the
    serializer of a member.
    """
    model = _ModelSerializer(kind, naming_inside(kind, naming), find)
    return Serializer(model.dump, f"{kind.__name__}, or a dict", load=model.load)


class _ModelSerializer:
    """The members are found with the first value, since models may refer to each other."""

    def __init__(self, kind: Any, naming: Naming, find: FindSerializer) -> None:
        self._kind = kind
        self._naming = naming
        self._find = find

    @functools.cached_property
    def _members(self) -> Mapping[str, _SendableMember]:
        return {each.name: self._sendable(each) for each in members_of(self._kind)}

    @functools.cached_property
    def _by_wire_name(self) -> Mapping[str, str]:
        return {member.wire_name: name for name, member in self._members.items()}

    def _sendable(self, member: Member) -> _SendableMember:
        own = member.spec.serializer
        if own is not None:
            serializer = as_serializer(own)
        else:
            found = self._find(member.kind, self._naming, member.spec.tagged_by)
            if found is None:
                raise TypeError(f"no serializer is known for {self._kind.__name__}.{member.name}")
            serializer = found
        default = member.spec.make_default() if member.spec.has_default else UNSET
        return _SendableMember(
            member.name,
            member.wire_name(self._naming),
            serializer,
            not member.has_default,
            UNSET if default is None else default,
        )

    def dump(self, value: Any) -> dict[str, Any]:
        """The object that is sent. Raises MembersError for members that cannot be."""
        if isinstance(value, self._kind) and is_resource(self._kind):
            sent: dict[str, Any] = value._as_sent()
            return sent
        problems: list[MemberProblem] = []
        if isinstance(value, self._kind):
            given, wire = dict(given_members(value)), dict(getattr(value, "_unknown", {}))
        elif isinstance(value, Mapping):
            given, wire = self._by_name(cast("Mapping[Any, Any]", value), problems)
        else:
            raise refuse(f"{self._kind.__name__}, or a dict")
        for name, each in given.items():
            member = self._members[name]
            try:
                wire[member.wire_name] = None if each is None else member.serializer.dump(each)
            except Exception as error:  # a user's own serializer may raise anything
                problems += problems_of(error, f".{name}", each, member.serializer.expects)
        if problems:
            raise MembersError(problems)
        return wire

    def _by_name(
        self, value: Mapping[Any, Any], problems: list[MemberProblem]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """The values of a dict by the names of the members; its keys may be wire names too.

        The others are what an open model has beside its members.
        """
        given: dict[str, Any] = {}
        others: dict[str, Any] = {}
        for key, each in value.items():
            name = key if key in self._members else self._by_wire_name.get(key)
            if name is None and isinstance(key, str) and is_open(self._kind):
                others[key] = each
            elif name is None:
                remedy = known_names(str(key), self._members, "Members")
                found = f"{{}} is not a member of {self._kind.__name__}."
                problems.append(MemberProblem(f".{key}", found, remedy))
            elif each is not UNSET:
                given[name] = each
        for name, member in self._members.items():
            if name not in given and member.default is not UNSET:
                given[name] = member.default
            elif name not in given and member.required:
                remedy = f"Give {member.serializer.expects}."
                problems.append(MemberProblem(f".{name}", "the parameter {} is missing.", remedy))
        return given, others

    def load(self, wire: Any) -> Any:
        """The instance for an object that was sent, as the sandbox reads it."""
        drift: list[Drift] = []
        loaded = reader_for(self._kind, self._naming).keep(json_object.load(wire), "", drift)
        problems = [
            MemberProblem(f".{each.path}", f"the parameter {{}} {literal(each.problem)}", "")
            for each in drift
        ]
        if problems:
            raise MembersError(problems)
        return loaded


def given_members(instance: Any) -> Iterator[tuple[str, Any]]:
    """The members of an instance that are sent.

    Of a model, those that were given and those that have a default other than None.
    """
    given: tuple[str, ...] | None = getattr(instance, "_given", None)
    for member in members_of(cast(Any, type(instance))):
        value = getattr(instance, member.name, UNSET)
        was_given = given is None or member.name in given or value is not None
        if value is not UNSET and was_given:
            yield member.name, value


def tagged_serializer(tag: str, members: Mapping[Any, tuple[type[Any], Serializer]]) -> Serializer:
    """The serializer of a union whose models are told apart by a tag.

    An object without the tag is sent by the first model that accepts it. A dict with a value of the
    tag that the API has added since is sent as it is.
    members: the model and its serializer, by the value of the tag.
    """
    expects = " or ".join(dict.fromkeys(each.expects for _, each in members.values()))
    untagged = first_accepting([each for _, each in members.values()], expects)

    def serializer_of(value: Any) -> Serializer | None:
        for kind, serializer in members.values():
            if isinstance(value, kind):
                return serializer
        found: Any = None
        if isinstance(value, Mapping):
            if tag not in value:
                return untagged
            found = cast("Mapping[Any, Any]", value)[tag]
        if isinstance(found, str | int):
            return members[found][1] if found in members else None
        raise refuse(expected_tag)

    expected_tag = f"one of {', '.join(map(repr, members))} as its {tag!r}"

    def dump(value: Any) -> Any:
        return (serializer_of(value) or anything).dump(value)

    def load(wire: Any) -> Any:
        serializer = serializer_of(wire)
        if serializer is None:
            raise refuse(expected_tag)
        return serializer.load(wire)

    return Serializer(dump, expects, load=load)
