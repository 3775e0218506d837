"""restmap: declare a REST resource once; everything else is derived.

A request goes through the folders declare → plan → encode → send → decode; `send` hands it to
`transports`. `api` holds what a program uses, and `api/call.py` goes through the folders in order.

A public name is imported when it is first used: a program that fetches one record needs half of
them.
"""

from typing import TYPE_CHECKING

from ._version import __version__ as __version__
from .hidden_resources import explain_hidden_resources as _explain_hidden_resources

_explain_hidden_resources()

# Each name is listed twice, for type checkers and for the interpreter; a test checks that the two
# lists are the same.
if TYPE_CHECKING:
    from .api.actions import action as action
    from .api.bulk import map as map, map_async as map_async  # noqa: A004 (for `restmap.map`)
    from .api.client import Client as Client
    from .api.client_settings import ClientSettings as ClientSettings
    from .api.collection import Collection as Collection
    from .api.collection_mounts import (
        Collections as Collections,
        collection as collection,
        collections as collections,
        handle as handle,
    )
    from .api.download import Download as Download
    from .api.resource import NoKey as NoKey, Resource as Resource
    from .api.site import (
        Domain as Domain,
        Version as Version,
        domain as domain,
        version as version,
    )
    from .api.streams import Stream as Stream
    from .auth.auth import (
        Auth as Auth,
        BasicAuth as BasicAuth,
        BearerAuth as BearerAuth,
        CookieAuth as CookieAuth,
        HeaderAuth as HeaderAuth,
        NoAuth as NoAuth,
        QueryAuth as QueryAuth,
        SeveralAuth as SeveralAuth,
    )
    from .auth.oauth import OAuth2ClientCredentials as OAuth2ClientCredentials
    from .auth.schemes import (
        ApiKeyScheme as ApiKeyScheme,
        BasicScheme as BasicScheme,
        BearerScheme as BearerScheme,
        ClientCredentialsScheme as ClientCredentialsScheme,
        all_of as all_of,
        one_of as one_of,
    )
    from .declare.array_page import ArrayPage as ArrayPage
    from .declare.counted_pages import (
        NumberPage as NumberPage,
        OffsetPage as OffsetPage,
        ScimPage as ScimPage,
    )
    from .declare.date_forms import (
        date_or_offset as date_or_offset,
        iso8601_duration as iso8601_duration,
        or_text as or_text,
        partial_date as partial_date,
        seconds as seconds,
        unix_time as unix_time,
    )
    from .declare.date_serializers import (
        iso8601 as iso8601,
        iso8601_date as iso8601_date,
        rfc2822 as rfc2822,
    )
    from .declare.deferred import deferred as deferred
    from .declare.fields import field as field
    from .declare.files import AnyFile as AnyFile, File as File
    from .declare.link_pages import (
        LinkHeaderPage as LinkHeaderPage,
        LinkListPage as LinkListPage,
        LinkPage as LinkPage,
    )
    from .declare.models import Model as Model, evolve as evolve
    from .declare.names import (
        as_written as as_written,
        camel_case as camel_case,
        pascal_case as pascal_case,
        snake_case as snake_case,
    )
    from .declare.pages import (
        PageContent as PageContent,
        PageType as PageType,
        with_query as with_query,
    )
    from .declare.parameter import param as param
    from .declare.params import Paging as Paging, Params as Params, Returns as Returns
    from .declare.readers import converter as converter
    from .declare.serializer import Serializer as Serializer
    from .declare.serializers import (
        comma_separated as comma_separated,
        json_object as json_object,
        json_value as json_value,
        list_of as list_of,
        prefixed_map as prefixed_map,
    )
    from .declare.token_pages import (
        CursorPage as CursorPage,
        HeaderTokenPage as HeaderTokenPage,
        TokenPage as TokenPage,
    )
    from .declare.unset import UNSET as UNSET
    from .decode.drift import DriftWarning as DriftWarning
    from .decode.pages import Page as Page
    from .errors import (
        ApiError as ApiError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        DeclarationError as DeclarationError,
        MapError as MapError,
        NotFoundError as NotFoundError,
        NotModified as NotModified,
        PagingError as PagingError,
        ParameterError as ParameterError,
        PermissionDeniedError as PermissionDeniedError,
        PreconditionFailedError as PreconditionFailedError,
        RateLimitError as RateLimitError,
        RecordingError as RecordingError,
        ResponseError as ResponseError,
        RestmapError as RestmapError,
        ServerError as ServerError,
        TransportError as TransportError,
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from .exporting.export import export as export
    from .exporting.partitions import Partition as Partition, partition as partition
    from .exporting.periods import Period as Period, days as days
    from .exporting.progress import Exported as Exported, ExportProgress as ExportProgress
    from .messages import (
        Headers as Headers,
        Request as Request,
        Response as Response,
        Timeout as Timeout,
    )
    from .send.observers import ObservedCall as ObservedCall, Observer as Observer
    from .send.pace import RateLimit as RateLimit
    from .send.retry import RetryPolicy as RetryPolicy
    from .streamed_body import StreamedBody as StreamedBody
    from .transports.aiohttp_transport import AiohttpTransport as AiohttpTransport
    from .transports.connection import ConnectionSettings as ConnectionSettings
    from .transports.open_response import OpenResponse as OpenResponse
    from .transports.transport import (
        AsyncTransport as AsyncTransport,
        HandlerTransport as HandlerTransport,
        Transport as Transport,
    )
    from .transports.urllib3_transport import Urllib3Transport as Urllib3Transport
else:
    _NAMES_BY_MODULE = {
        "api.actions": "action",
        "api.bulk": "map map_async",
        "api.client": "Client",
        "api.client_settings": "ClientSettings",
        "api.collection": "Collection",
        "api.collection_mounts": "Collections collection collections handle",
        "api.download": "Download",
        "api.resource": "NoKey Resource",
        "api.site": "Domain Version domain version",
        "api.streams": "Stream",
        "declare.array_page": "ArrayPage",
        "declare.counted_pages": "NumberPage OffsetPage ScimPage",
        "declare.date_forms": (
            "date_or_offset iso8601_duration or_text partial_date seconds unix_time"
        ),
        "declare.date_serializers": "iso8601 iso8601_date rfc2822",
        "declare.deferred": "deferred",
        "declare.fields": "field",
        "declare.files": "AnyFile File",
        "declare.link_pages": "LinkHeaderPage LinkListPage LinkPage",
        "declare.models": "Model evolve",
        "declare.names": "as_written camel_case pascal_case snake_case",
        "declare.pages": "PageContent PageType with_query",
        "declare.parameter": "param",
        "declare.params": "Paging Params Returns",
        "declare.readers": "converter",
        "declare.serializer": "Serializer",
        "declare.serializers": "comma_separated json_object json_value list_of prefixed_map",
        "declare.token_pages": "CursorPage HeaderTokenPage TokenPage",
        "declare.unset": "UNSET",
        "decode.drift": "DriftWarning",
        "decode.pages": "Page",
        "errors": (
            "ApiError AuthenticationError BadRequestError ConfigurationError ConflictError "
            "DeclarationError MapError NotFoundError NotModified PagingError ParameterError "
            "PermissionDeniedError PreconditionFailedError RateLimitError RecordingError "
            "ResponseError RestmapError ServerError TransportError UnprocessableEntityError"
        ),
        "exporting.export": "export",
        "exporting.partitions": "Partition partition",
        "exporting.periods": "Period days",
        "exporting.progress": "Exported ExportProgress",
        "messages": "Headers Request Response Timeout",
        "transports.aiohttp_transport": "AiohttpTransport",
        "auth.auth": "Auth BasicAuth BearerAuth CookieAuth HeaderAuth NoAuth QueryAuth SeveralAuth",
        "transports.connection": "ConnectionSettings",
        "auth.oauth": "OAuth2ClientCredentials",
        "send.observers": "ObservedCall Observer",
        "send.pace": "RateLimit",
        "send.retry": "RetryPolicy",
        "auth.schemes": (
            "ApiKeyScheme BasicScheme BearerScheme ClientCredentialsScheme all_of one_of"
        ),
        "streamed_body": "StreamedBody",
        "transports.open_response": "OpenResponse",
        "transports.transport": "AsyncTransport HandlerTransport Transport",
        "transports.urllib3_transport": "Urllib3Transport",
    }
    _MODULE_BY_NAME = {
        name: module for module, names in _NAMES_BY_MODULE.items() for name in names.split()
    }
    # Without those that `from restmap import *` leaves out: one needs an extra, the others would
    # hide a module of the standard library and a builtin function.
    __all__ = sorted(_MODULE_BY_NAME.keys() - {"AiohttpTransport", "collections", "map"})

    def __getattr__(name):
        from importlib import import_module

        module = _MODULE_BY_NAME.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f".{module}", __name__), name)
        return value

    def __dir__():
        return sorted(_MODULE_BY_NAME)
