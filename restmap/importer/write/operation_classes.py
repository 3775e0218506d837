"""Operation classes: the nested class of each operation, its parameters and its action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...declare.names import header_case
from ...plan.bodies import METHODS_WITHOUT_BODY
from ..draft.expressions import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    OBJECT,
    STR,
    UNSET,
    Attribute,
    Call,
    Constant,
    Expression,
    ModelType,
    Name,
    ResourceType,
    Subscript,
    call,
)
from ..draft.operations import AttributeDraft, OperationDraft
from ..draft.resources import RULES, ResourceDraft, SharedParameters
from ..read.styles import WireStyle
from .base_page import key_beside
from .base_resource import Base, Envelopes, sends_in_envelope
from .model_modules import tag_of
from .statements import Assignment, Class, Field, Statement


def nested_class(operation: OperationDraft, draft: ResourceDraft, base: Base) -> Class:
    """The nested class of an operation, with the parameters that it declares itself."""
    shared = draft.shared.get(operation.class_name)
    if shared is None:
        parent = Name("Paging" if operation.class_name == "List" else "Params", "restmap")
    else:
        parent = Name(shared.name, "" if shared.is_own else ".parameters")
    own = [_parameter(each, draft.parameter_rule) for each in draft.own_parameters(operation)]
    options = [
        *_path_options(operation),
        *_operation_options(operation, base, base.envelopes_of(draft)),
    ]
    bases: list[Expression] = [parent]
    if operation.returns is not None and not _is_value(operation):
        bases.append(Subscript(Name("Returns", "restmap"), (operation.returns.kind or NONE,)))
    docstring = _operation_text(operation)
    return Class(operation.class_name, bases, options, docstring, [own] if own else [])


def _operation_text(operation: OperationDraft) -> str:
    """The description of an operation, with a paragraph for each parameter that has one.

    `help()` shows it for the verb, which has its parameters from several classes.
    """
    described = [f"{each.name}: {each.text}" for each in operation.parameters if each.text]
    if not described:
        return operation.text
    title = operation.text or f"{operation.method} {operation.source.path}"
    return "\n\n".join([title, *described])


_DOWNLOAD = Name("Download", "restmap")


def _is_value(operation: OperationDraft) -> bool:
    """Whether `returns=` of an action may say what it returns: type checkers take a class there,
    and no union, Literal or Any."""
    kind = operation.returns and operation.returns.kind
    is_class = kind is None or isinstance(kind, ModelType | ResourceType)
    is_class = is_class or kind in (STR, INT, FLOAT, BOOL)
    is_class = is_class or kind in (OBJECT, Name("bytes"), _DOWNLOAD)
    if isinstance(kind, Subscript) and kind.base == Name("list"):
        is_class = True
    return operation.is_action and is_class


def shared_parameters(shared: SharedParameters, rule: str) -> Class:
    """The class of parameters that several operations inherit."""
    fields = [_parameter(each, rule) for each in shared.parameters]
    return Class(
        shared.name,
        [Name("Params", "restmap")],
        (),
        f"The parameters of {shared.users[0]} and {shared.users[1]}.",
        [fields],
    )


def _path_options(operation: OperationDraft) -> Iterator[tuple[str, Expression]]:
    if operation.method != operation.usual_method:
        yield "method", Constant(operation.method)
    if operation.uri:
        yield "uri", Constant(operation.uri)
    if operation.path is not None:
        yield "path", Constant(operation.path)


def _operation_options(
    operation: OperationDraft, base: Base, envelopes: Envelopes
) -> Iterator[tuple[str, Expression]]:
    body = operation.body
    if operation.sends_nothing:  # as the vendor's own base class has it
        body = base.inherited.body
    is_usually_in_query = operation.class_name in ("List", "Fetch", "Delete")
    is_usually_in_query |= operation.method in METHODS_WITHOUT_BODY
    if body is not None and (body != base.body or is_usually_in_query):
        yield "body", Constant(body)
    if operation.content_type is not None:
        yield "content_type", Constant(operation.content_type)
    if operation.page is not None and operation.page != base.page:
        key = key_beside(operation.page, base.page)
        yield ("page", operation.page) if key is None else ("items", Constant(key))
    if operation.paging is not None:
        yield "paging", Constant(operation.paging)
    if not operation.redirects:
        yield "redirects", Constant(False)
    if operation.accept is not None:
        yield "accept", Constant(operation.accept)
    yield from _own_envelopes(operation, base, envelopes)


def _own_envelopes(
    operation: OperationDraft, base: Base, envelopes: Envelopes
) -> Iterator[tuple[str, Expression]]:
    """The class keywords for the envelopes of one operation that are not those of its resource."""
    if operation.item != (envelopes.item if operation.reads_record else ""):
        yield "item", Constant(operation.item)
    if operation.body_item != (envelopes.body_item if sends_in_envelope(operation, base) else ""):
        yield "body_item", Constant(operation.body_item)


def _parameter(part: AttributeDraft, rule: str) -> Field:
    if part.location == "path":  # the path of its operation has its name
        return Field(part.name, part.kind, None)
    options: dict[str, Expression] = {}
    rule_function = header_case if part.location == "header" else RULES[rule]
    if part.location != "body" and rule_function(part.name) != part.wire_name:
        options["name"] = Constant(part.wire_name)
    if part.location is not None:
        options["location"] = Constant(part.location)
    tag = tag_of(part.kind)
    if tag is not None:
        options["tagged_by"] = Constant(tag)
    if part.sensitive:
        options["sensitive"] = Constant(True)
    options |= _style_options(part.style)
    if part.default is not None:
        options["default"] = part.default
    serializer = (part.serializer,) if part.serializer is not None else ()
    if not options and not serializer and not (part.required and part.is_part):
        return Field(part.name, part.kind, None if part.required else UNSET)
    if not part.required:
        options.setdefault("default", UNSET)
    elif part.is_part:
        options["default"] = Constant(...)
    return Field(part.name, part.kind, call("restmap:param", *serializer, **options))


def _style_options(style: WireStyle) -> dict[str, Expression]:
    options: dict[str, Expression] = {}
    if style.name is not None:
        options["style"] = Constant(style.name)
    if style.explode is not None:
        options["explode"] = Constant(style.explode)
    if style.allow_reserved:
        options["allow_reserved"] = Constant(True)
    return options


def actions_of(operations: Iterable[OperationDraft]) -> Iterator[Assignment]:
    """The actions among some operations, each with its awaited form."""
    for each in operations:
        if each.is_action:
            returns: dict[str, Expression] = {}
            if each.returns is not None and _is_value(each):
                returns["returns"] = each.returns.kind or NONE
            yield Assignment(each.verb, call("restmap:action", Name(each.class_name), **returns))
            if returns.get("returns") != _DOWNLOAD:  # the Download itself can be awaited
                yield Assignment(f"{each.verb}_async", Call(Attribute(Name(each.verb), "awaited")))


def in_groups(verbs: Sequence[Class]) -> list[Sequence[Statement]]:
    """Nested classes as groups of statements, those on one line after the others."""
    return [
        [each] for each in sorted(verbs, key=lambda each: not each.groups and not each.docstring)
    ]
