"""Search: the operations of a package that have words in them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..errors import configuration_error
from .declared import Declared
from .operations import OperationDescription, describe_operation
from .routes import Route, find_routes


@attrs.frozen
class Found:
    """The operations that a search found, and the number of those that were searched."""

    operations: list[OperationDescription]
    searched: int


def search_operations(package: Declared, words: Sequence[str]) -> Found:
    """The operations of a package that have all of the words.

    Raises ConfigurationError for a package without operations.
    """
    routes = find_declared_routes(package)
    found = [describe_operation(each) for each in routes if _has_words(each, words)]
    return Found(found, len(routes))


def find_declared_routes(package: Declared) -> list[Route]:
    """Every operation of a package. Raises ConfigurationError for a package without any."""
    routes = find_routes(package)
    if not routes:
        raise configuration_error(
            f"{package} declares no operations.",
            "Name a package or a module with a Client, a Domain, a Version or resources in it.",
        )
    return routes


def _has_words(route: Route, words: Sequence[str]) -> bool:
    """Whether each word is in the call, the method, the URL or the name, in any case of letters."""
    texts = [route.call, route.operation.method, route.url, route.operation.name]
    return all(any(word.lower() in text.lower() for text in texts) for word in words)
