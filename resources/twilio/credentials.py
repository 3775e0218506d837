"""The credentials of a client, from its arguments and from the environment."""

from __future__ import annotations

import os

from restmap import Auth, BasicAuth, ConfigurationError, Request


def read_credentials(
    username: str | None,
    password: str | None,
    account_sid: str | None,
    auth_token: str | None,
    auth: Auth | None,
) -> tuple[str | None, Auth]:
    """The account whose resources are meant, or None, and what requests are authorised with.

    The arguments are those of the client.

    Raises ConfigurationError for one that is missing, and for two of the same kind.
    """
    if not isinstance(account_sid, str | None):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(
            "the account_sid is not text.\n  Write it as Twilio shows it: 'AC…'."
        )
    own_account = os.environ.get("TWILIO_ACCOUNT_SID")
    if auth is not None:
        if password or auth_token:
            raise ConfigurationError(
                "the client has a password and auth=.\n  Give the credentials in one of them."
            )
        return account_sid or username or own_account, auth
    if password and auth_token:
        raise ConfigurationError(
            "the client has a password and an auth_token.\n  They are the same; give one of them."
        )
    # An account beside credentials of the environment is one of its sub-accounts.
    given = password or auth_token
    username = username or (account_sid if given else own_account or account_sid)
    password = given or os.environ.get("TWILIO_AUTH_TOKEN")
    if not username:
        raise _missing("account_sid", "TWILIO_ACCOUNT_SID")
    if not password:
        raise _missing("auth_token", "TWILIO_AUTH_TOKEN")
    basic = BasicAuth(username, password)  # which checks them
    # The key of an API key says nothing of the account that it belongs to.
    is_key = username.startswith("SK")
    account = account_sid or (own_account if is_key else username)
    return account, basic


def _missing(argument: str, variable: str) -> ConfigurationError:
    return ConfigurationError(
        f"the client has no {argument}.\n"
        f"  Write Client({argument}=…), or set {variable} in the environment."
    )


def user_and_password(auth: Auth) -> tuple[str | None, str | None]:
    """The user and the password of Basic authentication; None for both with any other kind."""
    if not isinstance(auth, BasicAuth):
        return None, None
    from base64 import b64decode  # for few programs

    header = auth.authorise(Request("GET", "https://api.twilio.com")).headers["Authorization"]
    user, _, password = b64decode(header.partition(" ")[2]).decode().partition(":")
    return user, password
