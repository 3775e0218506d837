"""restmap: declare a REST resource once; everything else is derived.

The steps of a request, each a folder: declare → plan → build → send → read. `call.py` goes
through them in order. The public names are those listed here.

Each name is imported when it is first asked for: a program that fetches one record needs half of
what is here.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .actions import action
    from .client import Client
    from .collecting import Collection, Collections, collection, collections, handle
    from .declare.fields import field
    from .declare.names import as_written, camel_case, pascal_case, snake_case
    from .declare.page_types import (
        ArrayPage,
        CursorPage,
        LinkHeaderPage,
        LinkPage,
        NumberPage,
        OffsetPage,
        ScimPage,
        TokenPage,
    )
    from .declare.pages import PageContent, PageType, with_query
    from .declare.params import UNSET, Paging, Params, param
    from .declare.serializers import (
        Serializer,
        comma_separated,
        iso8601,
        iso8601_date,
        json_object,
        json_value,
        list_of,
        prefixed_map,
        rfc2822,
    )
    from .errors import (
        ApiError,
        AuthenticationError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        DeclarationError,
        NotFoundError,
        PagingError,
        ParameterError,
        PermissionDeniedError,
        RateLimitError,
        ResponseError,
        RestmapError,
        ServerError,
        TransportError,
    )
    from .messages import Headers, Request, Response, Timeout
    from .mount import deferred
    from .read.fields import DriftWarning
    from .read.pages import Page
    from .read.readers import converter
    from .read.streams import Stream
    from .resource import NoKey, Resource
    from .send.aiohttp_transport import AiohttpTransport as AiohttpTransport
    from .send.auth import Auth, BasicAuth, BearerAuth, HeaderAuth, NoAuth
    from .send.connection import ConnectionSettings
    from .send.oauth import OAuth2ClientCredentials
    from .send.observers import Call, Observer
    from .send.retry import RetryPolicy
    from .send.transport import AsyncTransport, HandlerTransport, Transport
    from .send.urllib3_transport import Urllib3Transport
    from .site import Domain, Version, domain, version
else:

    def __getattr__(name):
        from importlib import import_module

        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f".{home}", __name__), name)
        return found

    def __dir__():
        return __all__


# The same once more, for the interpreter: the module of each name.
_HOMES = {
    "actions": "action",
    "client": "Client",
    "collecting": "Collection Collections collection collections handle",
    "declare.fields": "field",
    "declare.names": "as_written camel_case pascal_case snake_case",
    "declare.page_types": (
        "ArrayPage CursorPage LinkHeaderPage LinkPage NumberPage OffsetPage ScimPage TokenPage"
    ),
    "declare.pages": "PageContent PageType with_query",
    "declare.params": "UNSET Paging Params param",
    "declare.serializers": (
        "Serializer comma_separated iso8601 iso8601_date json_object json_value list_of "
        "prefixed_map rfc2822"
    ),
    "errors": (
        "ApiError AuthenticationError BadRequestError ConfigurationError ConflictError "
        "DeclarationError NotFoundError PagingError ParameterError PermissionDeniedError "
        "RateLimitError ResponseError RestmapError ServerError TransportError"
    ),
    "messages": "Headers Request Response Timeout",
    "mount": "deferred",
    "read.fields": "DriftWarning",
    "read.pages": "Page",
    "read.readers": "converter",
    "read.streams": "Stream",
    "resource": "NoKey Resource",
    "send.aiohttp_transport": "AiohttpTransport",
    "send.auth": "Auth BasicAuth BearerAuth HeaderAuth NoAuth",
    "send.connection": "ConnectionSettings",
    "send.oauth": "OAuth2ClientCredentials",
    "send.observers": "Call Observer",
    "send.retry": "RetryPolicy",
    "send.transport": "AsyncTransport HandlerTransport Transport",
    "send.urllib3_transport": "Urllib3Transport",
    "site": "Domain Version domain version",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

# Without AiohttpTransport, which needs an extra: `from restmap import *` works without it.
__all__ = [
    "UNSET",
    "ApiError",
    "ArrayPage",
    "AsyncTransport",
    "Auth",
    "AuthenticationError",
    "BadRequestError",
    "BasicAuth",
    "BearerAuth",
    "Call",
    "Client",
    "Collection",
    "Collections",
    "ConfigurationError",
    "ConflictError",
    "ConnectionSettings",
    "CursorPage",
    "DeclarationError",
    "Domain",
    "DriftWarning",
    "HandlerTransport",
    "HeaderAuth",
    "Headers",
    "LinkHeaderPage",
    "LinkPage",
    "NoAuth",
    "NoKey",
    "NotFoundError",
    "NumberPage",
    "OAuth2ClientCredentials",
    "Observer",
    "OffsetPage",
    "Page",
    "PageContent",
    "PageType",
    "Paging",
    "PagingError",
    "ParameterError",
    "Params",
    "PermissionDeniedError",
    "RateLimitError",
    "Request",
    "Resource",
    "Response",
    "ResponseError",
    "RestmapError",
    "RetryPolicy",
    "ScimPage",
    "Serializer",
    "ServerError",
    "Stream",
    "Timeout",
    "TokenPage",
    "Transport",
    "TransportError",
    "Urllib3Transport",
    "Version",
    "action",
    "as_written",
    "camel_case",
    "collection",
    "collections",
    "comma_separated",
    "converter",
    "deferred",
    "domain",
    "field",
    "handle",
    "iso8601",
    "iso8601_date",
    "json_object",
    "json_value",
    "list_of",
    "param",
    "pascal_case",
    "prefixed_map",
    "rfc2822",
    "snake_case",
    "version",
    "with_query",
]
