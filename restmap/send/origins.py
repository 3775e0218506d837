"""Origins: which URLs requests may go to."""

from __future__ import annotations

import operator
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from ..messages import origin


def move_to_origin(
    url: str,
    configured: str,
    declared: str,
    is_same_api: Callable[[str, str], bool] = operator.eq,
) -> str | None:
    """An absolute URL on the configured origin; None for one that requests must not go to.

    configured: the origin that requests go to, which may have a path. declared: the API's own
    origin, whose URLs are moved to the configured one. is_same_api: whether the host of a URL, the
    first argument, leads to the same API as the declared host. Raises ValueError for what is not a
    URL.

    >>> move_to_origin("https://a.example/things?x=1", "http://127.0.0.1:8080", "https://a.example")
    'http://127.0.0.1:8080/things?x=1'
    """
    target, place = urlsplit(url), urlsplit(configured)
    if target.username is not None:
        return None
    if origin(target) == origin(place):
        return url
    scheme, host, port = origin(target)
    own_scheme, own_host, own_port = origin(urlsplit(declared))
    if (scheme, port) != (own_scheme, own_port) or not is_same_api(host or "", own_host or ""):
        return None
    path = place.path.rstrip("/") + target.path
    return urlunsplit(target._replace(scheme=place.scheme, netloc=place.netloc, path=path))
