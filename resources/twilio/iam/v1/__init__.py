"""Iam, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred

if TYPE_CHECKING:
    from .api_key import ApiKey
    from .get_api_keys import GetApiKeys
    from .new_api_key import NewApiKey
    from .oauth_app_account import OauthAppAccount
    from .role_permission import RolePermission
    from .token import Token
else:
    ApiKey = deferred(".api_key:ApiKey", __package__)
    GetApiKeys = deferred(".get_api_keys:GetApiKeys", __package__)
    NewApiKey = deferred(".new_api_key:NewApiKey", __package__)
    OauthAppAccount = deferred(".oauth_app_account:OauthAppAccount", __package__)
    RolePermission = deferred(".role_permission:RolePermission", __package__)
    Token = deferred(".token:Token", __package__)


class V1(Version, prefix="/v1"):
    """https://iam.twilio.com/v1"""

    api_key = collection(ApiKey)
    get_api_keys = collection(GetApiKeys)
    new_api_key = collection(NewApiKey)
    o_auth_apps = collection(OauthAppAccount)
    role_permission = collections(RolePermission)
    token = collection(Token)
