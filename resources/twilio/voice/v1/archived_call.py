"""Archived calls."""

from __future__ import annotations

from datetime import date

from restmap import Params, Resource

from .base import VoiceResource


class ArchivedCall(VoiceResource, uri="/Archives/{date}/Calls/{sid}"):
    """client.voice.v1.archived_calls"""

    class Key(Resource.Key):
        date: date
        sid: str

    class Delete(Params): ...
