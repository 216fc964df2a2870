"""What can go wrong in the world outside, told in two lines: what failed, and what to do."""


class UncrampError(Exception):
    """A fault of the outside world; every adapter raises a subclass of its own."""

    exit_status = 1
    again = False
    """True where the fault has been put right already: what failed works when it is done once more."""

    def __init__(self, title: str, remedy: str = "") -> None:
        """Store what failed and what the person can do about it.

        Args:
            title: What failed, one line.
            remedy: What to do, one line.
        """
        super().__init__(f"{title} {remedy}".strip())
        self.title = title
        self.remedy = remedy


class UsageError(UncrampError):
    """Wrong usage or invalid input; the command line exits with status 2."""

    exit_status = 2
