"""Sandbox: a server of declared resources, with or without HTTP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from ..api.collection import collection
from ..api.resource import Resource
from ..api.site import Site
from ..declare.place import known_names
from ..errors import configuration_error
from ..messages import Request, Response, shown_url
from .declared import Declared, places_of
from .handlers import Handler, as_response, handler_of, origin_of, read_call
from .records import Records
from .refusal import Refusal
from .routes import Match, Node, Routes, mounted, plant
from .rules import Credentials, Rules, rules_of
from .store import Store
from .wsgi import WsgiApplication

if TYPE_CHECKING:
    from .http_server import HttpServer


class Sandbox:
    """A local server of declared resources: the fixture of tests, and a place to try things.

        with Sandbox("resources.twilio.proxy") as sandbox:
            client = Client(sandbox.account, sandbox.token, base_url=sandbox.url)

    It is a transport as well, for a client that needs no HTTP: `Client(…, transport=sandbox)`.

    declared: modules or their names, Domain, Version or Client classes.
    account, token: the credentials it asks for; made up where not given.
    database: an SQLite file that keeps the records; without one they are in memory.
    port: of the HTTP server; by default one that is free.
    rules: what the API does that is not declared; by default what its domains name.
    """

    def __init__(
        self,
        *declared: Declared,
        account: str | None = None,
        token: str | None = None,
        database: str | Path | None = None,
        port: int = 0,
        rules: Rules | None = None,
    ) -> None:
        places = dict.fromkeys(place for each in declared for place in places_of(each))
        self.rules = rules or rules_of([place.site for place in places])
        made = self.rules.new_credentials()
        self._credentials = Credentials(account or made.account, token or made.token)
        self._places = {place.site: place for place in places}
        self._routes = Routes()
        for place in places:
            self._routes.add(plant(place.site, place.host, place.prefix))
        self._overrides: dict[tuple[type[Resource], str], Handler] = {}
        self._store = Store(database)
        self._port = port
        self._server: HttpServer | None = None

    @property
    def account(self) -> str:
        """The user of the credentials that it asks for."""
        return self._credentials.account

    @property
    def token(self) -> str:
        """The secret of the credentials that it asks for."""
        return self._credentials.token

    @property
    def url(self) -> str:
        """Its address: `http://127.0.0.1:PORT`. It has one while it is started."""
        if self._server is None:
            raise configuration_error(
                "the sandbox is not started, and has no address.", "Use it in `with`."
            )
        return self._server.url

    def usage(self) -> str:
        """How to use it, as the command line prints it."""
        return self.rules.usage(self.url, self._credentials)

    # -- answering ------------------------------------------------------------------------

    def handle(self, request: Request) -> Response:
        """The answer of a request."""
        try:
            with self._store.transaction():
                return self._answered(request)
        except Refusal as refusal:
            return self._refused(refusal)

    def send(self, request: Request) -> Response:
        """The same, as a transport."""
        return self.handle(request)

    @cached_property
    def wsgi(self) -> WsgiApplication:
        """The sandbox as a WSGI application (PEP 3333), for any server or test client of WSGI.

        It answers only requests to loopback or to a declared domain, and none of a web page of
        another origin.
        """
        hosts = frozenset(place.host.lower() for place in self._places.values() if place.host)
        return WsgiApplication(self.handle, self._refused, hosts)

    def _answered(self, request: Request) -> Response:
        if not self.rules.accepts(request, self._credentials):
            raise Refusal(
                401,
                "The credentials are missing or wrong.",
                {"WWW-Authenticate": 'Basic realm="sandbox"'},
            )
        try:
            parts = urlsplit(request.url)
        except ValueError:
            raise Refusal(400, f"{shown_url(request.url)!r} is not a URL.") from None
        match = self._routes.match(request.method, parts.hostname or "", parts.path)
        call = read_call(match, request, self._records(origin_of(request)))
        return as_response(self._handler(match)(call), match.route.operation)

    def _handler(self, match: Match) -> Handler:
        route = match.route
        own = self._overrides.get((route.node.resource, route.operation.name))
        return own or handler_of(route.operation)

    def _records(self, origin: str) -> Records:
        return Records(self._store, self.rules, self._credentials, origin)

    def _refused(self, refusal: Refusal) -> Response:
        response = self.rules.error(refusal)
        headers = {**response.headers, **refusal.headers}
        return Response(response.status, headers, response.body)

    # -- arranging ------------------------------------------------------------------------

    def override(self, resource: type[Resource], operation: str) -> Callable[[Handler], Handler]:
        """Puts a function in place of what the sandbox does about an operation.

            @sandbox.override(Session, "create")
            def create(call):
                if call.arguments.get("mode") == "voice-only":
                    raise Refusal(400, "No numbers with voice are left.")
                return call.answer()

        The function gets a Call, already checked and decoded, and returns the fields of a record
        by wire name, a whole Response, or None; `call.answer()` goes on as usual.
        """
        self._nodes(resource)
        if operation not in resource._plan.operations:
            raise configuration_error(
                f"{resource.__name__} has no operation {operation!r}.",
                known_names(operation, resource._plan.operations, "Operations"),
            )

        def keep(handler: Handler) -> Handler:
            self._overrides[resource, operation] = handler
            return handler

        return keep

    def mount(self, name: str, resource: type[Resource], *, under: type[Site | Resource]) -> None:
        """Serve another resource, of a user's own: `sandbox.mount("notes", Note, under=V1)`.

        under: the version or the resource whose path it continues.
        """
        mount = collection(resource)
        mount.name = name
        if under in self._places:
            place = self._places[under]
            self._routes.add(mounted(mount, place.host, place.prefix, None, under))
            return
        for node in self._nodes(under):
            self._routes.add(mounted(mount, node.host, node.prefix, node, under))

    def add(self, resource: type[Resource], **values: Any) -> Mapping[str, Any]:
        """Keep a record, without a request: what tests begin with, also where none can create it.

        values: path values and fields by Python name; the rest is as in any new record.
        Returns the record by wire names. Raises ConfigurationError for what cannot be kept.
        """
        node = self._nodes(resource)[0]
        known = {*node.item.names, *node.plan.fields}
        for name in values:
            if name not in known:
                found = f"{resource.__name__} has no field {name!r}."
                raise configuration_error(found, known_names(name, known, "Fields"))
        records = self._records(f"https://{node.host}")
        above = node.item.names[: node.plan.path_length_above]
        missing = [name for name in above if name not in values]
        if missing:
            raise configuration_error(
                f"the path value {missing[0]!r} is missing.", f"Give {missing[0]}=…."
            )
        try:
            with self._store.transaction():
                collection = records.collection(node, tuple(str(values[name]) for name in above))
                return records.show(records.create(collection, values))
        except (Refusal, TypeError, ValueError) as error:
            found = f"{resource.__name__} cannot be added: {error.args[-1]}"
            raise configuration_error(
                found, "Add its parent first, and fields of their types."
            ) from None

    def _nodes(self, resource: type) -> list[Node]:
        """Where a resource is mounted."""
        nodes = [each for each in self._routes.nodes if each.resource is resource]
        if not nodes:
            raise configuration_error(
                f"{resource.__name__} is not served here.", "Name what is mounted."
            )
        return nodes

    # -- starting and ending --------------------------------------------------------------

    def start(self) -> Self:
        """Begin to serve over HTTP, in threads of its own; it may be called again while it does.

        Raises ConfigurationError where waitress is not installed, the port cannot be used, or the
        sandbox was stopped.
        """
        self._store.check_open()
        if self._server is None:
            self._server = _http_server_class()(self.wsgi, self._port)
        return self

    def stop(self) -> None:
        """End the HTTP server and let go of the records. It may be stopped twice.

        Not `close`: clients close what they send by, and a sandbox may serve several.
        """
        if self._server is not None:
            self._server.stop()
            self._server = None
        self._store.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def __repr__(self) -> str:
        where = self._server.url if self._server is not None else "not started"
        return f"<Sandbox of {', '.join(each.__name__ for each in self._places)}: {where}>"


def _http_server_class() -> type[HttpServer]:
    try:
        from .http_server import HttpServer
    except ModuleNotFoundError as error:
        if error.name != "waitress":
            raise
        raise configuration_error(
            "serving a sandbox over HTTP needs waitress.", "Run: pip install 'restmap[sandbox]'"
        ) from None
    return HttpServer
