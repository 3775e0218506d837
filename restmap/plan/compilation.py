"""Compilation: a nested class becomes an operation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..declare.deferred import has_deferred
from ..declare.inference import serializer_for
from ..declare.names import Naming, header_case
from ..declare.parameter import Location, Parameter
from ..declare.params import OperationOptions, ParamsMeta
from ..declare.place import Place, mistake
from ..declare.readers import is_readable
from ..declare.serializer import Serializer
from ..declare.uri import UriTemplate
from .bodies import body_encoding, headers_of, usual_location, whole_body_beside_parts
from .envelopes import (
    has_parameters,
    page_type_of,
    parameters_path,
    refuse_envelopes_without_effect,
    result_path,
)
from .files import is_in_lines, is_raw, refuse_media_type_of_multipart, refuse_misplaced_files
from .operation import PAGING_NAMES, Argument, Operation, Verb
from .options import ResourceOptions, unknown_body_encoding
from .paths import own_template


def compile_operation(
    verb: Verb, params: ParamsMeta, template: UriTemplate, options: ResourceOptions, owner: str
) -> Operation:
    """Compile the operation of one nested class.

    template: of the item or the collection, as the scope of the verb is. owner: the name of the
    resource.
    Raises DeclarationError for a nested class that cannot work.
    """
    own_options, place = params._options, params._place
    method = own_options.method or verb.method
    refuse_wrong_options(own_options, method, place)
    refuse_wrong_paging(own_options.paging, verb, place)
    refuse_envelopes_without_effect(verb, own_options, place)
    carries = own_options.body or verb.carries or usual_location(method, options)
    own_path = own_template(own_options, template, params._parameters, place)
    in_path = set(own_path.names) - set(template.names)
    arguments = {
        name: _argument(parameter, "path" if name in in_path else carries, options)
        for name, parameter in params._parameters.items()
        if verb.result != "page" or name not in PAGING_NAMES
    }
    whole_body = whole_body_beside_parts(arguments)
    if whole_body is not None:
        del arguments[whole_body]
    refuse_shared_wire_names(arguments, place)
    refuse_styles_without_effect(arguments, place)
    encoding = body_encoding(arguments, carries, method, place)
    if encoding == "json" and is_raw(arguments, params._parameters, own_options.content_type):
        encoding = "raw"
    elif encoding == "json" and is_in_lines(arguments, own_options.content_type, place):
        encoding = "lines"
    refuse_misplaced_files(arguments, params._parameters, place)
    refuse_media_type_of_multipart(encoding, own_options.content_type, place)
    page = page_type_of(verb, own_options, options, place)
    if encoding is None and carries == "json" and verb.result == "page" and has_parameters(page):
        encoding = "json"  # the parameters of the page are in the object
    operation = Operation(
        name=verb.name,
        label=f"{owner}.{params.__name__}",
        method=method,
        scope=verb.scope,
        template=own_path,
        target_names=template.names,
        parameters=params._parameters,
        arguments=arguments,
        whole_body=whole_body,
        body=encoding,
        headers=headers_of(encoding, own_options, verb),
        result=verb.result,
        declared_returns=verb.returns,
        sensitive=frozenset(
            (argument.serializer.prefix or argument.wire_name).lower()
            for argument in arguments.values()
            if argument.sensitive
        ),
        follows_redirects=own_options.redirects and method in ("GET", "HEAD"),
        page_type=page,
        paging_location=own_options.paging or (page and page.location) or carries,
        own_item=result_path(verb, own_options, options),
        body_item=parameters_path(verb, own_options, options, encoding, place),
        doc=(params.__doc__ or "") if "__doc__" in vars(params) else "",
        place=place,
    )
    refuse_list_without_pages(operation)
    refuse_names_of_pages(operation)
    refuse_misplaced_paging(operation)
    refuse_unreadable_result(operation)
    return operation


def refuse_wrong_options(options: OperationOptions, method: str, place: Place) -> None:
    """Refuse class keywords of a nested class that would silently change its requests."""
    if options.body not in (None, "form", "json", "multipart"):
        remedy = "body='form', body='json' or body='multipart'"
        raise unknown_body_encoding(options.body, place, remedy)
    if options.method is not None and not re.fullmatch("[A-Z]+", options.method):
        found = f"{options.method!r} is not an HTTP method."
        raise mistake(found, place, "Write it in capitals, such as 'PUT'.")
    if options.body is not None and method == "HEAD":
        found = f"the operation has body={options.body!r}, but a HEAD request has no body."
        raise mistake(found, place, "Give it another method, such as method='POST', or no body=.")
    if isinstance(options.uri, str) and options.uri[:1].isalnum():
        found = f"the path {options.uri!r} of an operation would be joined to the key before it."
        raise mistake(found, place, f"Write '/{options.uri}'.")


def refuse_wrong_paging(paging: object, verb: Verb, place: Place) -> None:
    """Refuse `paging=` that names no location, or that is given to an operation without pages."""
    if paging is None:
        return
    if verb.result != "page":
        found = f"paging={paging!r} has no effect: the operation is not a list."
        raise mistake(found, place, "Leave it out.")
    if paging not in ("query", "json", "form"):
        found = f"the parameters of a page cannot be sent in the location {paging!r}."
        raise mistake(found, place, "Write paging='query', paging='json' or paging='form'.")


def _argument(parameter: Parameter, carries: Location, options: ResourceOptions) -> Argument:
    location = carries if carries == "path" else parameter.location or carries
    rule = options.parameter_names
    if location in ("header", "path"):
        rule = header_case if location == "header" else str
    return Argument(
        name=parameter.name,
        wire_name=parameter.wire_name or rule(parameter.name),
        location=location,
        serializer=_serializer(parameter, options.member_names or options.parameter_names),
        kind=parameter.kind,
        default=parameter.default,
        sensitive=parameter.sensitive,
        style=parameter.style,
    )


def _serializer(parameter: Parameter, naming: Naming) -> Serializer:
    """The serializer of a parameter; the members of models are named by the resource's rule."""
    if not parameter.is_inferred:
        return parameter.serializer
    if parameter.is_file:
        return parameter.serializer
    found = serializer_for(parameter.kind, naming, parameter.tagged_by)
    assert found is not None, "the declaration of the parameter was checked"
    return found


def refuse_styles_without_effect(arguments: Mapping[str, Argument], place: Place) -> None:
    """Refuse a style where no style is read, and one that would show a sensitive value."""
    for argument in arguments.values():
        style = argument.style
        if style is None:
            continue
        if argument.location not in ("query", "form"):
            raise mistake(
                f"the parameter {argument.name!r} has a style, but is sent in the location "
                f"{argument.location!r}.",
                place.at(argument.name),
                "Leave the style out, or write location='query' or location='form'.",
            )
        is_own_keys = style.name == "form" and style.explode
        if argument.sensitive and is_own_keys:
            raise mistake(
                f"the parameter {argument.name!r} is sensitive, but the log cannot tell which keys "
                "are its members.",
                place.at(argument.name),
                "Write another style, such as style='deepObject', or explode=False.",
            )


def refuse_shared_wire_names(arguments: Mapping[str, Argument], place: Place) -> None:
    """Refuse two parameters with the same wire name: the API would see one of them, or a list."""
    seen: dict[tuple[Location, str], str] = {}
    for argument in arguments.values():
        position = (argument.location, argument.wire_name)
        if position in seen:
            raise mistake(
                f"the parameters {seen[position]!r} and {argument.name!r} have the same wire name "
                f"{argument.wire_name!r}.",
                place.at(argument.name),
                "Give one of them a wire name of its own: `param(name=…)`.",
            )
        seen[position] = argument.name


def refuse_list_without_pages(operation: Operation) -> None:
    """Refuse a list whose records cannot be found in a response."""
    if operation.result == "page" and operation.page_type is None:
        raise mistake(
            "the list has no page type, which says where its records are in a response.",
            operation.place,
            "Give one as a class keyword of the resource or of its base class: `page=…`.",
        )


def refuse_names_of_pages(operation: Operation) -> None:
    """Refuse a filter whose wire name is one of the page type's: it would be sent twice."""
    page = operation.page_type
    if operation.result != "page" or page is None:
        return
    page_names = {getattr(page, name): name for name in ("page_size", "page_token", "page_number")}
    for argument in operation.arguments.values():
        if argument.location == operation.paging_location and argument.wire_name in page_names:
            raise mistake(
                f"the parameter {argument.name!r} has the wire name that the page type uses for "
                f"{page_names[argument.wire_name]}.",
                operation.place.at(argument.name),
                f"Remove the parameter; callers pass {page_names[argument.wire_name]}=….",
            )


def refuse_unreadable_result(operation: Operation) -> None:
    """Refuse an action whose response cannot be read as the type that it returns."""
    returns = operation.declared_returns
    is_known = has_deferred(returns) or returns in (bytes, str) or is_readable(returns)
    if operation.result == "value" and not is_known:
        raise mistake(
            f"no reader is known for the type that the action returns: {returns!r}.",
            operation.place,
            "Pass a resource as returns=, a list of one, or a type that a field may have.",
        )
    if operation.result == "download" and operation.method == "HEAD":
        raise mistake(
            "a HEAD request has no response body to download.",
            operation.place,
            "Write method='GET'.",
        )


def refuse_misplaced_paging(operation: Operation) -> None:
    """Refuse page parameters in a request body that the list does not have, or that is taken."""
    location = operation.paging_location
    page = operation.page_type
    if operation.result != "page" or location == "query" or not has_parameters(page):
        return
    whole = [each.name for each in operation.arguments.values() if each.location == "body"]
    if whole:
        raise mistake(
            f"the parameters of a page are sent in the request body, which the parameter "
            f"{whole[0]!r} is as a whole.",
            operation.place.at(whole[0]),
            "Write a parameter with location='json' for each of its members.",
        )
    if operation.body != location:
        raise mistake(
            f"the page type sends its parameters in the location {location!r}, but the list has no "
            "such request body.",
            operation.place,
            f"Write method='POST' and body={location!r}, or give another page type.",
        )
