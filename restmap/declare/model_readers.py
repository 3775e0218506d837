"""The reader of models: a JSON object becomes an instance, by a function that cattrs generates."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

import attrs

from .composed_readers import Reader
from .members import Member, is_open, members_of
from .misfits import Drift, misfit
from .names import Naming


class FindReader(Protocol):
    """Finds the reader of a type, for a rule of wire names."""

    def __call__(self, kind: Any, naming: Naming, tag: str | None = None) -> Reader: ...


@attrs.frozen(eq=False, repr=False)
class _ReadableMember:
    """A member with its wire name and its reader."""

    name: str
    wire_name: str
    reader: Reader
    required: bool
    nullable: bool


class ModelReader(Reader):
    """Reads an object as an instance of a class with members.

    find: finds the reader of a member. The function that reads is generated when the first object
    is read, since models may refer to each other.
    """

    has_members = True

    def __init__(self, kind: Any, naming: Naming, find: FindReader) -> None:
        super().__init__(self._read_first)
        self._kind = kind
        self._naming = naming
        self._find = find
        # Only a model keeps the keys that it does not know, and may lack a member.
        self._is_model = hasattr(kind, "_declared")

    def _read_first(self, value: Any) -> Any:
        generated = self._generate()
        self.read = self._keeping_unknown(generated) if self._is_model else generated
        return self.read(value)

    def _generate(self) -> Callable[[Any], Any]:
        from cattrs import Converter
        from cattrs.gen import make_dict_structure_fn, override

        overrides: dict[str, Any] = {
            member.name: override(
                rename=member.wire_name, struct_hook=functools.partial(_call_reader, member.reader)
            )
            for member in self._members
        }
        if overrides.keys() & _NAMES_OF_CATTRS:
            return self._read_members
        function = make_dict_structure_fn(
            self._kind,
            Converter(),  # not used: every member has a reader of ours
            _cattrs_forbid_extra_keys=False,
            _cattrs_detailed_validation=False,
            _cattrs_use_alias=True,
            **overrides,
        )
        return functools.partial(_structure, function, self._kind)

    def _read_members(self, value: Any) -> Any:
        drift: list[Drift] = []
        read = self.keep(value, "", drift)
        problems = [each for each in drift if not each.is_unknown_key]
        if problems:
            raise ValueError(problems[0].problem)
        return read

    def _keeping_unknown(self, read_known: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def read(value: Any) -> Any:
            model = read_known(value)
            if len(value) != len(model._given):
                object.__setattr__(model, "_unknown", self._unknown_of(value))
            return model

        return read

    @functools.cached_property
    def _members(self) -> tuple[_ReadableMember, ...]:
        return tuple(map(self._readable, members_of(self._kind)))

    @functools.cached_property
    def _wire_names(self) -> frozenset[str]:
        return frozenset(member.wire_name for member in self._members)

    def _unknown_of(self, received: Mapping[str, Any]) -> dict[str, Any]:
        """What an object has beside the members of the class."""
        return {key: each for key, each in received.items() if key not in self._wire_names}

    def _readable(self, member: Member) -> _ReadableMember:
        reader = member.spec.own_reader_for(member.kind)
        if reader is None:
            reader = self._find(member.kind, self._naming, member.spec.tagged_by)
        return _ReadableMember(
            member.name,
            member.wire_name(self._naming),
            reader,
            not (member.has_default or member.nullable),
            member.nullable and not member.has_default,
        )

    def count_lost(self, value: Any, read: Any) -> int:
        """The number of keys that the class does not know, where it keeps them."""
        return len(getattr(read, "_unknown", ()))

    # -- what drifts from the declaration ----------------------------------------------------

    def keep(self, value: Any, path: str, drift: list[Drift]) -> Any:
        if not isinstance(value, dict):
            return super().keep(value, path, drift)
        received = cast("dict[str, Any]", value)
        prefix = f"{path}." if path else ""
        unknown = self._unknown_of(received)
        if not is_open(self._kind):
            drift += [
                Drift(prefix + key, "is not declared.", is_unknown_key=True) for key in unknown
            ]
        kept: dict[str, Any] = {}
        missing: list[str] = []
        for member in self._members:
            if member.wire_name in received:
                each = received[member.wire_name]
                kept[member.name] = member.reader.keep(each, f"{prefix}{member.name}", drift)
            elif member.nullable:
                kept[member.name] = None
            elif member.required:
                missing.append(member.name)
        drift += [Drift(f"{prefix}{name}", "is missing.") for name in missing]
        return self._instance(received, kept, missing, unknown, path, drift)

    def _instance(
        self,
        value: dict[str, Any],
        kept: Mapping[str, Any],
        missing: list[str],
        unknown: Mapping[str, Any],
        path: str,
        drift: list[Drift],
    ) -> Any:
        if self._is_model:
            given = [each.name for each in self._members if each.wire_name in value]
            return self._kind._received(kept, tuple(given), unknown)
        if missing:
            return value
        try:
            return self._kind(**kept)
        except Exception as error:  # a validator of the user's may raise anything
            drift.append(misfit(path, value, error))
            return value


# Members with these names cannot be passed to cattrs as keyword arguments.
_NAMES_OF_CATTRS = frozenset({"cl", "converter"})


def _call_reader(reader: Reader, value: Any, _kind: Any) -> Any:
    return reader.read(value)


def _structure(function: Callable[[Any, Any], Any], kind: Any, value: Any) -> Any:
    if type(value) is not dict:
        raise ValueError("expected an object")
    return function(value, kind)
