"""Resource modules: the draft of a resource becomes a module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...declare.names import header_case
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
    EnumType,
    Expression,
    ModelType,
    Name,
    Source,
    Subscript,
    call,
)
from ..draft.operations import AttributeDraft, OperationDraft
from ..draft.resources import RULES, MountDraft, ResourceDraft, SharedParameters
from ..draft.words import plural
from ..read.styles import WireStyle
from .base_resource import Base, Envelopes, sends_in_envelope
from .model_modules import ModelUses, tag_of
from .statements import Assignment, Class, Field, Module, Placeholders, Statement


def resource_module(
    draft: ResourceDraft,
    base: Base,
    package: str,
    shared: Mapping[EnumType, Source],
    uses: ModelUses,
    deferred: bool,
) -> Module:
    """The module of a resource.

    package: the dotted name of the package of its version. shared: the sources of Literal types
    that several modules use. uses: where models are used. deferred: import mounted classes when
    they are first used.
    """
    classes = uses.classes(draft.module)
    classes += [shared_parameters(each, draft.parameter_rule) for each in draft.own_shared]
    classes.append(_resource_class(draft, base, deferred))
    if draft.has_own_collection:
        classes.append(_collection_class(draft, base, deferred))
    used = {*draft.enums().values(), *uses.enums(draft.module)}
    enums = sorted(used, key=lambda each: each.name)
    kinds = [*(each.kind for each in draft.own_parts), *uses.kinds(draft.module)]
    homes = {enum: enum.source or shared.get(enum) for enum in enums}
    return Module(
        package,
        classes,
        _about(draft),
        is_annotated=True,
        aliases=[enum for enum, home in homes.items() if home is None],
        placeholders=placeholders_of([*draft.mounts, *draft.collection_mounts]) if deferred else (),
        imports=[
            *(home for home in homes.values() if home is not None),
            *uses.imports(kinds, draft.module),
        ],
    )


def _resource_class(draft: ResourceDraft, base: Base, deferred: bool) -> Class:
    operations = draft.own_item_operations
    verbs = [_nested_class(each, draft, base) for each in operations]
    groups: list[Sequence[Statement]] = [
        [_field(each, draft.field_rule) for each in draft.own_fields],
        list(_key_class(draft)) if draft.derives_from is None else [],
        *_in_groups(verbs),
        list(_actions(operations)),
        mount_statements(draft.mounts, "." if not deferred else None),
    ]
    keywords: list[tuple[str, Expression]] = [("uri", Constant(draft.uri))]
    if draft.derives_from is not None:  # the base resource has the same naming rules
        parent = Name(draft.derives_from.name, f".{draft.derives_from.module}")
    else:
        parent = Name(base.name, ".base")
        if base.parameter_rule_of(draft) != base.parameter_rule:
            keywords.append(("parameter_names", Name(draft.parameter_rule, "restmap")))
        if base.field_rule_of(draft) != base.field_rule:
            keywords.append(("field_names", Name(draft.field_rule, "restmap")))
        envelopes = base.envelopes_of(draft)
        if envelopes.item != base.envelopes.item:
            keywords.append(("item", Constant(envelopes.item)))
        if envelopes.body_item != base.envelopes.body_item:
            keywords.append(("body_item", Constant(envelopes.body_item)))
    return Class(draft.name, [parent], keywords, _title(draft), [each for each in groups if each])


def _in_groups(verbs: Sequence[Class]) -> list[Sequence[Statement]]:
    """Nested classes as groups of statements, those on one line after the others."""
    return [
        [each] for each in sorted(verbs, key=lambda each: not each.groups and not each.docstring)
    ]


def _about(draft: ResourceDraft) -> str:
    """The docstring of a module: what the resource is, and the page about it."""
    steps = draft.node.steps
    items = [index for index, each in enumerate(steps[:-1]) if each.keys]
    words = " ".join(_words(each.name) for each in steps[items[-1] + 1 if items else 0 :])
    about = f"{words[:1].upper()}{words[1:]}"
    if items:
        about += f" of {_words(plural(steps[items[-1]].name))}"
        groups = " ".join(_words(each.name) for each in steps[: items[0]])
        about += f", in {groups}" if groups else ""
    return f"{about}: {draft.documentation_url}" if draft.documentation_url else f"{about}."


def _words(name: str) -> str:
    return name.strip("_").replace("_", " ")


def _title(draft: ResourceDraft) -> str:
    """The docstring of a class: the path of mounts to it."""
    above = [each.name + ("(…)" if each.keys else "") for each in draft.node.steps[:-1]]
    path = ".".join(filter(None, ["client", draft.node.place.mounts, *above, draft.node.name]))
    while len(path) > _MAX_TITLE and "." in path:  # the last names say the most
        path = f"….{path.removeprefix('….').partition('.')[2]}"
    return path


_MAX_TITLE = 76


def _field(part: AttributeDraft, rule: str) -> Field:
    options: dict[str, str] = {}
    if RULES[rule](part.name) != part.wire_name:
        options["name"] = part.wire_name
    tag = tag_of(part.kind)
    if tag is not None:
        options["tagged_by"] = tag
    if part.inside is not None:
        options["inside"] = part.inside
    if part.prefix is not None and part.name == "sid":
        options["prefix"] = part.prefix
    value = call("restmap:field", **options) if options else None
    return Field(part.name, part.kind, value, part.text)


def _key_class(draft: ResourceDraft) -> Iterator[Class]:
    if not draft.has_key:
        yield Class("Key", [Name("NoKey", "restmap")])
        return
    ends_with_key = draft.uri.rpartition("/")[2].startswith("{")
    if draft.keys and not (len(draft.keys) == 1 and ends_with_key):
        fields = [Field(each.name, each.kind) for each in draft.keys]
        yield Class("Key", [Attribute(Name("Resource", "restmap"), "Key")], groups=[fields])


def _nested_class(operation: OperationDraft, draft: ResourceDraft, base: Base) -> Class:
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
    is_class = kind is None or isinstance(kind, ModelType) or kind in (STR, INT, FLOAT, BOOL)
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
    is_list = operation.page is not None  # its parameters are in the query otherwise
    if body is not None and (body != base.body or is_list):
        yield "body", Constant(body)
    if operation.content_type is not None:
        yield "content_type", Constant(operation.content_type)
    if operation.page is not None and operation.page != base.page:
        yield "page", operation.page
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


def _actions(operations: Iterable[OperationDraft]) -> Iterator[Assignment]:
    """The actions among some operations, each with its awaited form."""
    for each in operations:
        if each.is_action:
            returns: dict[str, Expression] = {}
            if each.returns is not None and _is_value(each):
                returns["returns"] = each.returns.kind or NONE
            yield Assignment(each.verb, call("restmap:action", Name(each.class_name), **returns))
            if returns.get("returns") != _DOWNLOAD:  # the Download itself can be awaited
                yield Assignment(f"{each.verb}_async", Call(Attribute(Name(each.verb), "awaited")))


# -- mounts -----------------------------------------------------------------------------------


def mount_statements(mounts: Sequence[MountDraft], home: str | None) -> list[Statement]:
    """The mounts of a class body.

    home: the package to import the classes from, with a dot at its end; None if placeholders stand
    for them.
    """
    statements: list[Statement] = []
    for mount in mounts:
        module = f"{home}{mount.resource.module}" if home is not None else ""
        names = [Name(each, module) for each in _mounted_names(mount)]
        statements.append(Assignment(mount.name, call(f"restmap:{mount.mount_function}", *names)))
    return statements


def placeholders_of(mounts: Sequence[MountDraft], home: str = ".") -> Sequence[Placeholders]:
    """The placeholders for mounted classes. home: their package, with a dot at its end."""
    sources = {
        f"{home}{mount.resource.module}:{name}"
        for mount in mounts
        for name in _mounted_names(mount)
    }
    return [Placeholders(sorted(sources))] if sources else []


def _mounted_names(mount: MountDraft) -> list[str]:
    """The names of the classes that a mount refers to."""
    resource = mount.resource
    return [resource.name, *([resource.collection_name] if resource.has_own_collection else [])]


def _collection_class(draft: ResourceDraft, base: Base, deferred: bool) -> Class:
    parent = Subscript(Name("Collection", "restmap"), (Name(draft.name),))
    name = draft.node.name.replace("_", " ")
    actions = draft.collection_actions
    parts = [*(["mounts"] if draft.collection_mounts else []), *(["actions"] if actions else [])]
    title = f"The collection of {name}, with {' and '.join(parts)} of its own."
    groups: list[Sequence[Statement]] = [
        *_in_groups([_nested_class(each, draft, base) for each in actions]),
        list(_actions(actions)),
        mount_statements(draft.collection_mounts, "." if not deferred else None),
    ]
    return Class(draft.collection_name, [parent], (), title, [each for each in groups if each])
