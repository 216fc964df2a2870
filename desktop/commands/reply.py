"""What a command answers, on one line where it tells of an error."""

from dataclasses import dataclass

from desktop.errors import UncrampError


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The outcome of a command."""

    status: int = 0
    """0 done, 1 could not, 2 wrong usage or invalid input."""
    out: str = ""
    """For standard output, with its line ends."""
    err: str = ""
    """For standard error, with its line end."""


def failed(error: UncrampError) -> Reply:
    """The reply that tells of an error, on one line."""
    title = error.title if error.title.endswith((".", "!", "?", ":")) else f"{error.title}."
    return Reply(status=error.exit_status, err=" ".join(f"uncramp: {title} {error.remedy}".split()) + "\n")
