"""Why a prompt was held back, and why a person put it off."""

from typing import Final

STATEMENTS: Final = (
    "ALTER TABLE prompts ADD COLUMN held_why TEXT",
    "ALTER TABLE prompts ADD COLUMN later_why TEXT",
)
