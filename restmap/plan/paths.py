"""The paths of a resource: its template, and the keys of one record in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..declare.parameter import Parameter
from ..declare.params import OperationOptions, ParamsMeta
from ..declare.place import Place, known_names, mistake
from ..declare.unset import UNSET
from ..declare.uri import UriTemplate, cut_template, parse_template
from .operation import Verb


def read_template(text: str, place: Place) -> UriTemplate:
    """Parse a template; raises DeclarationError for a text that is not a template."""
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise mistake(
            f"the template {text!r} is not text.", place, "Write a path, such as '/Queues/{sid}'."
        )
    try:
        return parse_template(text)
    except ValueError as error:
        raise mistake(
            f"the template {text!r} {error}.",
            place,
            "Write a path with names in braces, such as '/Queues/{sid}.json'.",
        ) from None


def own_keys(
    item: UriTemplate, declared: ParamsMeta | None, verbs: Iterable[Verb], place: Place
) -> tuple[str, ...]:
    """The placeholders that address one record: those of the nested `Key`, else of the last
    segment."""
    if declared is None:
        last = item.text.rstrip("/").rpartition("/")[2]
        keys = cut_template(last).names if last.startswith("{") else ()
        if not keys and any(verb.scope == "item" for verb in verbs):
            raise mistake(
                f"the template {item.text!r} does not end with a placeholder for the key of a "
                "record.",
                place.at("uri"),
                "Add one, such as '/{sid}'; if there is only one record, write "
                "`class Key(NoKey): ...`.",
            )
        return keys
    keys = tuple(declared._parameters)
    unknown = [key for key in keys if key not in item.names]
    if unknown:
        raise mistake(
            f"the key {unknown[0]!r} is not a placeholder of {item.text!r}.",
            declared._place.at(unknown[0]),
            known_names(unknown[0], item.names, "Placeholders"),
        )
    if set(keys) != set(item.names[len(item.names) - len(keys) :]):
        raise mistake(
            f"the keys {', '.join(keys)} are not the last placeholders of {item.text!r}.",
            declared._place,
            "Leave out the others: the resource that this one is mounted under gives them.",
        )
    return item.names[len(item.names) - len(keys) :]


def refuse_unfilled_placeholders(item: UriTemplate, known: Iterable[str], place: Place) -> None:
    """Refuse a placeholder that is not a field: a record could not know its own path."""
    fields = list(dict.fromkeys(known))
    for name in item.names:
        if name not in fields:
            raise mistake(
                f"the template {item.text!r} has a placeholder {name!r}, but the resource has no "
                "such field.",
                place.at("uri"),
                known_names(name, fields, "Fields"),
            )


def own_template(
    options: OperationOptions,
    template: UriTemplate,
    parameters: Mapping[str, Parameter],
    place: Place,
) -> UriTemplate:
    """The template of an operation: that of its scope, `uri=` appended to it, or `path=`.

    parameters: those of the operation; in `path=`, they fill the placeholders that the scope does
    not have.
    """
    if options.path is not None:
        return _template_in_place(options, template, parameters, place)
    if options.uri is None:
        return template
    own = read_template(template.text.rstrip("/") + options.uri, place)
    if own.names != template.names:
        raise mistake(
            f"the path {options.uri!r} of an operation has a placeholder of its own.",
            place,
            f"Make it a parameter, or declare a resource of its own: uri={own.text!r}.",
        )
    return own


def _template_in_place(
    options: OperationOptions,
    template: UriTemplate,
    parameters: Mapping[str, Parameter],
    place: Place,
) -> UriTemplate:
    own = read_template(options.path or "", place)
    if options.uri is not None:
        raise mistake(
            f"the operation has path={options.path!r} and uri={options.uri!r}.",
            place,
            "Write uri= for a path that continues the resource's, or path= for another one.",
        )
    for name in own.names:
        if name in template.names:
            continue
        if name not in parameters:
            raise mistake(
                f"the path {own.text!r} has a placeholder {name!r} without a parameter.",
                place,
                f"Declare it in the nested class: `{name}: str`.",
            )
        if parameters[name].default is UNSET or parameters[name].default is None:
            raise mistake(
                f"the parameter {name!r} is in the path, and may be left out.",
                place.at(name),
                f"Write it without a default: `{name}: str`.",
            )
        if parameters[name].location is not None or parameters[name].wire_name is not None:
            raise mistake(
                f"the parameter {name!r} is in the path, and has another location or wire name.",
                place.at(name),
                "Leave out name= and location=: the placeholder has the name of the parameter.",
            )
    return own
