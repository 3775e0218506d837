"""Source: drafts as the text of Python modules, laid out as a person would."""

from __future__ import annotations

import itertools
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ..declare.names import header_case, snake_case
from .drafts import RULES, MountDraft, ResourceDraft, SharedParameters
from .operations import OperationDraft, Part
from .schemas import EnumType, Source

WIDTH = 100

_FRAMEWORK = "restmap"


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


class Imports:
    """The imports of a module, gathered while it is written. package: that the module is in."""

    def __init__(self, package: str) -> None:
        self._package = package.split(".")
        self._names: dict[str, set[str]] = defaultdict(set)

    def add(self, *sources: Source) -> None:
        """Names to import: "package.module:name", and ".module:name" from beside."""
        for source in sources:
            module, _, name = source.partition(":")
            self._names[self._from_here(module)].add(name)

    def _from_here(self, module: str) -> str:
        """A module's name in an import statement: relative where it is of the same tree."""
        steps = module.split(".")
        if steps[0] != self._package[0]:
            return module
        pairs = zip(steps, self._package, strict=False)
        common = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
        return "." * (len(self._package) - common + 1) + ".".join(steps[common:])

    def text(self) -> str:
        """The import statements: of the standard library, of the framework, of the same tree."""
        groups: list[list[str]] = [[], [], []]
        for module in sorted(self._names, key=_order_of_module):
            group = 2 if module.startswith(".") else int(module.partition(".")[0] == _FRAMEWORK)
            groups[group].append(import_line(module, self._names[module]))
        return "\n\n".join("\n".join(group) for group in groups if group)


def _order_of_module(module: str) -> tuple[int, str]:
    """Absolute ones, then those further up, then those beside."""
    name = module.lstrip(".")
    return len(name) - len(module) if name != module else -1000, name.lower()


def import_line(module: str, names: Iterable[str]) -> str:
    """One import statement; over several lines where it is long."""
    ordered = sorted(names, key=_kind_of_name)
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {each}," for each in ordered), ")"])


def _kind_of_name(name: str) -> tuple[int, str, str]:
    """Constants, then classes, then functions, each by name whatever its case."""
    is_constant = name.isupper() and len(name) > 1
    kind = 0 if is_constant else 1 if name[0].isupper() else 2
    return kind, name.lower(), name


# -- a resource -----------------------------------------------------------------------------


def resource_source(
    draft: ResourceDraft,
    base: Base,
    package: str,
    shared: Mapping[EnumType, Source],
    deferred: bool,
    above: str,
) -> str:
    """The module of a resource.

    package: of its version. shared: where the Literal types are that are not its own. deferred:
    whether what it mounts is imported when first used. above: the phrase for what it is in.
    """
    imports = Imports(package)
    lines = ["", "", *class_lines(draft, base, imports, above)]
    if draft.beside:
        lines += ["", "", *_collection_lines(draft, imports)]
    aliases = _aliases(draft, shared, imports)
    mounted = [*draft.mounts, *draft.beside]
    placeholders = mount_imports(mounted, imports, deferred)
    head = f'"""{module_title(draft)}"""'
    parts = [head, "from __future__ import annotations", imports.text(), *placeholders, *aliases]
    return "\n\n".join(filter(None, parts)) + "\n" + "\n".join(lines) + "\n"


def module_title(draft: ResourceDraft) -> str:
    """The first line of a module: how its resource is reached, and where it is documented."""
    place = draft.node.place
    way = ".".join(filter(None, [place.domain, place.version]))
    for step in draft.node.steps[:-1]:
        way += f".{step.name}" + ("(…)" if step.keys else "")
    way += f".{draft.node.name}"
    while len(way) > WIDTH - len('"""….""".') and "." in way:  # its own name says the most
        way = f"….{way.removeprefix('….').partition('.')[2]}"
    return f"{way}: {draft.link}" if draft.link and len(way) + len(draft.link) < 92 else f"{way}."


def mount_imports(
    mounts: Sequence[MountDraft], imports: Imports, deferred: bool, home: str = ""
) -> list[str]:
    """The imports of what is mounted, and with `deferred` what stands for it until it is used.

    home: the package that it is in, where that is another.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for mount in mounts:
        resource = mount.resource
        wanted[resource.module].add(resource.name)
        if resource.beside:
            wanted[resource.module].add(resource.collection_name)
    if not wanted:
        return []
    if not deferred:
        imports.add(*(f".{module}:{name}" for module in wanted for name in wanted[module]))
        return []
    imports.add("typing:TYPE_CHECKING", "restmap:deferred")
    ordered = sorted(wanted)
    types = [f"    {import_line(f'{home}.{module}', wanted[module])}" for module in ordered]
    stands = [
        line
        for module in ordered
        for name in sorted(wanted[module])
        for line in _placeholder(f"{home}.{module}:{name}", name)
    ]
    return ["\n".join(["if TYPE_CHECKING:", *types, "else:", *stands])]


def _placeholder(source: Source, name: str) -> list[str]:
    arguments = [f'"{source}"', *(["__package__"] if source.startswith(".") else [])]
    line = f"    {name} = deferred({', '.join(arguments)})"
    if len(line) <= WIDTH:
        return [line]
    inner = f"        {', '.join(arguments)}"
    inside = [inner] if len(inner) <= WIDTH else [f"        {each}," for each in arguments]
    return [f"    {name} = deferred(", *inside, "    )"]


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


def alias_text(enum: EnumType) -> str:
    """A Literal type, over several lines where it is long."""
    line = f"{enum.name} = Literal[{', '.join(map(quoted, enum.members))}]"
    if len(line) <= WIDTH:
        return line
    rows = filled([f"{quoted(each)}," for each in enum.members], "    ")
    return "\n".join([f"{enum.name} = Literal[", *rows, "]"])


def filled(words: Sequence[str], indent: str) -> list[str]:
    """Words in as few lines as they fit in."""
    rows: list[str] = []
    for word in words:
        if rows and len(rows[-1]) + 1 + len(word) <= WIDTH:
            rows[-1] += f" {word}"
        else:
            rows.append(indent + word)
    return rows


def quoted(value: str | int) -> str:
    """A value as Python has it, with double quotes."""
    if isinstance(value, int):
        return repr(value)
    text = repr(value)
    return text if '"' in value or "\\" in text else f'"{text[1:-1]}"'


def docstring(text: str, indent: str) -> list[str]:
    """A text as a docstring, filled to the width of a page."""
    safe = " ".join(text.split()).replace("\\", "\\\\").replace('"', "'")
    lines = textwrap.wrap(f'{indent}"""{safe}', WIDTH - 3, subsequent_indent=indent)
    return [*lines[:-1], f'{lines[-1]}"""']


def class_lines(draft: ResourceDraft, base: Base, imports: Imports, above: str) -> list[str]:
    """The class statement of a resource."""
    body: list[list[str]] = [[f'    """{class_title(draft, above)}"""']]
    body.append([_field_line(each, draft.field_rule, imports) for each in draft.own_fields])
    body.append(_key_lines(draft, imports) if draft.like is None else [])
    verbs = [_operation_lines(each, draft, base, imports) for each in draft.own_operations]
    body += [each for each in verbs if len(each) > 1]
    body.append([each[0] for each in verbs if len(each) == 1])
    body.append(_action_lines(draft, imports))
    body.append(mount_lines(draft.mounts, imports))
    blocks = [line for block in filter(None, body) for line in ["", *block]][1:]
    return [*_head_lines(draft, base, imports), *blocks]


def class_title(draft: ResourceDraft, above: str) -> str:
    """What a record is, in a few words: its own name's, and its place."""
    own = snake_case(draft.name).replace("_", " ")
    if draft.kind == "space":
        return f"What is under {draft.node.name}, {above}."
    return f"{_with_article(own).capitalize()} {above}."


def phrase_above(draft: ResourceDraft) -> str:
    """How what is under a resource says where it is: "of a service"."""
    own = snake_case(draft.name).replace("_", " ")
    return f"of {_with_article(own)}"


def _with_article(noun: str) -> str:
    vowel = noun[0] in "aeiou" and not noun.startswith(("eu", "one", "uni", "usa", "use"))
    return f"{'an' if vowel else 'a'} {noun}"


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
    inside = ", ".join([base, *options])
    if len(name) + len(inside) <= WIDTH - len("class ():"):
        return [f"class {name}({inside}):"]
    if len(inside) <= WIDTH - 4:
        return [f"class {name}(", f"    {inside}", "):"]
    rows = [row for option in options for row in _long_option(option)]
    return [f"class {name}(", f"    {base},", *rows, "):"]


def _long_option(option: str) -> list[str]:
    """An option of a class head on a line of its own; a long template is cut at a slash."""
    line = f"    {option},"
    if len(line) <= WIDTH or not option.startswith("uri="):
        return [line]
    cut = option.rindex("/", 0, WIDTH - 6)
    return [f'    {option[:cut]}"', *(f"    {each}" for each in [f'"{option[cut:]},'])]


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
    imports.add(f".parameters:{shared.name}" if shared else f"restmap:{parent}")
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
    line = f"        {part.name}: {part.annotation.text} = param({', '.join(facts)})"
    if len(line) <= WIDTH:
        return [line]
    head = f"        {part.name}: {part.annotation.text} = param("
    inner = f"            {', '.join(facts)}"
    inside = [inner] if len(inner) <= WIDTH else [f"            {each}," for each in facts]
    return [head, *inside, "        )"]


def _action_lines(draft: ResourceDraft, imports: Imports) -> list[str]:
    """The verbs of items that have the name of a collection's."""
    lines: list[str] = []
    for each in draft.own_operations:
        if each.is_action:
            imports.add("restmap:action")
            lines.append(f"    {each.verb} = action({each.class_name})")
            lines.append(f"    {each.verb}_async = {each.verb}.awaited()")
    return lines


def mount_lines(mounts: Sequence[MountDraft], imports: Imports) -> list[str]:
    """The mounts of a class body."""
    lines: list[str] = []
    for mount in mounts:
        imports.add(f"restmap:{mount.function}")
        what = mount.resource.name
        if mount.resource.beside:
            what += f", {mount.resource.collection_name}"
        line = f"    {mount.name} = {mount.function}({what})"
        broken = [line[: -len(what) - 1], f"        {what}", "    )"]
        lines += [line] if len(line) <= WIDTH else broken
    return lines


def _collection_lines(draft: ResourceDraft, imports: Imports) -> list[str]:
    imports.add("restmap:Collection")
    return [
        f"class {draft.collection_name}(Collection[{draft.name}]):",
        f'    """{draft.node.name.replace("_", " ").capitalize()}, and what is beside them."""',
        "",
        *mount_lines(draft.beside, imports),
    ]
