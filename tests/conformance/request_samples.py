"""Values that the schemas of a document allow, made from the document alone.

Each value is checked by a JSON Schema validator. What no value could be made for is a fault of the
document, or beyond what is tried here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs
import rstr  # pyright: ignore[reportMissingTypeStubs]
from openapi_schema_validator import (
    OAS30ReadValidator,
    OAS30WriteValidator,
    OAS31Validator,
    oas30_format_checker,
    oas31_format_checker,
)

Direction = Literal["sent", "received"]
Schema = Mapping[str, Any]

MAX_DEPTH = 7
_MAX_COMPLETE = 300
_ROUNDS = (0.6, 0.3, 1.0, 0.0)  # the shares of optional members that are tried

_FORMATS = {
    "date-time": "2030-01-02T03:04:05Z",
    "date": "2030-01-02",
    "time": "03:04:05Z",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "uri-reference": "https://example.com/a",
    "email": "ann@example.com",
    "idn-email": "ann@example.com",
    "hostname": "example.com",
    "ipv4": "10.0.0.1",
    "ipv6": "::1",
    "ip": "10.0.0.1",
    "byte": "YWJj",
    "binary": "abc",
    "decimal": "1.5",
    "duration": "P1D",
    "regex": "a+",
    "json-pointer": "/a",
    "phone": "+15550100",
}


class NoSampleError(Exception):
    """No value of a schema could be made."""


@attrs.define(eq=False)
class Samples:
    """Makes values for the schemas of a document.

    content: the whole document. undescribed: the properties that values have because they are
    required, although the document has no schema for them.
    """

    content: Mapping[str, Any]
    random: random.Random
    undescribed: set[str] = attrs.field(factory=set[str])

    @property
    def is_3_0(self) -> bool:
        return str(self.content["openapi"]).startswith("3.0")

    def resolved(self, value: Any) -> dict[str, Any]:
        """An object of the document, with its reference followed."""
        seen = 0
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            target: Any = self.content
            if not value["$ref"].startswith("#/") or seen > 20:
                raise NoSampleError(f"the reference {value['$ref']!r} leads elsewhere")
            for step in value["$ref"][2:].split("/"):
                key = step.replace("~1", "/").replace("~0", "~").replace("%7B", "{")
                key = key.replace("%7D", "}").replace("%20", " ")
                target = target[int(key)] if isinstance(target, list) else target.get(key, {})
            others = {name: each for name, each in value.items() if name != "$ref"}
            is_merged = not self.is_3_0 and isinstance(target, dict)
            value, seen = ({**target, **others} if is_merged else target), seen + 1
        return value if isinstance(value, dict) else {}

    def merged(self, schema: Any, depth: int = 0) -> dict[str, Any]:
        """A schema with all that its `allOf` says in it."""
        view = self.resolved(schema)
        if "allOf" not in view or depth > 10:
            return view
        own = {name: each for name, each in view.items() if name != "allOf"}
        found: dict[str, Any] = {}
        for part in (*(self.merged(each, depth + 1) for each in view["allOf"]), own):
            properties = {**found.get("properties", {}), **part.get("properties", {})}
            required = [*found.get("required", ()), *part.get("required", ())]
            both = {**found, **part}
            if properties:
                both["properties"] = properties
            if required:
                both["required"] = list(dict.fromkeys(required))
            found = both
        return found

    # -- checked values ---------------------------------------------------------------------------

    def valid(self, schema: Any, direction: Direction) -> Any:
        """A value that a validator finds right. Raises NoSampleError with its last complaint."""
        problem = "nothing was made"
        for share in (*_ROUNDS, *_ROUNDS):
            try:
                value = _Maker(self, direction, share).value(schema, 0)
            except RecursionError:
                continue
            problem = self.problem_of(schema, value, direction)
            if problem is None:
                return value
        raise NoSampleError(problem)

    def problem_of(self, schema: Any, value: Any, direction: Direction) -> str | None:
        """What a validator says against a value; None if it is right."""
        roots = {name: each for name, each in self.content.items() if name in _ROOTS}
        validator: Any
        if self.is_3_0:
            kind: Any = OAS30ReadValidator if direction == "received" else OAS30WriteValidator
            root = {"allOf": [schema], **roots}
            validator = kind(root, format_checker=oas30_format_checker)
        else:
            root = {"allOf": [schema], **roots}
            validator = OAS31Validator(root, format_checker=oas31_format_checker)
        try:
            error = next(validator.iter_errors(value), None)
        except Exception as failure:  # an invalid document can make it fail in any way
            return f"the schema cannot be checked: {type(failure).__name__}: {failure}"[:300]
        if error is None:
            return None
        while error.context:
            error = min(error.context, key=lambda each: len(each.context or ()))
        return f"{error.message[:200]} at {'/'.join(map(str, error.absolute_path))}"


_ROOTS = ("components", "paths", "definitions")


@attrs.define(eq=False)
class _Maker:
    """Makes one value. share: of the optional members that it has. made: the values in it."""

    samples: Samples
    direction: Direction
    share: float
    made: int = 0

    @property
    def is_small(self) -> bool:
        return self.made < _MAX_COMPLETE

    def value(self, schema: Any, depth: int) -> Any:
        self.made += 1
        view = self.samples.merged(schema)
        if "const" in view:
            return view["const"]
        members = [each for each in view.get("enum", ()) if each is not None]
        if members:
            return self.samples.random.choice(members)
        choices = view.get("oneOf") or view.get("anyOf")
        if choices:
            return self._one_of(view, choices, depth)
        kind = self._kind(view)
        if kind == "object":
            return self._object(view, depth)
        if kind == "array":
            return self._array(view, depth)
        if kind in ("integer", "number"):
            return self._number(view, kind)
        if kind == "boolean":
            return True
        if kind == "null":
            return None
        return self._text(view)

    def _kind(self, view: Schema) -> str:
        given = view.get("type")
        kinds = [each for each in given if each != "null"] if isinstance(given, list) else [given]
        if kinds and kinds[0]:
            return str(kinds[0])
        if isinstance(given, list):
            return "null"
        if "properties" in view or "additionalProperties" in view or "required" in view:
            return "object"
        return "array" if "items" in view else "string"

    def _one_of(self, view: dict[str, Any], choices: list[Any], depth: int) -> Any:
        nullable = ({"type": "null"}, {"nullable": True}, {"enum": [None]})
        real = [each for each in choices if self.samples.resolved(each) not in nullable]
        if not real:
            return None
        chosen = self.samples.random.choice(real if depth < MAX_DEPTH else real[:1])
        rest = {name: each for name, each in view.items() if name not in ("oneOf", "anyOf")}
        whole = {"allOf": [rest, chosen]} if rest.get("properties") else chosen
        value = self.value(whole, depth + 1)
        tag = view.get("discriminator", {}).get("propertyName")
        if tag and isinstance(value, dict) and isinstance(chosen, dict) and "$ref" in chosen:
            mapping = view["discriminator"].get("mapping", {})
            names = [key for key, target in mapping.items() if target == chosen["$ref"]]
            value[tag] = value.get(tag) if value.get(tag) in names else next(iter(names), None)
            if value[tag] is None:
                value[tag] = chosen["$ref"].rpartition("/")[2]
        return value

    def _object(self, view: dict[str, Any], depth: int) -> dict[str, Any]:
        required = view.get("required", ())
        members = view.get("properties", {})
        left_out = "readOnly" if self.direction == "sent" else "writeOnly"
        made: dict[str, Any] = {}
        for name, schema in members.items():
            own = self.samples.merged(schema)
            if own.get(left_out) is True:
                continue
            is_chosen = self.samples.random.random() < self.share and depth < MAX_DEPTH
            # An example of a response has its records, with all of their fields.
            is_chosen |= self.direction == "received" and (
                depth < 4 or (self.is_small and depth < MAX_DEPTH)
            )
            if own.get("deprecated") and name not in required and self.direction == "sent":
                continue
            if name in required or is_chosen:
                made[name] = self.value(schema, depth + 1)
        others = view.get("additionalProperties")
        wants_more = len(made) < view.get("minProperties", 0) or (not members and self.share > 0.2)
        if isinstance(others, dict) and others and wants_more and depth < MAX_DEPTH:
            made["extra"] = self.value(others, depth + 1)
        for name in required:
            if name not in members and name not in made:
                made[name] = "x"
                self.samples.undescribed.add(name)
        return made

    def _array(self, view: Schema, depth: int) -> list[Any]:
        count = max(view.get("minItems", 0), 1 if depth < MAX_DEPTH else 0)
        items: list[Any] = []
        for _ in range(count * 3):
            each = self.value(view.get("items", {}), depth + 1)
            if len(items) < count and not (view.get("uniqueItems") and each in items):
                items.append(each)
        return items

    def _number(self, view: Schema, kind: str) -> Any:
        low, high = view.get("minimum"), view.get("maximum")
        for name, step in (("exclusiveMinimum", 1), ("exclusiveMaximum", -1)):
            given = view.get(name)
            if given is True or (given is not None and not isinstance(given, bool)):
                base = (low if step > 0 else high) if given is True else given
                if step > 0:
                    low = (base or 0) + 1
                else:
                    high = (base or 0) - 1
        value = low if low is not None and low > 7 else 7
        value = high if high is not None and high < value else value
        multiple = view.get("multipleOf")
        if multiple and value % multiple:
            value = (value // multiple + 1) * multiple
        return int(value) if kind == "integer" else value

    def _text(self, view: Schema) -> str:
        least, most = view.get("minLength", 0), view.get("maxLength")
        for text in self._texts(view, least):
            fits = len(text) >= least and (most is None or len(text) <= most)
            if fits and (not view.get("pattern") or _matches(view["pattern"], text)):
                return text
        return "a" * max(least, 1)

    def _texts(self, view: Schema, least: int) -> Iterator[str]:
        if view.get("format") in _FORMATS:
            yield _FORMATS[view["format"]]
        if view.get("pattern"):
            for example in (view.get("example"), view.get("default")):
                if isinstance(example, str):
                    yield example
            for _ in range(15):
                try:
                    yield rstr.xeger(view["pattern"])
                except Exception:  # a pattern of JavaScript's
                    break
        yield "Ann & Bob"
        yield "ab" * max(1, least)
        yield "a" * max(1, least)


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return True
