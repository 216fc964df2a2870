"""What was done of each step of a guide."""

from typing import Final

STATEMENTS: Final = (
    """
    CREATE TABLE steps (
        routine_id INTEGER NOT NULL REFERENCES routines (id),
        "index" INTEGER NOT NULL,
        step TEXT NOT NULL,
        side TEXT,
        held INTEGER NOT NULL,
        done INTEGER NOT NULL,
        PRIMARY KEY (routine_id, "index")
    )
    """,
)
