"""Documents: one for each host that a package declares."""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence
from typing import Any

from ..describe.declared import SITES_OR_RESOURCES, Declared, find_sites
from ..describe.routes import Route, find_routes
from ..errors import configuration_error
from ..sandbox.rules import Rules, find_rules
from .components import Components, Part
from .operations import name_operations, tag_of, with_errors, write_operation
from .responses import error_response
from .security import security_of

OPENAPI_VERSION = "3.1.0"


def openapi_documents(declared: Declared) -> dict[str, Part]:
    """The OpenAPI documents of declarations, by the host that each describes.

    declared: a package, a module, a client, a domain or a version. The host is empty where the
    declarations do not say it. Raises ConfigurationError if nothing is declared.
    """
    routes = find_routes(declared)
    if not routes:
        raise configuration_error(
            f"{_title(declared)} declares no operations.",
            "Name a package or a module with a Client, a Domain, a Version or resources in it.",
        )
    # A domain names the rules of its versions, and may have no operations itself.
    sites = find_sites(declared, SITES_OR_RESOURCES)
    documents: dict[str, Part] = {}
    for host in dict.fromkeys(route.node.host for route in routes):
        rules = find_rules([each.site for each in sites if each.host == host])
        of_host = [each for each in routes if each.node.host == host]
        documents[host] = write_document(of_host, _title(declared), rules)
    return documents


def write_document(routes: Sequence[Route], title: str, rules: Rules) -> Part:
    """The document of the operations of one host. rules: those by which it responds to errors."""
    components = Components()
    host, prefix = routes[0].node.host, _common_prefix(routes)
    paths: dict[str, Part] = {}
    for named in name_operations(routes, len(prefix)):
        written = with_errors(
            write_operation(named, components), {"$ref": "#/components/responses/Error"}
        )
        paths.setdefault(named.path, {})[named.route.operation.method.lower()] = written
    # After the schemas of the declarations, which have the names of their classes.
    media_type, schema = error_response(rules)
    failed = {
        "description": "The request failed.",
        "content": {media_type: {"schema": components.add("Error", schema)}},
    }
    document: Part = {
        "openapi": OPENAPI_VERSION,
        "info": _info(routes, title),
        "servers": [_server(f"https://{host}{prefix}" if host else prefix or "/")],
        "tags": [{"name": name} for name in dict.fromkeys(map(tag_of, routes))],
        "paths": paths,
        "components": {"schemas": components.schemas, "responses": {"Error": failed}},
    }
    schemes, requirements = security_of(dict.fromkeys(each.node.site.client for each in routes))
    if schemes:
        document["components"]["securitySchemes"] = schemes
        document["security"] = requirements
    return document


def _server(url: str) -> Part:
    """The server object; each variable in the URL has its name as its default, as hosts write it.

    >>> _server("https://{shop_name}.example")["variables"]
    {'shop_name': {'default': 'shop-name'}}
    """
    variables = {
        name: {"default": name.replace("_", "-")} for name in re.findall(r"\{(\w+)\}", url)
    }
    return {"url": url, "variables": variables} if variables else {"url": url}


def _common_prefix(routes: Sequence[Route]) -> str:
    """The prefix of all paths; empty if the sites have different ones."""
    prefixes = {route.node.prefix for route in routes}
    return prefixes.pop() if len(prefixes) == 1 else ""


def _info(routes: Sequence[Route], title: str) -> Part:
    clients = list(dict.fromkeys(route.node.site.client for route in routes))
    client = clients[0] if len(clients) == 1 else None
    info: Part = {"title": client.__name__ if client else title, "version": "1.0.0"}
    text = vars(client).get("__doc__") if client else None
    return {**info, "description": inspect.cleandoc(text)} if text else info


def _title(declared: Any) -> str:
    return declared if isinstance(declared, str) else declared.__name__
