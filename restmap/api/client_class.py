"""Class keywords of clients: their checks, and the mistakes in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from ..declare.place import Place, known_names, mistake
from ..errors import DeclarationError
from .site import check_host, check_prefix

if TYPE_CHECKING:
    from ..auth.schemes import Security

    class ClientClass(Protocol):
        """The part of a client class that the keywords set."""

        host: ClassVar[str | None]
        prefix: ClassVar[str]


_CLASS_KEYWORDS = (
    "host",
    "idempotency_header",
    "masked_parameters",
    "prefix",
    "request_id_header",
    "security",
    "title",
)
_RULES_OF_RESOURCES = frozenset({"body", "field_names", "member_names", "page", "parameter_names"})


def set_address(cls: type[ClientClass], host: str | None, prefix: str | None, place: Place) -> None:
    """Set the host and the path prefix of a client class; None for those of its base class.

    host: empty where each program gives it, as base_url.
    Raises DeclarationError for one that cannot be an address.
    """
    if host is not None:
        if host:
            check_host(host, place)
        cls.host = host
    if prefix is not None:
        check_prefix(prefix, place)
        cls.prefix = prefix
    if cls.prefix and cls.host is None:
        raise mistake(
            f"the prefix {cls.prefix!r} has no effect, because the client has no host.",
            place,
            "Add host='api.example.com', or give the prefix to a Version.",
        )


def checked_security(security: Security, place: Place) -> Security:
    """The security schemes of a client class. Raises DeclarationError for anything else."""
    from ..auth.schemes import Alternatives, Scheme  # for clients that declare it

    if not isinstance(security, Scheme | Alternatives):
        raise mistake(
            f"{security!r} is not a security scheme.",
            place.at("security"),
            "Write security=BearerScheme(), or one_of(BearerScheme(), BasicScheme()).",
        )
    return security


def unknown_class_keyword(name: str, place: Place) -> DeclarationError:
    """The error for a class keyword that clients do not have."""
    if name in _RULES_OF_RESOURCES:
        remedy = (
            "It is a rule of resources, which they have before they are mounted. Give it to a "
            f"class that they share: class DeskResource(Resource, {name}=…)."
        )
    else:
        remedy = known_names(name, _CLASS_KEYWORDS, "Class keywords")
    return mistake(f"a client has no class keyword {name!r}.", place, remedy)
