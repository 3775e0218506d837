"""Source: the draft of a resource as the text of a Python module, laid out as a person would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from ..declare.names import header_case
from .drafts import RULES, MountDraft, ResourceDraft, SharedParameters
from .imports import Imports, mount_imports
from .layout import WIDTH, alias_text, call_lines, docstring, quoted
from .operations import OperationDraft, Part
from .schemas import EnumType, Source


@attrs.frozen
class Base:
    """The class that the resources of a version share. page: the page type of most lists."""

    name: str
    page: tuple[str, Source] | None
    body: str
    parameter_rule: str
    field_rule: str

    @property
    def rules(self) -> tuple[str, str]:
        """The rules for the wire names of parameters and of fields."""
        return self.parameter_rule, self.field_rule


def resource_source(
    draft: ResourceDraft,
    base: Base,
    package: str,
    shared: Mapping[EnumType, Source],
    deferred: bool,
) -> str:
    """The module of a resource.

    package: of its version. shared: where the Literal types are that are not its own. deferred:
    whether what it mounts is imported when first used.
    """
    imports = Imports(package)
    lines = [
        line
        for each in draft.own_shared
        for line in ["", "", *shared_parameters_lines(each, draft.parameter_rule, imports)]
    ]
    lines += ["", "", *class_lines(draft, base, imports)]
    if draft.beside:
        lines += ["", "", *_collection_lines(draft, imports)]
    aliases = _aliases(draft, shared, imports)
    mounted = [*draft.mounts, *draft.beside]
    placeholders = mount_imports(mounted, imports, deferred)
    parts = ["from __future__ import annotations", imports.text(), *placeholders, *aliases]
    return "\n\n".join(filter(None, parts)) + "\n" + "\n".join(lines) + "\n"


def _aliases(
    draft: ResourceDraft, shared: Mapping[EnumType, Source], imports: Imports
) -> list[str]:
    own: list[str] = []
    for _, enum in sorted(draft.enums().items()):
        source = enum.source or shared.get(enum)
        if source is not None:
            imports.add(source)
        else:
            imports.add("typing:Literal")
            own.append(alias_text(enum))
    return ["\n".join(own)] if own else []


def class_lines(draft: ResourceDraft, base: Base, imports: Imports) -> list[str]:
    """The class statement of a resource."""
    body: list[list[str]] = [[f'    """{_title(draft)}"""']]
    body.append([_field_line(each, draft.field_rule, imports) for each in draft.own_fields])
    body.append(_key_lines(draft, imports) if draft.like is None else [])
    verbs = [_operation_lines(each, draft, base, imports) for each in draft.own_operations]
    body += [each for each in verbs if len(each) > 1]
    body.append([each[0] for each in verbs if len(each) == 1])
    body.append(_action_lines(draft, imports))
    body.append(mount_lines(draft.mounts, imports))
    blocks = [line for block in filter(None, body) for line in ["", *block]][1:]
    return [*_head_lines(draft, base, imports), *blocks]


def _title(draft: ResourceDraft) -> str:
    """What a class says of itself: how it is reached, and where it is documented."""
    place = draft.node.place
    way = ".".join(filter(None, [place.domain, place.version]))
    for step in draft.node.steps[:-1]:
        way += f".{step.name}" + ("(…)" if step.keys else "")
    way += f".{draft.node.name}"
    while len(way) > WIDTH - len('    """….""".') and "." in way:  # its own name says the most
        way = f"….{way.removeprefix('….').partition('.')[2]}"
    return f"{way}: {draft.link}" if draft.link and len(way) + len(draft.link) < 88 else f"{way}."


def _head_lines(draft: ResourceDraft, base: Base, imports: Imports) -> list[str]:
    options = [f'uri="{draft.uri}"']
    if draft.like is not None:  # it has the rules of the other, as they are the same
        imports.add(f".{draft.like.module}:{draft.like.name}")
        return _head_with(draft.name, draft.like.name, options)
    imports.add(f".base:{base.name}")
    has_parameters = any(each.named_parts for each in draft.operations)
    if has_parameters and draft.parameter_rule != base.parameter_rule:
        options.append(f"parameter_names={draft.parameter_rule}")
        imports.add(f"restmap:{draft.parameter_rule}")
    if draft.fields and draft.field_rule != base.field_rule:
        options.append(f"field_names={draft.field_rule}")
        imports.add(f"restmap:{draft.field_rule}")
    return _head_with(draft.name, base.name, options)


def _head_with(name: str, base: str, options: Sequence[str]) -> list[str]:
    """The head of a class, over several lines where it is long."""
    rows = call_lines("", f"class {name}", base, *options, end=":")
    return [each for row in rows for each in _cut(row)]


def _cut(row: str) -> list[str]:
    """An option on a line of its own; a long template is cut at a slash."""
    if len(row) <= WIDTH or "uri=" not in row:
        return [row]
    cut = row.rindex("/", 0, WIDTH - 2)
    return [f'{row[:cut]}"', f'    "{row[cut:]}']


def _field_line(part: Part, rule: str, imports: Imports) -> str:
    imports.add(*part.annotation.imports)
    facts: list[str] = []
    if RULES[rule](part.name) != part.wire_name:
        facts.append(f"name={quoted(part.wire_name)}")
    if part.prefix is not None and part.name == "sid":
        facts.append(f'prefix="{part.prefix}"')
    value = ""
    if facts:
        imports.add("restmap:field")
        value = f" = field({', '.join(facts)})"
    return f"    {part.name}: {part.annotation.text}{value}"


def _key_lines(draft: ResourceDraft, imports: Imports) -> list[str]:
    if draft.kind in ("singleton", "handle", "space", "collections"):
        imports.add("restmap:NoKey")
        return ["    class Key(NoKey): ..."]
    ends_with_key = draft.uri.rpartition("/")[2].startswith("{")
    if (len(draft.keys) == 1 and ends_with_key) or not draft.keys:
        return []
    imports.add("restmap:Resource")
    for part in draft.keys:
        imports.add(*part.annotation.imports)
    return [
        "    class Key(Resource.Key):",
        *(f"        {each.name}: {each.annotation.text}" for each in draft.keys),
    ]


def _operation_lines(
    operation: OperationDraft, draft: ResourceDraft, base: Base, imports: Imports
) -> list[str]:
    shared = draft.shared.get(operation.class_name)
    parent = "Paging" if operation.class_name == "List" else "Params"
    if shared is None:
        imports.add(f"restmap:{parent}")
    elif not shared.is_own:
        imports.add(f".parameters:{shared.name}")
    head = ", ".join(
        [shared.name if shared else parent, *_operation_options(operation, base, imports)]
    )
    rule, own = draft.parameter_rule, draft.own_parameters(operation)
    lines = [line for part in own for line in _parameter(part, rule, imports)]
    statement = f"    class {operation.class_name}({head}):"
    if operation.text:
        text = docstring(operation.text, "        ")
        return [statement, *text, *(["", *lines] if lines else [])]
    return [statement, *lines] if lines else [f"{statement} ..."]


def shared_parameters_lines(shared: SharedParameters, rule: str, imports: Imports) -> list[str]:
    """The class statement of parameters that several operations derive."""
    imports.add("restmap:Params")
    return [
        f"class {shared.name}(Params):",
        '    """What both take."""',
        "",
        *(
            line.removeprefix("    ")
            for part in shared.parameters
            for line in _parameter(part, rule, imports)
        ),
    ]


def _operation_options(operation: OperationDraft, base: Base, imports: Imports) -> list[str]:
    options: list[str] = []
    if operation.method != operation.usual_method:
        options.append(f'method="{operation.method}"')
    if operation.uri:
        options.append(f'uri="{operation.uri}"')
    if operation.body is not None and operation.body != base.body:
        options.append(f'body="{operation.body}"')
    if operation.content_type is not None:
        options.append(f'content_type="{operation.content_type}"')
    if operation.page is not None and operation.page != base.page:
        options.append(f"page={operation.page[0]}")
        imports.add(operation.page[1])
    if not operation.redirects:
        options.append("redirects=False")
    return options


def _parameter(part: Part, rule: str, imports: Imports) -> list[str]:
    imports.add(*part.annotation.imports)
    facts: list[str] = []
    if part.serializer is not None:
        imports.add(*part.serializer.imports)
        facts.append(part.serializer.text)
    named = header_case if part.location == "header" else RULES[rule]
    if part.location != "body" and named(part.name) != part.wire_name:
        facts.append(f"name={quoted(part.wire_name)}")
    if part.location is not None:
        facts.append(f'location="{part.location}"')
    if part.sensitive:
        facts.append("sensitive=True")
    if not part.required:
        imports.add("restmap:UNSET")
    if not facts:
        return [f"        {part.name}: {part.annotation.text}{'' if part.required else ' = UNSET'}"]
    imports.add("restmap:param")
    if not part.required:
        facts.append("default=UNSET")
    return call_lines(" " * 8, f"{part.name}: {part.annotation.text} = param", *facts)


def _action_lines(draft: ResourceDraft, imports: Imports) -> list[str]:
    """The verbs of items that have the name of a collection's."""
    lines: list[str] = []
    for each in draft.own_operations:
        if each.is_action:
            imports.add("restmap:action")
            lines += [f"    {each.verb} = action({each.class_name})"]
            lines += [f"    {each.verb}_async = {each.verb}.awaited()"]
    return lines


def mount_lines(mounts: Sequence[MountDraft], imports: Imports) -> list[str]:
    """The mounts of a class body."""
    lines: list[str] = []
    for mount in mounts:
        imports.add(f"restmap:{mount.function}")
        what = [mount.resource.name]
        if mount.resource.beside:
            what.append(mount.resource.collection_name)
        lines += call_lines("    ", f"{mount.name} = {mount.function}", *what)
    return lines


def _collection_lines(draft: ResourceDraft, imports: Imports) -> list[str]:
    imports.add("restmap:Collection")
    return [
        f"class {draft.collection_name}(Collection[{draft.name}]):",
        f'    """{draft.node.name.replace("_", " ").capitalize()}, and what is beside them."""',
        "",
        *mount_lines(draft.beside, imports),
    ]
