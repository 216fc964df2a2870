"""What can be wrong with a file of records or a backup."""

from desktop.errors import UncrampError, UsageError


class NonsenseError(UsageError):
    """A file is not what it is taken for; nothing was changed."""


class FileTroubleError(UncrampError):
    """A file could not be read or written; what was there before is still there."""
