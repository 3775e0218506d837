"""The behaviour of Twilio's servers that declarations do not describe, for the local sandbox.

`TwilioRules` is what all of Twilio's APIs share; the other modules say what the records of one host
do, and are loaded where that host is served.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from restmap import Resource, Response, deferred, iso8601, rfc2822
from restmap.sandbox import Credentials, RecordContext, Refusal, Rules, json_response

# https://www.twilio.com/docs/api/errors
_CODES = {400: 20001, 401: 20003, 403: 20403, 404: 20404, 405: 20004, 429: 20429}


class TwilioRules(Rules):
    """Error bodies with a code and a link; records with their account and their links.

    verification_code: the code of each verification of Verify; None for a random one, which the log
    has at INFO.
    """

    account_prefix = "AC"
    # The modules beside this one say what the records of a host do.
    behaviours: ClassVar[Mapping[str, Any]] = {
        f"{name}.twilio.com": deferred(f".{name}:behaviour", __name__)
        for name in (
            "api", "fax", "iam", "lookups", "messaging", "monitor", "studio", "supersim", "sync",
            "verify", "wireless",
        )
    }  # fmt: skip

    filter_names: ClassVar[Mapping[str, str]] = {
        "start_date": "date_created_after",
        "end_date": "date_created_before",
        # A SIM, a fleet and so on can also be given by its unique name, which records do not have.
        "fleet": "fleet_sid",
        "network_access_profile": "network_access_profile_sid",
        "rate_plan": "rate_plan_sid",
        "sim": "sim_sid",
    }

    def __init__(self, *, verification_code: str | None = None) -> None:
        self.verification_code = verification_code

    def first_records(
        self, credentials: Credentials
    ) -> list[tuple[type[Resource], dict[str, Any]]]:
        """The account of the credentials, below which most of the 2010 API is."""
        from ..api.v2010.account import Account  # not needed where only other products are served

        return [(Account, {"sid": credentials.account, "friendly_name": "Sandbox"})]

    def path_values(self, credentials: Credentials) -> Mapping[str, str]:
        """The account of the credentials."""
        return {"account_sid": credentials.account}

    def datetime_format(self, resource: type[Resource]) -> Callable[[datetime], str]:
        """RFC 2822 in the 2010 API, ISO 8601 in all others.

        https://www.twilio.com/docs/usage/twilios-response#dates-and-times
        """
        return rfc2822 if resource.__module__.startswith(_API_2010) else iso8601

    def compute_fields(self, context: RecordContext) -> Mapping[str, Any]:
        """The URL and the links of a record, and the account of the credentials."""
        fields = context.node.plan.fields
        values: dict[str, Any] = {"account_sid": context.credentials.account}
        if "uri" in fields:  # the 2010 API has paths, relative to the host
            values["uri"] = context.uri
            if "subresource_uris" in fields:
                links = context.links.items()
                values["subresource_uris"] = {
                    name: url.removeprefix(context.origin) for name, url in links
                }
        else:
            values["url"] = context.url
            values["links"] = context.links if "links" in fields else {}
        return values

    def write_error(self, refusal: Refusal) -> Response:
        """The response of an error.

        https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
        """
        code = refusal.code or _CODES.get(refusal.status, 20000 + refusal.status)
        body = {
            "code": code,
            "message": refusal.message,
            "more_info": f"https://www.twilio.com/docs/errors/{code}",
            "status": refusal.status,
        }
        return json_response(refusal.status, body)

    def client_arguments(self, credentials: Credentials) -> Mapping[str, Any]:
        """The account, which `client.messages` and the others of the 2010 API are of."""
        return {"account_sid": credentials.account, "auth_token": credentials.token}

    def usage(self, url: str, credentials: Credentials) -> str:
        """Twilio's environment variables, and a client with the sandbox in place of all hosts."""
        return "\n".join(
            [
                f"  export TWILIO_ACCOUNT_SID={credentials.account}",
                f"  export TWILIO_AUTH_TOKEN={credentials.token}",
                "",
                "  from resources.twilio import Client",
                f'  client = Client(base_url="{url}/{{host}}")',
            ]
        )


_API_2010 = "resources.twilio.api."
