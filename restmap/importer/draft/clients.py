"""Clients: the client class of an API, with its address and the credentials that it takes."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..read.credentials import Security, find_security
from ..read.documents import Document
from ..read.inventory import Inventory
from ..read.nodes import Node
from ..read.security import (
    ApiKey,
    BearerToken,
    ClientCredentials,
    NamedScheme,
    Scheme,
    UserAndPassword,
)
from ..read.servers import ServerVariable, other_urls, split_host
from .class_names import IMPORTED_BY_SITES
from .expressions import Call, Constant, Expression, call
from .identifiers import class_identifier, first_free, python_name
from .naming import PlainNaming
from .places import RESERVED_ARGUMENTS, Place, argument_name
from .resources import VersionDraft


@attrs.frozen
class ArgumentDraft:
    """A keyword argument of a client class.

    about: what it is. required: whether the client cannot be made without it. default: of an
    argument that may be left out. members: the values that it may have; empty for any text.
    description: the text of the document.
    """

    name: str
    about: str
    required: bool = False
    default: str | None = None
    members: tuple[str, ...] = ()
    description: str = ""


@attrs.frozen
class ClientDraft:
    """The draft of a client class.

    host, prefix: of the resources that are mounted in the client itself; the host is None if it has
    none of its own, and empty if each program gives it. variables: of its hosts and prefixes.
    security: the declaration of its schemes; None if it takes no credentials by name. credentials:
    their arguments. servers: the URLs of other servers. documentation_url: the page about the API.
    problems: what a user must know, one line each.
    """

    name: str
    host: str | None
    prefix: str
    variables: Sequence[ArgumentDraft] = ()
    security: Expression | None = None
    credentials: Sequence[ArgumentDraft] = ()
    servers: Sequence[str] = ()
    documentation_url: str | None = None
    problems: Sequence[str] = ()


def draft_client(
    inventory: Inventory, naming: PlainNaming, versions: Sequence[VersionDraft]
) -> ClientDraft:
    """Draft the client class of an API."""
    places = [each.place for each in versions]
    mounted = [mount.resource for each in versions for mount in each.mounts]
    taken = {name for each in mounted for name in (each.name, each.collection_name)}
    taken |= {class_identifier(name) for each in places for name in (each.domain, each.version)}
    own = [each for each in places if not each.domain]
    # Its versions have prefixes of their own.
    prefix = next((each.prefix for each in own if not each.version), "")
    name = naming.client_name
    operations = [each for _, each in inventory.operations.values() if each.problem is None]
    variables = _variables(
        dict.fromkeys(variable for each in operations for variable in each.variables),
        places,
        own[0].host + prefix if own else "",
    )
    security = find_security(inventory)
    schemes = _Schemes({each.name for each in variables})
    expression = schemes.expression(security)
    documents = list(dict.fromkeys(document for document, _ in inventory.operations.values()))
    urls = [url for each in documents if (url := naming.documentation_url(each, name))]
    return ClientDraft(
        name=first_free([name, f"{name}Client"], IMPORTED_BY_SITES | taken | {"Literal"}),
        host=own[0].host if own else None,
        prefix=prefix,
        variables=variables,
        security=expression,
        credentials=schemes.arguments,
        servers=_servers(documents, prefix) if own and own[0].host else (),
        documentation_url=urls[0] if urls else None,
        problems=[*security.problems, *_plain_http(each.server for each in operations)],
    )


def _plain_http(servers: Iterable[str]) -> Iterator[str]:
    """Say of hosts that a document has by plain http that requests go by https."""
    urls = [each for each in servers if each.lower().startswith("http://")]
    for host in dict.fromkeys(split_host(each)[0] for each in urls):
        if host:
            yield (
                f"the document has http://{host}; requests go to https://{host}, "
                "unless base_url= says otherwise"
            )


def client_name(titles: Sequence[str], package: str) -> str:
    """The name of the client class: that of the product in the titles of the documents, else that
    of the package.

    >>> client_name(["Desk REST API (Preview)"], "x"), client_name(["The OpenDesk API v2"], "x")
    ('Desk', 'OpenDesk')
    >>> client_name(["Desk - Chat", "Desk - Calls"], "x"), client_name(["API", "Web"], "apis.desk")
    ('Desk', 'Desk')
    """
    words = [_product(each) for each in titles]
    shared: list[str] = []
    for each in zip(*words, strict=False):
        if len({*each}) > 1:
            break
        shared.append(each[0])
    name = "".join(word[:1].upper() + word[1:] for word in shared)
    if name.isascii() and name.isidentifier() and len(name) <= _MAX_NAME:
        is_plain = name.isupper() or name.islower() or keyword.iskeyword(name)
        return class_identifier(name) if is_plain else name
    return class_identifier(package.rpartition(".")[2])


_MAX_NAME = 40
# What a title says in addition to the name of the product.
_NO_PRODUCT = re.compile(
    r"(?:api|apis|rest|restful|http|https|web|openapi|swagger|public|reference|documentation|"
    r"specification|spec|service|v?\d[\d.]*|with|for|of|by)\b|[^\w\s.'’]",
    re.IGNORECASE,
)


def _product(title: str) -> list[str]:
    """The words of a title up to the first that does not name the product."""
    words: list[str] = []
    for word in title.split():
        if _NO_PRODUCT.match(word):
            break
        if words or word.lower() not in ("the", "a"):
            words += re.findall(r"\w+", re.sub(r"['’]s?\b", "", word))
        if not word[-1].isalnum():
            break
    return words


def _servers(documents: Iterable[Document], prefix: str) -> list[str]:
    """The other servers of the documents on which the paths are the same, for base_url."""
    urls = [
        url
        for each in documents
        for url in other_urls(Node(each.content.get("servers"), "/servers", each.references))
    ]
    roots = [url.removesuffix(prefix) for url in urls if url.endswith(prefix)]
    return [each for each in dict.fromkeys(roots) if each.count("/") == 2]


def _variables(
    variables: Iterable[ServerVariable], places: Iterable[Place], address: str
) -> list[ArgumentDraft]:
    """The arguments for the variables that are in the places of operations.

    address: the host and the prefix of the client itself; only variables of it are required.
    """
    given = list(places)
    hosts = "".join(each.host for each in given)
    templates = hosts + "".join(each.prefix for each in given)
    drafts: dict[str, ArgumentDraft] = {}
    for each in variables:
        name = argument_name(each.name)
        if f"{{{name}}}" in templates:
            about = "a part of the host name" if f"{{{name}}}" in hosts else "a part of the path"
            is_required = each.default is None and f"{{{name}}}" in address
            draft = ArgumentDraft(
                name, about, is_required, each.default, each.members, each.description
            )
            drafts.setdefault(name, draft)
    return list(drafts.values())


# -- credentials ------------------------------------------------------------------------------


class _Schemes:
    """The declarations of security schemes, and the names of their credentials.

    taken: the names of other arguments.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken, *RESERVED_ARGUMENTS}
        self._calls: dict[Scheme, Call] = {}
        self.arguments: list[ArgumentDraft] = []

    def expression(self, security: Security) -> Expression | None:
        """The value of `security=`; None if there are no credentials."""
        keys = {each.scheme for all_ in security.alternatives for each in all_}
        self._has_one_key = sum(isinstance(each, ApiKey) for each in keys) == 1
        sets = [self._combination(each) for each in security.alternatives]
        if not sets:
            return None
        options: dict[str, Expression] = {"optional": Constant(True)} if security.optional else {}
        if len(sets) == 1 and not options:
            return sets[0]
        return call("restmap:one_of", *sets, **options)

    def _combination(self, schemes: Sequence[NamedScheme]) -> Expression:
        calls = [self._call(each) for each in schemes]
        return calls[0] if len(calls) == 1 else call("restmap:all_of", *calls)

    def _call(self, named: NamedScheme) -> Call:
        """The call that declares a scheme, the same each time."""
        scheme = named.scheme
        if scheme not in self._calls:
            self._calls[scheme] = self._declared(named)
        return self._calls[scheme]

    def _declared(self, named: NamedScheme) -> Call:
        scheme = named.scheme
        match scheme:
            case BearerToken():
                names = self._named(named, {"token": "a bearer token"})
                return call("restmap:BearerScheme", **names)
            case UserAndPassword():
                about = {"username": "of a user", "password": "of this user"}
                return call("restmap:BasicScheme", **self._named(named, about))
            case ApiKey(name, location):
                place = "query parameter" if location == "query" else location
                about = {"api_key": f"the {place} {name}"}
                own = "api_key" if self._has_one_key else python_name(named.key)
                position = [name] if location == "header" else [name, location]
                return call("restmap:ApiKeyScheme", *position, **self._named(named, about, own))
            case ClientCredentials(url):
                about = {
                    "client_id": "of an application, for OAuth client credentials",
                    "client_secret": f"of this application; it is sent to {url}",
                    "scope": "the scopes that are asked for, separated by spaces",
                }
                names = self._named(named, about)
                return call("restmap:ClientCredentialsScheme", url, **names)

    def _named(
        self, named: NamedScheme, about: Mapping[str, str], own: str | None = None
    ) -> dict[str, str]:
        """Add the arguments for the credentials of a scheme. Those with other names than usual are
        returned, by the usual name.

        about: what each credential is. own: the name for the only credential.
        """
        prefix = python_name(named.key)
        renamed: dict[str, str] = {}
        for credential, text in about.items():
            name = own or credential
            free = first_free([name, f"{prefix}_{name}"], self._taken)
            self._taken.add(free)
            self.arguments.append(ArgumentDraft(free, text, description=named.description))
            if free != credential:
                renamed[credential] = free
        return renamed
