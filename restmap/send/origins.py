"""Origins: which URLs requests may go to."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from ..messages import origin


def move_to_origin(url: str, configured: str, declared: str) -> str | None:
    """An absolute URL on the configured origin; None for one that requests must not go to.

    configured: the origin that requests go to, which may have a path. declared: the API's own
    origin, whose URLs are moved to the configured one. Raises ValueError for what is not a URL.

    >>> move_to_origin("https://a.example/things?x=1", "http://127.0.0.1:8080", "https://a.example")
    'http://127.0.0.1:8080/things?x=1'
    """
    target, place = urlsplit(url), urlsplit(configured)
    if target.username is not None:
        return None
    if origin(target) == origin(place):
        return url
    if origin(target) != origin(urlsplit(declared)):
        return None
    path = place.path.rstrip("/") + target.path
    return urlunsplit(target._replace(scheme=place.scheme, netloc=place.netloc, path=path))
