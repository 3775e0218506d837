"""What is measured: each workload with its contenders and its goals."""

from __future__ import annotations

from attrs import frozen

from .contenders import REFERENCE

BLOCKING = (
    REFERENCE,
    "urllib3 + orjson",
    "urllib3 + msgspec",
    "restmap",
    "restmap[speed]",
    "twilio-python",
)
HOLDING = (REFERENCE, "urllib3 + json, slots", *BLOCKING[1:])
ASYNCHRONOUS = ("restmap async", "twilio-python async")
STARTING = (REFERENCE, "restmap", "twilio-python")


@frozen
class Goal:
    """A ratio that is to be reached: of a contender to another, in one measure.

    at_most: of the ratio; where `against` is None, of the measure itself.
    """

    contender: str
    at_most: float
    measure: str = "cpu_seconds"
    against: str | None = REFERENCE


@frozen
class Workload:
    """One workload.

    name: of the measurement. title: what is done, for the table. count, quick_count: how often.
    measure: what is compared first. turns: how many, where it is not as many as usual.
    delayed: whether the server waits before each answer. starts: whether the process itself is
    what is measured.
    """

    name: str
    title: str
    contenders: tuple[str, ...]
    count: int
    quick_count: int
    goals: tuple[Goal, ...] = ()
    measure: str = "cpu_seconds"
    turns: int | None = None
    delayed: bool = False
    starts: bool = False


WORKLOADS = (
    Workload(
        "stream",
        "stream 100,000 sessions in pages of 1,000, two fields read",
        (*BLOCKING, *ASYNCHRONOUS),
        100_000,
        30_000,
        (Goal("restmap", 1.15), Goal("restmap[speed]", 0.75)),
    ),
    Workload(
        "fields",
        "50,000 sessions in pages of 1,000, all 16 fields read once; the reference makes the dicts",
        (REFERENCE, "restmap", "twilio-python"),
        50_000,
        10_000,
        (Goal("restmap", 2.2),),
    ),
    Workload(
        "hold",
        "list 50,000 sessions and keep them: time",
        HOLDING,
        50_000,
        20_000,
        (Goal("restmap", 1.25),),
        turns=11,
    ),
    Workload(
        "memory",
        "the same: bytes a record",
        HOLDING,
        20_000,
        5_000,
        (Goal("restmap", 1400, "bytes_a_record", None),),
        measure="bytes_a_record",
        turns=3,
    ),
    Workload(
        "table",
        "200,000 calls in pages of 1,000 into a data frame of polars",
        (
            "urllib3 + polars",
            "restmap to_polars",
            "restmap[speed] to_polars",
            "restmap[speed] batches",
        ),
        200_000,
        30_000,
        (Goal("restmap to_polars", 1.5, against="urllib3 + polars"),),
    ),
    Workload(
        "create",
        "2,000 creates with participants and a date, one after the other",
        (*BLOCKING, *ASYNCHRONOUS),
        2_000,
        500,
        (Goal("restmap", 1.2),),
    ),
    Workload(
        "fetch",
        "2,000 fetches, one after the other",
        (*BLOCKING, *ASYNCHRONOUS),
        2_000,
        500,
        (Goal("restmap", 1.2),),
    ),
    Workload(
        "threads",
        "2,000 creates by 50 threads, 20 ms before each answer",
        (REFERENCE, "restmap", "twilio-python"),
        2_000,
        500,
        (Goal("restmap", 1.1),),
        delayed=True,
    ),
    Workload(
        "tasks",
        "2,000 creates by 50 tasks, 20 ms before each answer",
        ("aiohttp + json, async", *ASYNCHRONOUS),
        2_000,
        500,
        (Goal("restmap async", 0.8, against="twilio-python async"),),
        turns=15,
        delayed=True,
    ),
    Workload(
        "prefetch",
        "50 pages, 20 ms before each answer and 20 ms of work at each: a page ahead",
        ("restmap in turn", "restmap", "restmap async in turn", "restmap async"),
        50_000,
        10_000,
        (
            Goal("restmap", 0.6, "wall_seconds", "restmap in turn"),
            Goal("restmap async", 0.6, "wall_seconds", "restmap async in turn"),
        ),
        measure="wall_seconds",
        delayed=True,
    ),
    Workload(
        "import",
        "import alone",
        STARTING,
        1,
        1,
        (Goal("restmap", 0.6),),
        turns=15,
        starts=True,
    ),
    Workload(
        "start",
        "a new process to its first fetched session",
        STARTING,
        1,
        1,
        (Goal("restmap", 1.1, against="twilio-python"),),
        turns=31,
        starts=True,
    ),
    Workload(
        "messages",
        "a new process to its first fetched message (api v2010)",
        STARTING,
        1,
        1,
        (Goal("restmap", 1.1, against="twilio-python"),),
        turns=15,
        starts=True,
    ),
)

# Records of one stream, to see how time and memory grow.
GROWTH = (10_000, 100_000, 1_000_000)
QUICK_GROWTH = (10_000, 30_000, 100_000)
