"""Resource modules: the draft of a resource becomes a module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..draft.expressions import (
    Attribute,
    Constant,
    EnumType,
    Expression,
    Name,
    Source,
    Subscript,
    call,
)
from ..draft.operations import AttributeDraft
from ..draft.resources import RULES, MountDraft, ResourceDraft
from ..draft.words import plural
from .base_resource import Base
from .model_modules import ModelUses, resources_in, tag_of
from .operation_classes import actions_of, in_groups, nested_class, shared_parameters
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
    mounts = [*draft.mounts, *draft.collection_mounts]
    mounted = sources_of(mounts) if deferred else set[Source]()
    imported = {draft.name, *([draft.derives_from.name] if draft.derives_from else [])}
    if not deferred:
        imported |= {each for mount in mounts for each in _mounted_names(mount)}
    types = resources_in(kinds, imported)
    homes = {enum: enum.source or shared.get(enum) for enum in enums}
    return Module(
        package,
        classes,
        _about(draft),
        is_annotated=True,
        aliases=[enum for enum, home in homes.items() if home is None],
        placeholders=[Placeholders(sorted({*mounted, *types}))] if mounted or types else (),
        imports=[
            *(home for home in homes.values() if home is not None),
            *uses.imports(kinds, draft.module),
        ],
    )


def _resource_class(draft: ResourceDraft, base: Base, deferred: bool) -> Class:
    operations = draft.own_item_operations
    verbs = [nested_class(each, draft, base) for each in operations]
    groups: list[Sequence[Statement]] = [
        [_field(each, draft.field_rule) for each in draft.own_fields],
        list(_key_class(draft)) if draft.derives_from is None else [],
        *in_groups(verbs),
        list(actions_of(operations)),
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


def _about(draft: ResourceDraft) -> str:
    """The docstring of a module: what the resource is, and the page about it."""
    steps = draft.node.steps
    items = [index for index, each in enumerate(steps[:-1]) if each.keys]
    words = " ".join(_words(each.name) for each in steps[items[-1] + 1 if items else -1 :])
    groups = [_words(each.name) for each in steps[: items[0] if items else -1]]
    about = f"{words[:1].upper()}{words[1:]}"
    if items:
        about += f" of {_words(plural(steps[items[-1]].name))}"
    about += f", in {' '.join(groups)}" if groups else ""
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
    serializer = (part.serializer,) if part.serializer is not None else ()
    value = call("restmap:field", *serializer, **options) if options or serializer else None
    return Field(part.name, part.kind, value, part.text)


def _key_class(draft: ResourceDraft) -> Iterator[Class]:
    if not draft.has_key:
        yield Class("Key", [Name("NoKey", "restmap")])
        return
    if draft.own_keys:
        fields = [Field(each.name, each.kind) for each in draft.own_keys]
        yield Class("Key", [Attribute(Name("Resource", "restmap"), "Key")], groups=[fields])


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
    sources = sources_of(mounts, home)
    return [Placeholders(sorted(sources))] if sources else []


def sources_of(mounts: Sequence[MountDraft], home: str = ".") -> set[Source]:
    """The sources of mounted classes. home: their package, with a dot at its end."""
    return {
        f"{home}{mount.resource.module}:{name}"
        for mount in mounts
        for name in _mounted_names(mount)
    }


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
        *in_groups([nested_class(each, draft, base) for each in actions]),
        list(actions_of(actions)),
        mount_statements(draft.collection_mounts, "." if not deferred else None),
    ]
    return Class(draft.collection_name, [parent], (), title, [each for each in groups if each])
