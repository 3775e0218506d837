"""The page type of a base class: what most lists of a version have in common."""

from __future__ import annotations

import importlib
import inspect
from collections import Counter
from collections.abc import Iterable

from ..draft.expressions import Call, Constant, Expression, Name
from ..draft.operations import OperationDraft


def common_page(operations: Iterable[OperationDraft]) -> Expression | None:
    """The page type of most lists; None if they have too little in common.

    Lists that differ in the key of their records have one page type. It suits more than a quarter
    of all lists, or has no arguments; it has the key that more than half of its lists have. One
    that reads further pages is preferred.
    """
    pages = [each.page for each in operations if each.page is not None]
    kinds = Counter(map(_without_key, pages))
    quarter = len(pages) / 4
    plain = {each for each in pages if isinstance(each, Name)}
    shared = [each for each in kinds if each in plain or 1 < kinds[each] > quarter]
    kind = max(shared, key=lambda each: (each != _ONE_PAGE, kinds[each]), default=None)
    if kind is None or kind in pages:  # the records may be the response body itself
        return kind
    keys = Counter(_key_of(each) for each in pages if _without_key(each) == kind)
    key, count = keys.most_common(1)[0]
    return _with_key(kind, key if 2 * count > keys.total() else None)


_ONE_PAGE = Name("ArrayPage", "restmap")


def key_beside(page: Expression, base: Expression | None) -> str | None:
    """The key of the records of a page type that is that of the base class but for this key."""
    is_alike = base is not None and _without_key(page) == _without_key(base)
    return _key_of(page) if is_alike else None


def _key_of(page: Expression) -> str | None:
    """The key that a page type is given; None for the default of its class."""
    if isinstance(page, Call) and page.arguments:
        (key,) = page.arguments
        return str(key.value) if isinstance(key, Constant) and key.value is not None else None
    return None


def _without_key(page: Expression) -> Expression:
    """A page type without the key of its records."""
    if not isinstance(page, Call):
        return page
    return Call(page.function, (), page.keywords) if page.keywords else page.function


def _with_key(page: Expression, key: str | None) -> Expression:
    """A page type with a key, or with none where each list gives its own."""
    function = page.function if isinstance(page, Call) else page
    keywords = page.keywords if isinstance(page, Call) else ()
    if key is None and _has_default_key(function):
        return page
    return Call(function, (Constant(key),), keywords)


def _has_default_key(function: Expression) -> bool:
    assert isinstance(function, Name), "page types are classes that are imported"
    signature = inspect.signature(getattr(importlib.import_module(function.module), function.text))
    return signature.parameters["key"].default is not inspect.Parameter.empty
