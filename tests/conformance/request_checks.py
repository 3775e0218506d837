"""Whether calls of a package send what its OpenAPI document describes, and read what it responds.

    python -m tests.conformance.request_checks PACKAGE DOCUMENT [COUNT] [SEED]

COUNT operations, by default 30, are called with values that the document allows. openapi-core,
which is not ours, judges each request; beside it each value is compared with what was sent. The
response is one that the document describes, and the client raises an error for what it does not
read. A fault is `ours`; the `validator`'s, if all values were sent as the document says; or the
`document`'s, if no value fits it.
"""

from __future__ import annotations

import inspect
import itertools
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl, quote, urlsplit

import attrs

from restmap import Client, NoAuth, Request, Response
from restmap.declare.json_paths import value_at
from restmap.describe.operations import describe_operation
from restmap.describe.routes import Route, find_routes, key_name
from restmap.importer.importing import read_documents
from restmap.importer.read.documents import Document
from restmap.importer.read.operations import DocumentOperation, placeholders, shape
from restmap.streamed_body import StreamedBody

from ..importer.page_checks import address_of
from .request_judge import expected_pairs, media_type_of, refusal_of
from .request_samples import NoSampleError, Samples
from .request_values import python_value

Blame = Literal["ours", "validator", "document"]
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


@attrs.frozen
class Fault:
    """What is wrong with the request or the response of an operation."""

    part: Literal["request", "response"]
    blame: Blame
    call: str
    title: str
    text: str

    def __str__(self) -> str:
        return f"{self.part}, {self.blame}: {self.call} ({self.title}): {self.text}"


@attrs.frozen
class Checked:
    """operations: how many were called."""

    operations: int
    faults: Sequence[Fault]

    def count(self, part: str, *blames: Blame) -> int:
        """How many operations have such a fault."""
        return len(
            {each.call for each in self.faults if each.part == part and each.blame in blames}
        )


class DifferenceError(Exception):
    """What was sent differs from what the document says of the values that were given."""


@attrs.define(eq=False)
class Recorder:
    """A transport that keeps requests, and gives one response to each."""

    response: Response = attrs.field(factory=lambda: Response(204, {}, b""))
    requests: list[Request] = attrs.field(factory=list[Request])

    def send(self, request: Request, *_: Any, **__: Any) -> Response:
        body = request.body
        if isinstance(body, StreamedBody):
            body = body.read_all()
        self.requests.append(attrs.evolve(request, body=body))
        return self.response


def check_requests(package: str, document: Document, count: int = 30, seed: int = 7) -> Checked:
    """Call some operations of a package, and judge what they send and what they read."""
    chance = random.Random(seed)
    described: dict[tuple[str, str], list[DocumentOperation]] = {}
    for each in document.operations():
        if each.problem is None:
            described.setdefault(address_of(each), []).append(each)
    routes = _spread(find_routes(package), count, chance)
    faults: list[Fault] = []
    for route in routes:
        url = shape(route.url.removeprefix("https://"))
        candidates = described.get((route.operation.method, url), [])
        if not candidates:
            text = f"no operation of the document has {url}"
            faults.append(Fault("request", "ours", route.call, route.url, text))
            continue
        arguments = route.operation.arguments.values()
        names = {each.wire_name for each in arguments if each.location != "path"}
        operation = min(candidates, key=lambda each: len(_names_in(each) ^ names))
        faults += _Check(document, operation, route, Samples(document.content, chance)).run()
    return Checked(len(routes), faults)


def _names_in(operation: DocumentOperation) -> set[str]:
    return {each.name for each in operation.parameters if each.location != "path"}


def _spread(routes: list[Route], count: int, chance: random.Random) -> list[Route]:
    """Some of the routes: one of each of as many stretches of equal length."""
    if len(routes) <= count:
        return routes
    edges = [index * len(routes) // count for index in range(count + 1)]
    return [routes[chance.randrange(*edge)] for edge in itertools.pairwise(edges)]


@attrs.frozen(eq=False)
class Sample:
    """The values of a request, as the document names them.

    parameters: the parameter objects and the values, by location and name. body: the value of the
    whole body; None without one. media_type: of the body.
    """

    parameters: Mapping[tuple[str, str], tuple[dict[str, Any], Any]]
    body: Any
    media_type: str | None


@attrs.frozen(eq=False)
class _Check:
    document: Document
    operation: DocumentOperation
    route: Route
    samples: Samples

    def run(self) -> Iterator[Fault]:
        """Call the operation, and judge what it sends and reads."""
        try:
            sample = self._sample()
        except NoSampleError as error:
            yield self._fault("request", "document", f"no value fits: {error}")
            return
        try:
            response, expected = self._response()
        except NoSampleError as error:
            yield self._fault("response", "document", f"no value fits: {error}")
            response, expected = Response(500, {}, b""), None
        recorder = Recorder(response)
        try:
            yield from self._faults_of_response(self._call(sample, recorder), expected)
        except DifferenceError as error:
            is_described = not any(f" {each} (" in str(error) for each in self.samples.undescribed)
            yield self._fault("request", "ours" if is_described else "document", str(error))
            return
        except Exception as error:  # whatever the client raises is judged
            yield from self._faults_of_error(error, sample, recorder)
        if recorder.requests:
            yield from self._faults_of_request(recorder.requests[0], sample)

    def _faults_of_request(self, request: Request, sample: Sample) -> Iterator[Fault]:
        differences = list(self._differences(request, sample))
        for text in differences:
            yield self._fault("request", "ours", f"{text} [{_shown(request)}]")
        refusal = refusal_of(self.document.content, self.operation, request)
        if refusal is not None and not differences:
            yield self._fault("request", "validator", f"{refusal} [{_shown(request)}]")

    def _faults_of_error(
        self, error: Exception, sample: Sample, recorder: Recorder
    ) -> Iterator[Fault]:
        text = f"{type(error).__name__}: {' '.join(str(error).split())[:400]}"
        response = recorder.response
        if not recorder.requests:
            yield self._fault("request", "ours", f"{text} [given: {sample.body!r:.300}]")
        elif response.status < 500:
            plain = text.replace("'", "")
            is_described = not any(
                f"{each} is not declared" in plain or f"field {each} that is not declared" in plain
                for each in self.samples.undescribed
            )
            blame: Blame = "ours" if is_described else "document"
            yield self._fault("response", blame, f"{text} [{response.body[:300]!r}]")

    def _faults_of_response(self, result: Any, expected: Any) -> Iterator[Fault]:
        for problem in self._losses(result, expected):
            yield self._fault("response", "ours", problem)

    def _fault(self, part: Any, blame: Blame, text: str) -> Fault:
        return Fault(part, blame, self.route.call, self.operation.title, text)

    # -- what the document says -------------------------------------------------------------------

    @property
    def _item(self) -> dict[str, Any]:
        path = self.operation.path + self.operation.variant
        return self.samples.resolved(self.document.content["paths"][path])

    @property
    def _raw(self) -> dict[str, Any]:
        return self.samples.resolved(self._item[self.operation.method.lower()])

    def _declared(self) -> dict[tuple[str, str], dict[str, Any]]:
        given = [*self._item.get("parameters", ()), *self._raw.get("parameters", ())]
        declared = {(each["in"], each["name"]): each for each in map(self.samples.resolved, given)}
        return {
            key: each
            for key, each in declared.items()
            if key[0] != "cookie"
            and not (key[0] == "header" and key[1].lower() in _IGNORED_HEADERS)
        }

    def _sample(self) -> Sample:
        parameters: dict[tuple[str, str], tuple[dict[str, Any], Any]] = {}
        for key, each in self._declared().items():
            schema = _schema_of(each, self.samples)
            if each.get("required") or (
                self.samples.random.random() < 0.7 and not each.get("deprecated")
            ):
                value = self.samples.valid(schema, "sent")
                if value is None or value in ([], {}) or self._is_given(each, value, parameters):
                    continue
                parameters[key] = each, value
        content = self._content
        sent = self.route.operation.headers.get("Content-Type", "")
        for media_type, each in content.items():
            if media_type_of(media_type) in (media_type_of(sent), "*/*") or self._is_raw:
                schema = self.samples.resolved(each).get("schema", {})
                return Sample(parameters, self.samples.valid(schema, "sent"), media_type)
        return Sample(parameters, None, None)

    @staticmethod
    def _is_given(declared: Mapping[str, Any], value: Any, others: Mapping[Any, Any]) -> bool:
        """Whether the members of an object have the names of other parameters in the query."""
        return isinstance(value, dict) and any(
            ("query", name) in others for name, _ in expected_pairs(declared, value)
        )

    @property
    def _is_raw(self) -> bool:
        return self.route.operation.body == "raw"

    @property
    def _content(self) -> dict[str, Any]:
        """The media types of the request body."""
        body = self.samples.resolved(self._raw.get("requestBody"))
        return self.samples.resolved(body.get("content"))

    def _response(self) -> tuple[Response, Any]:
        """A response that the document describes, and the value of its body."""
        responses = self._raw.get("responses", {})
        successes = sorted(each for each in map(str, responses) if each[:1] == "2") or ["default"]
        by_text = {str(key): each for key, each in responses.items()}
        for status in successes:
            described = self.samples.resolved(by_text.get(status))
            code = int(status) if status.isdecimal() else 200
            contents = self.samples.resolved(described.get("content")) if code != 204 else {}
            for media_type, each in contents.items():
                if "json" not in media_type and "*" not in media_type:
                    return Response(code, {"Content-Type": media_type}, b"a,b"), None
                schema = self.samples.resolved(each).get("schema", {})
                value = self.samples.valid(schema, "received")
                kind = "application/json" if "*" in media_type else media_type
                body = json.dumps(value).encode()
                return Response(code, {"Content-Type": kind}, body), value
        if self.route.operation.result == "download":
            return Response(200, {"Content-Type": "text/plain"}, b"a"), None
        return Response(204, {}, b""), None

    # -- the call ---------------------------------------------------------------------------------

    def _call(self, sample: Sample, recorder: Recorder) -> Any:
        keys, arguments = self._arguments(sample)
        client = _client_of(self.route, recorder)
        call = self.route.call
        is_page = self.route.operation.result == "page"
        if is_page:  # one page is requested and no more
            call = f"{call.rpartition('.')[0]}.page"
        result = eval(call, {"client": client, **keys})(**arguments)  # noqa: S307
        if self.route.operation.result == "download":
            with tempfile.TemporaryDirectory() as folder:
                result.save(Path(folder) / "file")
        return result

    def _arguments(self, sample: Sample) -> tuple[dict[str, Any], dict[str, Any]]:
        """The values of the keys in the expression of the call, and its keyword arguments."""
        operation = self.route.operation
        in_path = self._path_values(sample)
        keys = {key_name(each): in_path.pop(each, "x") for each in self.route.keys}
        body = self._inside_envelope(sample)
        left, parts = dict(sample.parameters), dict(body) if isinstance(body, dict) else {}
        arguments = {
            **self._declared_values(in_path, left, parts, body),
            **self._page_values(left, parts),
        }
        page = operation.page_type
        hidden = {page.page_offset, page.page_number} if page is not None else set()
        hidden |= {*_constants(self.operation)}
        for location, name in left:
            if location != "path" and name not in hidden:
                raise DifferenceError(f"there is no parameter for {name} ({location})")
        unknown = [each for each in parts if each not in hidden]
        if unknown and operation.whole_body is not None and len(unknown) == len(body):
            arguments[operation.whole_body] = body
        elif unknown and all(each.location != "body" for each in operation.arguments.values()):
            raise DifferenceError(f"there is no parameter for {unknown[0]} (body)")
        return keys, arguments

    def _inside_envelope(self, sample: Sample) -> Any:
        """The value of the body that is given, without the envelope that the client adds."""
        path = self.route.operation.body_item
        if not path or sample.body is None:
            return sample.body
        try:
            return value_at(sample.body, path)
        except KeyError:  # the envelope is sent all the same
            sample.body[path] = {}
            return {}

    def _declared_values(
        self,
        in_path: Mapping[str, Any],
        left: dict[tuple[str, str], Any],
        parts: dict[str, Any],
        body: Any,
    ) -> dict[str, Any]:
        """The declared parameters. left, parts: what is given is taken out of these."""
        options = self.route.node.plan.options
        naming = options.member_names or options.parameter_names
        arguments: dict[str, Any] = {}
        for name, each in self.route.operation.arguments.items():
            value: Any = ...
            if each.location in ("query", "header"):
                found = _find(left, each.location, each.wire_name)
                value = left.pop(found)[1] if found else ...
            elif each.location == "path":
                value = in_path.get(each.wire_name, ...)
            elif each.location == "body":
                # Text of any other media type than JSON has a number as its digits.
                is_text = each.kind is str and isinstance(body, int | float)
                value = ... if body is None else str(body) if is_text else body
                parts.clear()
            else:
                value = parts.pop(each.wire_name, ...)
            if value is not ...:
                arguments[name] = python_value(each.kind, value, naming)
        return arguments

    def _page_values(
        self, left: dict[tuple[str, str], Any], parts: dict[str, Any]
    ) -> dict[str, Any]:
        """The arguments about a page, which are not among the declared parameters."""
        given: dict[str, Any] = {}
        for each in describe_operation(self.route).parameters:
            place = each.location, str(each.wire_name)
            if each.name in self.route.operation.arguments or each.location in ("path", "body"):
                continue
            if place in left:
                given[each.name] = left.pop(place)[1]
            elif each.location == "json" and each.wire_name in parts:
                given[each.name] = parts.pop(each.wire_name)
        if "page_token" in given:
            given["page_token"] = str(given["page_token"])
        return given

    def _path_values(self, sample: Sample) -> dict[str, Any]:
        """The values of the placeholders of the declared path, by their names there."""
        own = placeholders(self.operation.path)
        declared = list(self.route.operation.template.names)
        values: dict[str, Any] = {}
        for name, documented in zip(reversed(declared), reversed(own), strict=False):
            found = sample.parameters.get(("path", documented))
            value = found[1] if found else "x"
            values[name] = ",".join(map(str, value)) if isinstance(value, list) else value
        return values

    # -- what was sent ----------------------------------------------------------------------------

    def _differences(self, request: Request, sample: Sample) -> Iterator[str]:
        """What was sent in another way than the document says, compared value by value."""
        parts = urlsplit(request.url)
        sent = parse_qsl(parts.query, keep_blank_values=True)
        expected: list[tuple[str, str]] = []
        path = self.operation.path
        for (location, name), (declared, value) in sample.parameters.items():
            if location == "query":
                expected += expected_pairs(declared, value)
            elif location == "header":
                lines = {key.lower(): each for key, each in request.headers.items()}
                line = lines.get(name.lower())
                texts = [text for _, text in expected_pairs({**declared, "explode": False}, value)]
                if line is None or [line] != texts:
                    yield f"the header {name} is {line!r}, expected {texts}"
            else:
                joined = ",".join(map(str, value)) if isinstance(value, list) else str(value)
                text = joined.lower() if isinstance(value, bool) else joined
                path = path.replace(f"{{{name}}}", quote(text, safe="").replace("%2C", ","))
        page = self.route.operation.page_type
        offsets = {page.page_offset, page.page_number} if page is not None else set()
        constant = _constants(self.operation)
        for pair in expected:
            if not any(_same(pair, each) for each in sent) and pair[0] not in offsets:
                yield f"the query lacks {pair[0]}={pair[1]}"
        names = {pair[0] for pair in expected} | set(constant)
        for name, _ in sent:
            if name not in names and name not in offsets:
                yield f"the query has {name}, which was not given"
        is_open = "{" in path
        if not is_open and not parts.path.replace("%2C", ",").endswith(path):
            yield f"the path is {parts.path}, expected {path}"
        yield from self._differences_of_body(request, sample)

    def _differences_of_body(self, request: Request, sample: Sample) -> Iterator[str]:
        body: Any = request.body
        kind = media_type_of(request.headers.get("Content-Type", ""))
        if sample.media_type is None:
            content = self._content
            if content and self.samples.resolved(self._raw["requestBody"]).get("required"):
                yield f"no media type of the body fits {kind!r}: {', '.join(content)}"
            elif body and not content:
                yield "a body was sent, and the document has none"
            return
        if not self._is_raw and media_type_of(sample.media_type) not in (kind, "*/*"):
            yield f"the media type is {kind!r}, expected {sample.media_type!r}"
        elif kind.endswith("json"):
            value = json.loads(body) if body else None
            if body is None and sample.body in ({}, None):
                return
            if not _alike(value, self._without_offset(sample.body)):
                yield f"the body differs: sent {value!r:.300}, given {sample.body!r:.300}"

    def _without_offset(self, body: Any) -> Any:
        """A body without the offset or the number of a page, which the first page does not have."""
        page = self.route.operation.page_type
        hidden = {page.page_offset, page.page_number} if page is not None else set()
        return {key: body[key] for key in body if key not in hidden} if type(body) is dict else body

    # -- what was read ----------------------------------------------------------------------------

    def _losses(self, result: Any, value: Any) -> Iterator[str]:
        """What of a response a program cannot reach."""
        operation = self.route.operation
        if value in (None, {}) or operation.result == "download":
            return
        if operation.result == "nothing":
            yield f"the response is not read: {value!r:.200}"
        elif operation.result in ("record", "records", "page"):
            for record in [result] if operation.result == "record" else list(result):
                if hasattr(record, "_source") and record._source.shape is not None:
                    for name in record._source.shape.positions:
                        getattr(record, name)
                else:
                    yield f"the record is empty: {value!r:.200}"


def _schema_of(parameter: Mapping[str, Any], samples: Samples) -> Any:
    if "schema" in parameter:
        return parameter["schema"]
    contents = [samples.resolved(each).get("schema", {}) for each in parameter["content"].values()]
    return contents[0] if contents else {}


def _constants(operation: DocumentOperation) -> list[str]:
    """The names in the query of the path in the document."""
    return [each.name for each in operation.parameters if each.constant is not None]


def _find(
    parameters: Mapping[tuple[str, str], Any], location: str, name: str
) -> tuple[str, str] | None:
    for key in parameters:
        is_same = key[1] == name or (location == "header" and key[1].lower() == name.lower())
        if key[0] == location and is_same:
            return key
    return None


def _same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one == other:
        return True
    try:
        return one[0] == other[0] and float(one[1]) == float(other[1])
    except ValueError:
        return False


def _alike(sent: Any, given: Any) -> bool:
    """Whether two JSON values are the same; a date-time may be written in another way."""
    if isinstance(sent, dict) and isinstance(given, dict):
        return sent.keys() == given.keys() and all(_alike(sent[key], given[key]) for key in given)
    if isinstance(sent, list) and isinstance(given, list):
        return len(sent) == len(given) and all(map(_alike, sent, given))
    return bool(sent == given)


def _shown(request: Request) -> str:
    return f"{request.method} {request.url[:300]} {str(request.body or '')[:300]}"


def _client_of(route: Route, transport: Recorder) -> Client:
    """A client without credentials, which are not judged."""
    kind: Any = route.node.site.client
    base = inspect.signature(Client.__init__).parameters
    needed = {
        name: "x"
        for name, each in inspect.signature(kind.__init__).parameters.items()
        if name not in base and each.default is each.empty and each.kind is not each.VAR_KEYWORD
    }
    if not route.node.host:
        needed["base_url"] = "https://api.example"
    client: Client = kind(transport=transport, auth=NoAuth(), drift="error", retries=1, **needed)
    return client


def main(package: str, path: str, count: str = "30", seed: str = "7") -> int:
    """Print every fault, and a line of counts; 1 if any fault is ours."""
    (document,) = read_documents([Path(path)])
    checked = check_requests(package, document, int(count), int(seed))
    for each in checked.faults:
        print(each)
    total = checked.operations
    requests = checked.count("request", "ours", "validator", "document")
    responses = checked.count("response", "ours")
    unmade = checked.count("request", "document")
    unread = checked.count("response", "ours", "document")
    print(
        f"{total} operations: {total - requests} requests valid "
        f"({checked.count('request', 'ours')} ours, {checked.count('request', 'validator')} the "
        f"validator's, {unmade} the document's), {total - unread - unmade} responses read "
        f"({responses} ours)"
    )
    return 1 if checked.count("request", "ours") or responses else 0


if __name__ == "__main__":
    sys.path.insert(0, "")
    sys.exit(main(*sys.argv[1:]))
