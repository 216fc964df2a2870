"""The records themselves: drinks, routines, cramps, exercise, prompts, and a small state.

Moments and spans are whole microseconds, moments since 1970-01-01 UTC; ``zone`` is the IANA zone they were lived in.
What a person takes back keeps its row and is marked ``taken_back``. The ``id`` of an entry is unique in all four
tables together, and its order is the order of logging.
"""

from typing import Final

_ENTRY = """
    id INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0,
"""

STATEMENTS: Final = (
    f"""
    CREATE TABLE drinks ({_ENTRY}
        at INTEGER NOT NULL,
        volume_ml INTEGER NOT NULL
    )
    """,
    f"""
    CREATE TABLE routines ({_ENTRY}
        started_at INTEGER NOT NULL,
        routine TEXT NOT NULL,
        lasted INTEGER NOT NULL,
        steps_done INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        feeling TEXT
    )
    """,
    # Lists are JSON arrays of text. Source of the fields: the diary in `resources/SOURCES.md`.
    f"""
    CREATE TABLE cramps ({_ENTRY}
        onset_at INTEGER NOT NULL,
        lasted INTEGER,
        at_night INTEGER,
        muscle TEXT,
        side TEXT,
        severity_nrs INTEGER,
        sleep_disturbance_nrs INTEGER,
        sore_next_day INTEGER,
        "trigger" TEXT,
        tried TEXT NOT NULL,
        helped TEXT NOT NULL,
        note TEXT NOT NULL
    )
    """,
    f"""
    CREATE TABLE exercises ({_ENTRY}
        started_at INTEGER NOT NULL,
        lasted INTEGER NOT NULL,
        effort TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE prompts (
        key TEXT PRIMARY KEY NOT NULL,
        zone TEXT NOT NULL,
        kind TEXT NOT NULL,
        also TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        volume_ml INTEGER,
        shown_at INTEGER,
        outcome TEXT NOT NULL,
        outcome_at INTEGER,
        show_again_at INTEGER
    )
    """,
    """
    CREATE TABLE state (
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    )
    """,
    # What Today asks for is always a span of time, without what was taken back.
    "CREATE INDEX drinks_at ON drinks (at) WHERE NOT taken_back",
    "CREATE INDEX routines_started_at ON routines (started_at) WHERE NOT taken_back",
    "CREATE INDEX cramps_onset_at ON cramps (onset_at) WHERE NOT taken_back",
    "CREATE INDEX exercises_started_at ON exercises (started_at) WHERE NOT taken_back",
    "CREATE INDEX prompts_due_at ON prompts (due_at, key)",
)
