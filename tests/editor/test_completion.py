"""Completions of an editor while a line is typed: every step has exact types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .language_server import Editor

ROOT = Path(__file__).resolve().parents[2]
HEAD = "from resources.twilio import Client\n\nclient = Client()\n"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    with Editor(ROOT, ROOT / "typed_in_an_editor.py") as editor:
        yield editor


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("client.", {"proxy", "verify", "messages", "options"}),
        ("client.proxy.", {"v1"}),
        ("client.proxy.v1.", {"services"}),
        ("client.proxy.v1.services.", {"create", "list", "stream", "page", "list_async"}),
        ('client.proxy.v1.services("KS").', {"sessions", "fetch", "unique_name", "update_async"}),
        ('client.proxy.v1.services("KS").sessions("KC").', {"participants", "mode", "delete"}),
        ('client.proxy.v1.services("KS").sessions.create().', {"participants", "date_expiry"}),
        ("client.messages.create().", {"sid", "error_code", "media", "feedback"}),
        ('client.taskrouter.v1.workspaces("WS").workers.', {"statistics", "create"}),
        ("client.conversations.v1.configuration.webhooks().fetch().", {"method", "filters"}),
    ],
)
def test_the_next_step_is_offered(editor: Editor, typed: str, offered: set[str]) -> None:
    editor.open(HEAD + typed)

    assert offered <= set(editor.completions())


def test_the_parameters_of_a_verb_are_shown(editor: Editor) -> None:
    editor.open(f'{HEAD}client.proxy.v1.services("KS").sessions.create(')

    assert editor.signature() == (
        "(*, unique_name: str = UNSET, date_expiry: datetime = UNSET, ttl: int = UNSET, "
        "mode: Mode = UNSET, status: Status = UNSET, "
        "participants: list[dict[str, Any]] = UNSET, "
        "fail_on_participant_conflict: bool = UNSET) -> Session"
    )


def test_the_values_of_a_literal_are_offered(editor: Editor) -> None:
    editor.open(f'{HEAD}client.proxy.v1.services("KS").sessions.create(mode="')

    assert {'"message-only"', '"voice-only"', '"voice-and-message"'} <= set(editor.completions())


def test_what_is_not_declared_is_not_offered(editor: Editor) -> None:
    editor.open(f'{HEAD}client.proxy.v1.services("KS").sessions("KC").')

    assert not {"colour", "create", "list"} & set(editor.completions())
