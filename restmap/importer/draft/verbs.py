"""Verbs: what the words of an operation's id, and those of its path, say is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..read.alternatives import words_of_id
from ..read.operations import DocumentOperation
from .identifiers import python_name

CREATING = frozenset({"create", "add", "new", "insert"})
UPDATING = frozenset(
    {"update", "edit", "modify", "set", "replace", "put", "patch", "change", "post", "upsert"}
)
# What joins things that exist: nothing is created, and nothing else is changed.
_JOINING = frozenset({"add", "assign", "associate", "attach", "link", "insert"})
_READING = frozenset({"get", "list", "fetch", "find", "search", "read", "retrieve", "download"})
_REMOVING = frozenset({"delete", "remove"})
_DOING = frozenset(
    {"accept", "activate", "apply", "approve", "archive", "ban", "block", "cancel", "check"}
    | {"clear", "close", "end", "requery", "snooze", "unblock", "unpin", "warn"}
    | {"commit", "configure", "copy", "deactivate", "decline", "destroy", "detach", "disable"}
    | {"disassociate", "dismiss", "enable", "execute", "generate", "grant", "import", "install"}
    | {"invite", "join", "leave", "lock", "mark", "merge", "migrate", "move", "pause", "promote"}
    | {"publish", "purge", "refresh", "regenerate", "reject", "rename", "reorder", "request"}
    | {"rerun", "reset", "resize", "restart", "restore", "resume", "retry", "revoke", "rollback"}
    | {"rotate", "run", "save", "send", "skip", "start", "stop", "submit", "subscribe", "suspend"}
    | {"sync", "tag", "transfer", "trigger", "unarchive", "unassign", "unlink", "unlock", "untag"}
    | {"unsubscribe", "upgrade", "upload", "validate", "verify"}
)
_ALL = CREATING | UPDATING | _JOINING | _READING | _REMOVING | _DOING
# A path may also end with one of these as a noun: `/runs/{id}/request`.
_NOUNS_AS_WELL = frozenset(
    {"archive", "copy", "download", "import", "lock", "merge", "new", "post", "request", "run"}
    | {"search", "set", "start", "tag", "transfer", "upload", "change", "patch", "edit"}
)
_BEFORE_NOUNS = (CREATING | UPDATING | {"remove", "delete", "send", "get"}) - {"new", "post"}
_NO_NAMES = CREATING | UPDATING | {"get", "list", "fetch", "delete", "remove", "api", "v1", "v2"}


def verb_words(operation: DocumentOperation) -> list[str]:
    """The words of an operation's id, beginning with its verb.

    What the path or a tag says is no verb: `apps_create_rollback` of `/apps` begins with `create`,
    and `apps_tags_attach` of `/apps/{id}/tags` with `attach`.
    """
    words = words_of_id(operation)
    if words[:1] and words[0] in _ALL:
        return words
    said = {_squeezed(each) for each in (*operation.path.split("/"), *operation.tags)}
    ends = [0]  # of the words that are names of the path or of tags, one after the other
    for count in range(1, min(len(words), _MAX_WORDS)):
        if any("".join(words[end:count]) in said for end in ends):
            ends.append(count)
            if words[count] in _ALL:
                return words[count:]
    return words


# More words are in no id that a person wrote.
_MAX_WORDS = 24


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def is_update(operation: DocumentOperation) -> bool:
    """Whether an operation's id says that it changes an item."""
    return any(each in UPDATING for each in verb_words(operation)[:1])


def begins_with_verb(name: str) -> bool:
    """Whether a name says what is done, as `add_members` and `insert` do."""
    first, _, rest = name.partition("_")
    return first in _BEFORE_NOUNS if rest else name in _ALL - _NOUNS_AS_WELL


_ASKING = frozenset({"search", "autocomplete", "lookup", "export", "requery"})


def asks_or_does(name: str) -> bool:
    """Whether a name says what is asked or done, as `can_delete`, `search` and `export` do."""
    return (
        begins_with_verb(name)
        or re.match("(can|is|has|check)_", name) is not None
        or name in _ASKING
    )


def begins_call(name: str) -> bool:
    """Whether a name says what is done to what, as `get_user` does."""
    first, _, rest = name.partition("_")
    return bool(rest) and first in _BEFORE_NOUNS | {"list", "fetch", "find", "search", "cancel"}


def own_word(operation: DocumentOperation) -> str | None:
    """The first word of an operation's id, if it says more than the method does."""
    words = verb_words(operation)
    return python_name(words[0]) if words and words[0] not in _NO_NAMES else None


def joining_verb(operation: DocumentOperation) -> str | None:
    """The verb of an operation's id, if it joins things that exist: `add`, `assign`, `attach`."""
    return _verb_of(verb_words(operation), _JOINING)


def doing_verb(operation: DocumentOperation) -> str | None:
    """The verb of an operation's id, if it says more than that something is changed or deleted:
    `save`, `remove`, `mark_as_read`."""
    return _verb_of(verb_words(operation), _JOINING | _DOING | {"remove"})


def making_verb(operation: DocumentOperation) -> str | None:
    """The verb of an operation's id, if it says something else than that an item is changed."""
    return _verb_of(verb_words(operation), _JOINING | _DOING | {"create"})


def _verb_of(words: Sequence[str], verbs: frozenset[str]) -> str | None:
    if not words or words[0] not in verbs or words[1:2] == ["or"]:
        return None
    is_marked = words[0] == "mark" and "as" in words
    how = "_".join(words[words.index("as") :][:2]) if is_marked else ""
    return python_name(f"{words[0]}_{how}" if how else words[0])


def stem_in(operation: DocumentOperation, name: str) -> str:
    """The verb of an operation's id, if the last word of its path is the noun of it: `dismiss` for
    `dismissals`; else this word."""
    verb = doing_verb(operation)
    is_noun = verb is not None and name.startswith(verb) and "_" not in name
    return verb if verb is not None and is_noun else name
