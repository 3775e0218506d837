"""Handles on one item of a resource, made from its key or keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..declare.uri import segment_text
from ..decode.records import make_record
from ..decode.source import Source
from ..errors import ParameterError, compose, shown_value

if TYPE_CHECKING:
    from ..decode.source import RecordProtocol, SiteProtocol


def make_handle(
    resource: type[RecordProtocol],
    site: SiteProtocol,
    above: tuple[Any, ...],
    positional: tuple[Any, ...],
    named: Mapping[str, Any],
) -> Any:
    """A handle on one item.

    above: the path values above the item. positional, named: its key or keys.
    Raises ParameterError where the keys are not those of the resource, or cannot be in a path.
    """
    keys = resource._plan.keys
    own = positional
    if named:
        given = {**dict(zip(keys, positional, strict=False)), **named}
        if set(given) == set(keys):
            own = tuple(given[name] for name in keys)
    if len(positional) + len(named) != len(keys) or len(own) != len(keys):
        name = resource.__name__
        raise wrong_keys(name, keys, positional, named, f"{name}.Key")
    for name, value in zip(keys, own, strict=True):
        try:
            segment_text(value)
        except ValueError as error:
            problem = f"the key {name!r} cannot be {shown_value(value)}: {error}."
            remedy = "Give the key of one resource."
            raise ParameterError(compose(problem, remedy, f"{resource.__name__}.Key")) from None
    return make_record(resource, Source(site, (*above, *own), None, None))


def wrong_keys(
    owner: str,
    needed: tuple[str, ...],
    positional: tuple[Any, ...],
    named: Mapping[str, Any],
    place: str,
    remedy: str | None = None,
) -> ParameterError:
    """The error for keys that are not those that are needed.

    owner: what the keys address. needed: the names of its keys. remedy: by default, to give them.
    """
    given = [
        *map(shown_value, positional),
        *(f"{name}={shown_value(value)}" for name, value in named.items()),
    ]
    shown = ", ".join(given)
    if not needed:
        return ParameterError(compose(f"a {owner} has no key, found {shown}.", "Write ().", place))
    problem = f"cannot be {shown}" if given else "is missing"
    remedy = remedy or f"Give {' and '.join(needed)}."
    return ParameterError(compose(f"the key of a {owner} {problem}.", remedy, place))
