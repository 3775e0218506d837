"""The command `python -m restmap operations`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence

import attrs

from ..errors import configuration_error
from .operations import OperationDescription, describe_operation
from .routes import Route, find_routes


def list_operations(options: argparse.Namespace) -> int:
    """Print the operations of a package, and return the exit status: 1 if none has the words.

    options: package, words, json. Raises ConfigurationError for a package without operations.
    """
    routes = find_routes(options.package)
    if not routes:
        raise configuration_error(
            f"{options.package} declares no operations.",
            "Name a package or a module with a Client, a Domain, a Version or resources in it.",
        )
    described = [describe_operation(each) for each in routes if has_words(each, options.words)]
    if options.json:
        print(json.dumps([attrs.asdict(each) for each in described], indent=1))
    elif described:
        print("\n\n".join(tables(described)))
    else:
        words = " and ".join(map(repr, options.words))
        print(f"None of the {len(routes)} operations has {words} in it.", file=sys.stderr)
    return 0 if described else 1


def has_words(route: Route, words: Sequence[str]) -> bool:
    """Whether each word is in the call, the method, the URL or the name, in any case of letters."""
    texts = [route.call, route.operation.method, route.url, route.operation.name]
    return all(any(word.lower() in text.lower() for text in texts) for word in words)


def tables(described: Sequence[OperationDescription]) -> Iterator[str]:
    """A table of the operations of each client, with its class above if there are several."""
    clients = dict.fromkeys(each.client for each in described)
    for client in clients:
        table = as_table([each for each in described if each.client == client])
        yield f"{client or 'Any client'}\n\n{table}" if len(clients) > 1 else table


def as_table(described: Sequence[OperationDescription]) -> str:
    """A line for each operation: its call, its method and its URL, in columns."""
    calls = max(len(each.call) for each in described)
    methods = max(len(each.method) for each in described)
    return "\n".join(
        f"{each.call:{calls}}  {each.method:{methods}}  {each.url}" for each in described
    )
