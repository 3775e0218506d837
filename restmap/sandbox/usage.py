"""Usage: how to use a sandbox, as the command line prints it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from inspect import signature
from typing import TYPE_CHECKING

from ..declare.uri import encode_segment
from .credentials import Credentials, client_arguments

if TYPE_CHECKING:
    from ..api.client import Client
    from ..describe.nodes import Node


def client_lines(
    client: type[Client], modules: Iterable[str], address: str, credentials: Credentials
) -> list[str]:
    """The lines of a program that make a client. modules: those that may have its class."""
    name, module = client.__name__, client.__module__
    for each in modules:
        if getattr(sys.modules.get(each), name, None) is client:
            module = each
            break
    lines = [f"from {module} import {name}"]
    arguments = client_arguments(credentials, client._security)
    texts = [f'{key}="{value}"' for key, value in arguments.items()]
    if not signature(client).parameters.keys() >= arguments.keys():
        texts = [f"credentials={json.dumps(arguments)}"]
    if not texts:
        lines.insert(0, "from restmap import BearerAuth")
        texts = [f'auth=BearerAuth("{credentials.token}")']
    texts.append(f'base_url="{address}"')
    return [*lines, f"client = {name}({', '.join(texts)})"]


def example_path(nodes: Sequence[Node], *, has_several_hosts: bool) -> str:
    """The path of a list that needs neither keys nor parameters; `/…` if there is none."""
    for node in nodes:
        listing = node.plan.operations.get("list")
        if listing is None or listing.template.names or listing.method != "GET":
            continue
        if not any(each.required for each in listing.parameters.values()):
            host = f"/{encode_segment(node.host)}" if has_several_hosts else ""
            return f"{host}{node.prefix}{listing.template.text}"
    return "/…"
