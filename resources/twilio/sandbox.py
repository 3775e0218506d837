"""The behaviour of Twilio's servers that declarations do not describe, for the local sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from restmap import Resource, Response
from restmap.sandbox import Credentials, RecordContext, Refusal, Rules, json_response

# https://www.twilio.com/docs/api/errors
_CODES = {400: 20001, 401: 20003, 403: 20403, 404: 20404, 405: 20004, 429: 20429}


class TwilioRules(Rules):
    """Error bodies with a code and a link; records with their account and their links."""

    account_prefix = "AC"

    def first_records(
        self, credentials: Credentials
    ) -> list[tuple[type[Resource], dict[str, Any]]]:
        """The account of the credentials, below which most of the 2010 API is."""
        from .api.v2010.account import Account  # not needed where only other products are served

        return [(Account, {"sid": credentials.account, "friendly_name": "Sandbox"})]

    def compute_fields(self, context: RecordContext) -> Mapping[str, Any]:
        """The URL and the links of a record, and the account of the credentials."""
        account = context.credentials.account
        return {"url": context.url, "links": context.links, "account_sid": account}

    def write_error(self, refusal: Refusal) -> Response:
        """The response of an error.

        https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
        """
        code = _CODES.get(refusal.status, 20000 + refusal.status)
        body = {
            "code": code,
            "message": refusal.message,
            "more_info": f"https://www.twilio.com/docs/errors/{code}",
            "status": refusal.status,
        }
        return json_response(refusal.status, body)

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
