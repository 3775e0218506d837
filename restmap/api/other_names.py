"""Names that other libraries have for the verbs, for the error for a missing attribute."""

from __future__ import annotations

from collections.abc import Collection

_OF_ITEMS = {
    "fetch": ("get", "read", "retrieve", "load", "refresh", "reload"),
    "update": ("save", "patch", "put", "modify", "edit"),
    "delete": ("remove", "destroy"),
}
_OF_COLLECTIONS = {
    "create": ("add", "insert", "new", "post"),
    "list": ("all", "find", "filter", "search", "query"),
    "stream": ("iter", "iterate", "each"),
}
_VERBS = {name: verb for verb, names in (_OF_ITEMS | _OF_COLLECTIONS).items() for name in names}

# That generators of clients derive from each verb, for the status code and the headers.
_WITH_RESPONSE = "_with_http_info"


def find_counterpart(name: str, verbs: Collection[str], *, on_collection: bool) -> str | None:
    """What to write in place of a name of another library; None for a name that is not known.

    verbs: those that the resource has. on_collection: whether the collection was asked for the
    name, and not one of its items.

    >>> find_counterpart("get", ["fetch"], on_collection=True)
    'Give its key: collection(key).fetch().'
    >>> find_counterpart("create_with_http_info", ["create"], on_collection=True)
    'Call create(): the status code and the headers are at `record.response`.'
    """
    awaited = "_async" if name.endswith("_async") else ""
    name = name.removesuffix("_async")
    if name.endswith(_WITH_RESPONSE):
        return _with_response(name.removesuffix(_WITH_RESPONSE), awaited, verbs)
    verb = _VERBS.get(name)
    if verb is None or verb.replace("stream", "list") not in verbs:
        return None
    call = verb if verb == "stream" else verb + awaited
    if verb in _OF_COLLECTIONS:
        return f"Call {call}()." if on_collection else f"Call {call}() of its collection."
    return f"Give its key: collection(key).{call}()." if on_collection else f"Call {call}()."


def _with_response(verb: str, awaited: str, verbs: Collection[str]) -> str | None:
    if verb in ("list", "stream", "page") and "list" in verbs:
        return f"Call page{awaited}(): the status code and the headers are at `page.response`."
    if verb == "delete" and verb in verbs:
        return f"Call {verb}{awaited}(): observers of the client see the response."
    if verb in verbs:
        return f"Call {verb}{awaited}(): the status code and the headers are at `record.response`."
    return None
