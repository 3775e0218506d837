"""The written client: its address, its versions, and the credentials that it takes."""

from __future__ import annotations

import copy
import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from restmap import ConfigurationError, HandlerTransport, Request, Response
from restmap.importer.draft.clients import client_name
from tests.support import json_response

from .desk import DESK, TEXT, changed, importable, imported, in_path, response_of, text_of

TOOL = {"type": "object", "properties": {"id": TEXT}}
BEARER = {"type": "http", "scheme": "bearer"}
BASIC = {"type": "http", "scheme": "Basic"}
HEADER = {"type": "apiKey", "in": "header", "name": "X-Api-Key"}


def shed(*paths: str, url: str | None = "https://api.shed.example", **more: Any) -> dict[str, Any]:
    """A document that fetches a tool at each path. more: members of the document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shed API", "version": "1"},
        **({"servers": [{"url": url}]} if url is not None else {}),
        "paths": {path: fetched(path) for path in paths},
        **more,
    }


def fetched(path: str, **more: Any) -> dict[str, Any]:
    get = {"operationId": f"get{path}", "responses": response_of(TOOL), **more}
    return {"parameters": [in_path("id")] if "{id}" in path else [], "get": get}


def secured(security: Any, *, of_operation: Any = None, **schemes: Any) -> dict[str, Any]:
    """A document with security schemes. security: of the document, of_operation: of its GET."""
    document = shed("/tools/{id}", components={"securitySchemes": schemes})
    if security is not None:
        document["security"] = security
    if of_operation is not None:
        document["paths"]["/tools/{id}"]["get"]["security"] = of_operation
    return document


class Written:
    """A written client class, and what its instances send."""

    def __init__(self, folder: Path, document: Any) -> None:
        self.folder = folder
        self.report = imported(folder, document)
        self.transport = HandlerTransport(lambda request: json_response({"id": "t1"}))

    def client(self, **settings: Any) -> Any:
        with importable(self.folder):
            return importlib.import_module("made").Shed(transport=self.transport, **settings)

    def urls(self, path: str, **settings: Any) -> list[str]:
        """The URLs that a call sends to. path: the mounts to a collection of tools."""
        with importable(self.folder):
            at = importlib.import_module("made").Shed(transport=self.transport, **settings)
            for name in path.split("."):
                at = getattr(at, name)
            at("t1").fetch()
        return [each.url for each in self.transport.requests]

    @property
    def text(self) -> str:
        return text_of(self.folder, "client.py")


# -- hosts, prefixes and versions -----------------------------------------------------------------

API = "https://api.shed.example"


@pytest.mark.parametrize(
    ("document", "keywords", "mounts", "url"),
    [
        (shed("/tools/{id}"), 'host="api.shed.example"', "tools", f"{API}/tools/t1"),
        (
            shed("/tools/{id}", url=f"{API}/rest/v1/"),
            'host="api.shed.example", prefix="/rest/v1"',
            "tools",
            f"{API}/rest/v1/tools/t1",
        ),
        (
            shed("/v2/tools/{id}", "/v2/racks/{id}"),
            'host="api.shed.example", prefix="/v2"',
            "tools",
            f"{API}/v2/tools/t1",
        ),
        (
            shed("/tools/{id}", "/racks/{id}", url=f"{API}/v1"),
            'host="api.shed.example", prefix="/v1"',
            "tools",
            f"{API}/v1/tools/t1",
        ),
        (
            shed("/api/0/tools/{id}", "/api/0/racks/{id}"),
            'host="api.shed.example", prefix="/api/0"',
            "tools",
            f"{API}/api/0/tools/t1",
        ),
        (
            shed("/v1/tools/{id}", url=f"{API}/v1"),
            'host="api.shed.example", prefix="/v1/v1"',
            "tools",
            f"{API}/v1/v1/tools/t1",
        ),
        (
            shed("/v1/tools/{id}", "/v2/tools/{id}"),
            'host="api.shed.example"',
            "v2.tools",
            f"{API}/v2/tools/t1",
        ),
        (
            shed("/2024-01-31/tools/{id}", "/2025-01-31/tools/{id}"),
            'host="api.shed.example"',
            "v2025_01_31.tools",
            f"{API}/2025-01-31/tools/t1",
        ),
        (
            shed("/v1/tools/{id}", "/tools/{id}"),
            'host="api.shed.example"',
            "v1.tools",
            f"{API}/v1/tools/t1",
        ),
        (
            shed("/v1/racks/{id}", "/tools/{id}"),
            'host="api.shed.example"',
            "tools",
            f"{API}/tools/t1",
        ),
        # A version that is the only one tells nothing apart.
        (
            shed("/v1/racks/{id}", "/tools/{id}"),
            'host="api.shed.example"',
            "racks",
            f"{API}/v1/racks/t1",
        ),
        (
            shed("/api/v1/tools/{id}", "/oauth/v1/clients/{id}", "/health/{id}"),
            'host="api.shed.example"',
            "tools",
            f"{API}/api/v1/tools/t1",
        ),
        (
            shed("/api/v1/tools/{id}", "/oauth/v1/clients/{id}", "/health/{id}"),
            'host="api.shed.example"',
            "oauth.clients",
            f"{API}/oauth/v1/clients/t1",
        ),
        (
            shed("/oauth/v1/clients/{id}", "/oauth/v2/clients/{id}", "/health/{id}"),
            'host="api.shed.example"',
            "oauth.v2.clients",
            f"{API}/oauth/v2/clients/t1",
        ),
        (
            shed("/oauth/v1/clients/{id}", "/oauth/clients/{id}", "/health/{id}"),
            'host="api.shed.example"',
            "oauth.v1.clients",
            f"{API}/oauth/v1/clients/t1",
        ),
    ],
)
def test_one_host_and_one_version_are_one_class(
    tmp_path: Path, document: Any, keywords: str, mounts: str, url: str
) -> None:
    written = Written(tmp_path, document)

    assert written.report.problems == []
    assert f"class Shed(Client, {keywords}):\n" in written.text
    assert written.urls(mounts) == [url]


def test_operations_beside_the_only_version_are_mounts_of_the_client(tmp_path: Path) -> None:
    document = shed("/tools/{id}", "/racks/{id}", url=f"{API}/2.0")
    beside = shed("/tokens/{id}")["paths"]["/tokens/{id}"]
    document["paths"]["/tokens/{id}"] = {**beside, "servers": [{"url": API}]}

    written = Written(tmp_path, document)

    assert written.report.problems == []
    assert written.urls("tools") == [f"{API}/2.0/tools/t1"]
    assert written.urls("tokens")[-1] == f"{API}/tokens/t1"


def with_servers(**servers: str) -> dict[str, Any]:
    """A document whose operations have servers of their own, by the names of resources."""
    document = shed(*(f"/{name}/{{id}}" for name in servers), url=None)
    for name, url in servers.items():
        document["paths"][f"/{name}/{{id}}"]["servers"] = [{"url": url}]
    return document


@pytest.mark.parametrize(
    ("document", "mounts", "url"),
    [
        # Most operations are at one host, which is that of the client.
        (
            with_servers(tools=API, racks=API, files="https://up.shed.example/v3"),
            "up.files",
            "https://up.shed.example/v3/files/t1",
        ),
        (
            with_servers(tools=API, racks=API, files="https://up.shed.example/v3"),
            "tools",
            "https://api.shed.example/tools/t1",
        ),
        # None has more than half of them: each is a domain.
        (
            with_servers(tools="https://tools.shed.example/v1", racks="https://racks.shed.example"),
            "tools.tools",
            "https://tools.shed.example/v1/tools/t1",
        ),
        (
            with_servers(
                tools="https://tools.shed.example/v1",
                saws="https://tools.shed.example/v2",
                racks="https://racks.shed.example",
                boxes="https://racks.shed.example",
            ),
            "tools.v2.saws",
            "https://tools.shed.example/v2/saws/t1",
        ),
        # A domain and a resource of one name.
        (
            with_servers(files=API, racks=API, tools="https://files.shed.example"),
            "files.tools",
            "https://files.shed.example/tools/t1",
        ),
        (
            with_servers(files=API, racks=API, tools="https://files.shed.example"),
            "files_",
            "https://api.shed.example/files/t1",
        ),
    ],
)
def test_several_hosts_are_domains(tmp_path: Path, document: Any, mounts: str, url: str) -> None:
    written = Written(tmp_path, document)

    assert written.report.problems == []
    assert written.urls(mounts) == [url]


def test_a_mount_does_not_hide_what_a_client_has(tmp_path: Path) -> None:
    paths = [f"/{name}/{{id}}" for name in ("clients", "options", "title", "client", "bases")]
    written = Written(tmp_path, shed(*paths))

    assert written.report.problems == []
    assert written.urls("options_") == [f"{API}/options/t1"]
    assert {"client.py", "base.py"} < {each.name for each in (tmp_path / "made").iterdir()}


def test_a_mount_that_gets_another_name_keeps_what_is_below_it(tmp_path: Path) -> None:
    written = Written(tmp_path, shed("/client/tools/{id}", "/racks/host/{name}", "/host/{name}"))

    assert written.report.problems == []
    for mounts in ("client_.tools", "racks.host", "host_"):
        written.urls(mounts)
    assert [each.url.removeprefix(API) for each in written.transport.requests] == [
        "/client/tools/t1",
        "/racks/host/t1",
        "/host/t1",
    ]


def test_importing_the_client_imports_no_resource(tmp_path: Path) -> None:
    imported(tmp_path, DESK)
    with importable(tmp_path):
        importlib.import_module("made")
        loaded = {name for name in sys.modules if name.partition(".")[0] == "made"}
        assert loaded == {"made", "made.client"}


# -- addresses that a program gives ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "keywords", "sent"),
    [
        (None, 'host=""', "https://shed.internal/tools/t1"),
        ("/api/v3", 'host="", prefix="/api/v3"', "https://shed.internal/api/v3/tools/t1"),
        (
            "http://localhost:8080/api",
            'host="", prefix="/api"',
            "https://shed.internal/api/tools/t1",
        ),
    ],
)
def test_a_document_without_a_host_asks_for_one(
    tmp_path: Path, url: str | None, keywords: str, sent: str
) -> None:
    written = Written(tmp_path, shed("/tools/{id}", url=url))

    assert f"class Shed(Client, {keywords}):\n" in written.text
    with pytest.raises(ConfigurationError) as caught:
        written.client()
    assert str(caught.value) == (
        "Shed has no host of its own.\n"
        "  Give the address of the server: base_url='https://api.example.com'.\n  in Shed"
    )
    assert written.urls("tools", base_url="https://shed.internal") == [sent]


def test_a_server_on_the_network_comes_before_one_on_a_developers_machine(tmp_path: Path) -> None:
    document = shed("/tools/{id}")
    document["servers"] = [
        {"url": "http://localhost:8080"},
        {"url": API},
        {"url": "https://test.shed.example"},
        {"url": "https://{region}.shed.example"},
    ]
    written = Written(tmp_path, document)

    assert 'class Shed(Client, host="api.shed.example"):\n' in written.text
    assert "    Other servers, for base_url: https://test.shed.example\n" in written.text


def test_a_default_that_stands_for_a_value_is_none(tmp_path: Path) -> None:
    document = shed("/tools/{id}")
    variables = {"app": {"default": "YOUR_APP_ID"}, "tenant": {"default": "<tenant>"}}
    url = "https://{app}.{tenant}.{zone}.shed.example"
    document["servers"] = [{"url": url, "variables": {**variables, "zone": {"description": "z"}}}]
    written = Written(tmp_path, document)

    assert written.report.problems == []
    (sent,) = written.urls("tools", app="a", tenant="b", zone="c")
    assert sent == "https://a.b.c.shed.example/tools/t1"
    with pytest.raises(TypeError, match="missing 3 required keyword-only arguments"):
        written.client()


def test_a_server_of_its_own_with_another_default_is_another_host(tmp_path: Path) -> None:
    """Its variable cannot be the same argument, which has one default."""
    document = shed("/tools/{id}", "/racks/{id}", "/logs/{id}")
    at = {"default": "eu", "enum": ["eu", "us"]}

    def server(part: str) -> dict[str, Any]:
        url = "https://{part}.{at}.shed.example"
        return {"url": url, "variables": {"part": {"default": part}, "at": at}}

    document["servers"] = [server("api")]
    document["paths"]["/logs/{id}"]["get"]["servers"] = [server("intake")]
    written = Written(tmp_path, document)

    assert written.report.problems == []
    assert written.urls("tools") == ["https://api.eu.shed.example/tools/t1"]
    assert written.urls("intake.logs")[-1:] == ["https://intake.eu.shed.example/logs/t1"]


def test_variables_of_a_server_are_arguments(tmp_path: Path) -> None:
    document = shed("/tools/{id}")
    variables = {
        "region": {"default": "eu", "enum": ["eu", "us"]},
        "base-path": {"default": "v1"},
        "port": {"default": "8443"},
        "scheme": {"default": "https"},
        "root": {"default": "a/b"},
        "timeout": {"default": "t"},
    }
    url = "{scheme}://{tenant}.{region}.shed.example:{port}/{root}/{base-path}/{timeout}"
    document["servers"] = [{"url": url, "variables": variables}]
    written = Written(tmp_path, document)

    assert written.report.problems == []
    assert (
        """
    def __init__(
        self,
        *,
        tenant: str,
        region: Literal["eu", "us"] = "eu",
        base_path: str = "v1",
        timeout_: str = "t",
        auth: Auth | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
"""
        in written.text
    )
    assert written.urls("tools", tenant="acme", region="us", base_path="v 2") == [
        "https://acme.us.shed.example:8443/a/b/v%202/t/tools/t1"
    ]
    with pytest.raises(ConfigurationError, match=r"^tenant='evil.example/' cannot be part of a"):
        written.client(tenant="evil.example/")


# -- credentials ----------------------------------------------------------------------------------

OAUTH = {
    "type": "oauth2",
    "flows": {
        "clientCredentials": {"tokenUrl": "https://login.shed.example/token", "scopes": {}},
        "authorizationCode": {"authorizationUrl": "/a", "tokenUrl": "/t", "scopes": {}},
    },
}


@pytest.mark.parametrize(
    ("document", "credentials", "headers"),
    [
        (secured([{"a": []}], a=BEARER), {"token": "t"}, {"Authorization": "Bearer t"}),
        (
            secured([{"a": []}], a=BASIC),
            {"username": "u", "password": "p"},
            {"Authorization": "Basic dTpw"},
        ),
        (secured([{"a": []}], a=HEADER), {"api_key": "k"}, {"X-Api-Key": "k"}),
        (
            secured([{"a": []}], a={"type": "apiKey", "in": "cookie", "name": "sid"}),
            {"api_key": "k"},
            {"Cookie": "sid=k"},
        ),
        # One of several.
        (secured([{"a": []}, {"b": []}], a=BEARER, b=HEADER), {"api_key": "k"}, {"X-Api-Key": "k"}),
        (
            secured([{"a": []}], of_operation=[{"b": []}], a=BEARER, b=BASIC),
            {"username": "u", "password": "p"},
            {"Authorization": "Basic dTpw"},
        ),
        # Several together, each with the name of its scheme.
        (
            secured(
                [{"appId": [], "appKey": []}],
                appId={**HEADER, "name": "X-App"},
                appKey={**HEADER, "name": "X-Key"},
            ),
            {"app_id": "a", "app_key": "b"},
            {"X-App": "a", "X-Key": "b"},
        ),
        # Two forms of one scheme.
        (secured([{"a": ["read"]}], a=OAUTH), {"token": "t"}, {"Authorization": "Bearer t"}),
        (
            secured([{"a": []}], a={"type": "openIdConnect", "openIdConnectUrl": "/x"}),
            {"token": "t"},
            {"Authorization": "Bearer t"},
        ),
        # Schemes that no operation names are all possible.
        (secured(None, a=BEARER, b=HEADER), {"api_key": "k"}, {"X-Api-Key": "k"}),
        (secured(None, a=BEARER, b=HEADER), {}, {"Authorization": None, "X-Api-Key": None}),
        (secured([{}, {"a": []}], a=BEARER), {}, {"Authorization": None}),
        (secured(None, of_operation=[], a=BEARER), {}, {"Authorization": None}),
    ],
)
def test_credentials_go_where_the_document_says(
    tmp_path: Path, document: Any, credentials: Any, headers: Mapping[str, str | None]
) -> None:
    written = Written(tmp_path, document)
    written.urls("tools", **credentials)

    (request,) = written.transport.requests
    assert {name: request.headers.get(name) for name in headers} == headers


def test_a_key_may_be_in_the_query(tmp_path: Path) -> None:
    key = {"type": "apiKey", "in": "query", "name": "api key"}
    written = Written(tmp_path, secured([{"a": []}], a=key))

    assert written.urls("tools", api_key="k&1") == [f"{API}/tools/t1?api%20key=k%261"]


def test_client_credentials_go_to_the_documents_own_place(tmp_path: Path) -> None:
    def serve(request: Request) -> Response:
        return json_response({"access_token": "t2", "id": "t1"})

    written = Written(tmp_path, secured([{"a": []}], a=OAUTH))
    written.transport = HandlerTransport(serve)
    written.urls("tools", client_id="app", client_secret="s3cret", scope="read")

    login, fetch = written.transport.requests
    assert (login.method, login.url) == ("POST", "https://login.shed.example/token")
    assert fetch.headers["Authorization"] == "Bearer t2"


@pytest.mark.parametrize(
    ("token_url", "expected"),
    [
        ("/oauth/token", f"{API}/oauth/token"),
        ("token?tenant=1", f"{API}/token?tenant=1"),
        ("http://login.shed.example/token", None),
        ("https://user:secret@login.shed.example/token", None),
        ("https://login.shed.example/{tenant}/token", None),
        ('https://login.shed.example/"+x', None),
        ("https://[half", None),
        ("", None),
    ],
)
def test_only_a_safe_url_is_asked_for_tokens(
    tmp_path: Path, token_url: str, expected: str | None
) -> None:
    scheme = copy.deepcopy(OAUTH)
    scheme["flows"]["clientCredentials"]["tokenUrl"] = token_url  # type: ignore[index]
    written = Written(tmp_path, secured([{"a": []}], a=scheme))

    if expected is None:
        assert "ClientCredentialsScheme" not in written.text
    else:
        assert f'ClientCredentialsScheme("{expected}")' in written.text
    assert "token: str | None = None,\n" in written.text


@pytest.mark.parametrize(
    ("document", "sets"),
    [
        (secured([{"a": []}], a=BEARER), "token=…"),
        (
            secured([{"a": []}, {"b": []}], a=BASIC, b=HEADER),
            "username=… and password=…, or api_key=…",
        ),
        # For one operation none is needed, but the document says otherwise for all.
        (secured([{"a": []}], of_operation=[], a=BEARER, b=HEADER), None),
        (secured(None, of_operation=[{"a": []}], a=BEARER), "token=…"),
    ],
)
def test_without_credentials_the_error_names_them(
    tmp_path: Path, document: Any, sets: str | None
) -> None:
    written = Written(tmp_path, document)
    if sets is None:  # nothing needs any
        written.client()
        return
    with pytest.raises(ConfigurationError) as caught:
        written.client()

    assert str(caught.value) == f"Shed has no credentials.\n  Give {sets}, or auth=….\n  in Shed"


def test_a_scheme_that_cannot_be_sent_is_reported(tmp_path: Path) -> None:
    digest = {"type": "http", "scheme": "digest"}
    written = Written(
        tmp_path, secured([{"a": []}, {"b": [], "c": []}], a=digest, b=digest, c=HEADER)
    )

    assert "__init__" not in written.text
    assert written.report.text().splitlines()[1:] == [
        "client:   the security scheme 'a' of desk cannot be sent by name; give the client auth=…",
        "client:   the security scheme 'b' of desk cannot be sent by name; give the client auth=…",
    ]
    written.client()


def test_a_host_by_plain_http_is_reported(tmp_path: Path) -> None:
    document = secured(None)
    document["servers"] = [{"url": "http://api.desk.example/v1"}]

    assert imported(tmp_path, document).client_problems == [
        "the document has http://api.desk.example; requests go to https://api.desk.example, "
        "unless base_url= says otherwise"
    ]


@pytest.mark.parametrize(
    "url", ["https://api.desk.example/v1", "http://localhost:8080", "http://127.0.0.1/v1", "/v1"]
)
def test_other_servers_are_no_problem(tmp_path: Path, url: str) -> None:
    document = secured(None)
    document["servers"] = [{"url": url}]

    assert imported(tmp_path, document).client_problems == []


def test_arguments_have_names_of_their_own(tmp_path: Path) -> None:
    other = copy.deepcopy(OAUTH)
    other["flows"]["clientCredentials"]["tokenUrl"] = "/other"  # type: ignore[index]
    document = secured([{"a": []}, {"b": []}, {"clientId": []}], a=OAUTH, b=other, clientId=HEADER)
    document["components"]["securitySchemes"]["clientId"] = {**HEADER, "name": "X-Client"}
    document["components"]["securitySchemes"]["timeout"] = HEADER
    document["security"].append({"timeout": []})
    written = Written(tmp_path, document)

    for name in ("client_id", "b_client_id", "client_id_client_id", "timeout_timeout"):
        assert f"        {name}: str | None = None,\n" in written.text
    written.client(timeout_timeout="k", timeout=3)


@pytest.mark.parametrize(
    ("schemes", "problem"),
    [
        ([], "its security cannot be read: an array instead of an object at /components"),
        ({"a": {"$ref": "#/nowhere"}}, "its security cannot be read: "),
    ],
)
def test_security_that_cannot_be_read_is_reported(
    tmp_path: Path, schemes: Any, problem: str
) -> None:
    document = secured([{"a": []}])
    document["components"]["securitySchemes"] = schemes
    report = imported(tmp_path, document)

    assert report.problems == []
    assert f"client:   desk: {problem}" in report.text()


def test_an_operation_with_security_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    document = changed()
    document["paths"]["/status"]["get"]["security"] = {"a": []}
    report = imported(tmp_path, document)

    assert report.problems == [
        "getStatus (GET /status): an object instead of an array at /paths/~1status/get/security"
    ]


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["Desk"], "Desk"),
        (["The Desk API"], "Desk"),
        (["Desk HTTP API (Preview)"], "Desk"),
        (["Desk's API documentation"], "Desk"),
        (["help desk"], "HelpDesk"),
        (["OpenDesk v3 REST API"], "OpenDesk"),
        (["DESK API"], "Desk"),
        (["Desk: tickets"], "Desk"),
        (["Desk - Tickets", "Desk - Agents"], "Desk"),
        (["Desk Tickets", "Desk Agents"], "Desk"),
        (["Tickets", "Agents"], "FromPackage"),
        (["API"], "FromPackage"),
        ([""], "FromPackage"),
        ([], "FromPackage"),
        (["3D Print"], "FromPackage"),
        (["Schreibtisch für alle"], "FromPackage"),
        (["x" * 80], "FromPackage"),
        (["class"], "Class"),
        (["True"], "True_"),
    ],
)
def test_the_client_is_named_after_the_product(titles: list[str], name: str) -> None:
    assert client_name(titles, "apis.from_package") == name


@pytest.mark.parametrize(
    ("title", "path", "name"),
    [
        ("Tool", "/tools/{id}", "ToolClient"),
        ("Client", "/tools/{id}", "ClientClient"),
        ("Domain", "/tools/{id}", "DomainClient"),
    ],
)
def test_the_name_of_the_client_is_its_own(
    tmp_path: Path, title: str, path: str, name: str
) -> None:
    document = shed(path)
    document["info"]["title"] = title
    imported(tmp_path, document)

    assert f"class {name}(Client, " in text_of(tmp_path, "client.py")


HEADER_KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
BEARER = {"type": "http", "scheme": "bearer"}
OTHER = (
    "most operations need 'a', but these 'b': GET /admin/{id}; "
    "give them a client of their own, since a client has one set of credentials"
)


@pytest.mark.parametrize(
    ("other", "security", "problems"),
    [
        (HEADER_KEY, [{"b": []}], [OTHER]),
        (HEADER_KEY, [{"b": []}, {"a": []}], []),
        (HEADER_KEY, [], []),
        (HEADER_KEY, [{}, {"b": []}], []),
        (BEARER, [{"b": []}], []),
    ],
)
def test_operations_that_need_other_credentials_are_named(
    tmp_path: Path, other: Any, security: Any, problems: list[str]
) -> None:
    document = shed("/tools/{id}", "/rooms/{id}", "/admin/{id}")
    document["components"] = {"securitySchemes": {"a": BEARER, "b": other}}
    document["security"] = [{"a": []}]
    document["paths"]["/admin/{id}"]["get"]["security"] = security
    assert imported(tmp_path, document).client_problems == problems


def test_a_client_and_a_domain_have_two_names(tmp_path: Path) -> None:
    document = shed("/tools/{id}", "/racks/{id}")
    document["servers"] = [{"url": "https://shed.example"}]
    document["paths"]["/racks/{id}"]["servers"] = [{"url": "https://racks.example"}]
    document["info"]["title"] = "Racks"
    report = imported(tmp_path, document)

    assert report.problems == []
    assert "class RacksClient(Client" in text_of(tmp_path, "client.py")
