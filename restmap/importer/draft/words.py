"""Words: singular and plural, and the words that a name without capitals is made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from .identifiers import python_name

_IRREGULAR = {
    "aliases": "alias",
    "axes": "axis",
    "biases": "bias",
    "caches": "cache",
    "calories": "calorie",
    "canvases": "canvas",
    "children": "child",
    "cookies": "cookie",
    "indices": "index",
    "lenses": "lens",
    "matrices": "matrix",
    "movies": "movie",
    "people": "person",
    "shelves": "shelf",
    "vertices": "vertex",
}
_PLURALS = {one: many for many, one in _IRREGULAR.items()}
_NO_PLURALS = frozenset(
    {"analytics", "aws", "cors", "dns", "gps", "https", "ios", "kubernetes", "mms", "news", "nfs"}
    | {"os", "saas", "series", "sms", "species", "tls"}
    | {"data", "equipment", "feedback", "hardware", "information", "media", "metadata"}
    | {"software", "staff", "traffic"}
)
# Other words that end with `is` or `us` are singular, such as analysis and status.
_is_plural = re.compile("(?:api|cli|cpu|emoji|gpu|gui|kpi|menu|poi|sku|uri|wiki)s").fullmatch
_last_word = re.compile(r"[A-Z]?[a-z]+$").search


def singular(name: str) -> str:
    """The singular of a name, by the most common rules of English.

    >>> singular("services"), singular("addresses"), singular("entities"), singular("status")
    ('service', 'address', 'entity', 'status')
    >>> singular("project_statuses"), singular("warehouses"), singular("OrderIndices")
    ('project_status', 'warehouse', 'OrderIndex')
    >>> singular("analysis"), singular("emojis"), singular("dns")
    ('analysis', 'emoji', 'dns')
    """
    found = _last_word(name)
    word = found[0].lower() if found else name
    if word in _NO_PLURALS:
        return name
    if word in _IRREGULAR:
        return _with_end(name, word, _IRREGULAR[word])
    if word.endswith("lyses"):
        return f"{name[:-2]}is"
    if word.endswith("ies") and len(word) > 4:
        return f"{name[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")) or re.search("[^aeo]uses$", word):
        return name[:-2]
    if word.endswith(("ss", "us", "is")) and not _is_plural(word):
        return name
    return name[:-1] if word.endswith("s") else name


def plural(name: str) -> str:
    """The plural of a name; a name that is one already stays as it is.

    >>> plural("service"), plural("address"), plural("entity"), plural("users"), plural("key")
    ('services', 'addresses', 'entities', 'users', 'keys')
    >>> plural("metadata"), plural("UserFeedback")
    ('metadata', 'UserFeedback')
    """
    found = _last_word(name)
    word = found[0].lower() if found else name
    if singular(name) != name or word in _NO_PLURALS:
        return name
    if word in _PLURALS:
        return _with_end(name, word, _PLURALS[word])
    if word.endswith("lysis"):
        return f"{name[:-2]}es"
    if re.search("[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"


def _with_end(name: str, word: str, other: str) -> str:
    """A name with another word in place of its last one, with a capital if that has one."""
    start = name[: len(name) - len(word)]
    return start + (other.capitalize() if name[len(start)].isupper() else other)


class Vocabulary:
    """The words of names that a document writes with capitals.

    names: of components, `HorizontalPodAutoscaler`. ids: of operations, each of which may have such
    a name inside it, `listHorizontalPodAutoscaler`.
    """

    def __init__(self, names: Iterable[str] = (), ids: Iterable[str] = ()) -> None:
        self._words: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for each in names:
            self._add(_words_of(each.rpartition(".")[2]))
        for each in ids:
            words = _words_of(each)
            for start in range(len(words)):
                for end in range(start + 2, min(start + _MAX_WORDS, len(words)) + 1):
                    self._add(words[start:end])

    def _add(self, words: tuple[str, ...]) -> None:
        if all(len(each) > 1 for each in words):  # `IPs` is one word
            self._words["".join(words)].add(words)

    def separated(self, name: str) -> str:
        """A name with underscores between its words, if the document tells where they are.

        >>> Vocabulary(["ConfigMap", "Policy"]).separated("configmaps")
        'config_maps'
        >>> Vocabulary(["Policy"], ["readNetworkPolicy"]).separated("networkpolicies")
        'network_policies'
        >>> Vocabulary([], ["listCustomAAGUIDs"]).separated("aaguids")
        'aaguids'
        >>> Vocabulary(["Website"], ["getWebSite"]).separated("websites")
        'websites'
        """
        if "_" in name:
            return name
        for known in (name, singular(name)):
            found = self._words.get(known, ())
            if len(found) == 1:
                (words,) = found
                length = sum(map(len, words[:-1]))
                return "_".join((*words[:-1], name[length:]))
        return name


_MAX_WORDS = 5


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(each for each in re.split(r"[^a-z0-9]+", python_name(name)) if each)
