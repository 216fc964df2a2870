"""The draft of the schedule editor: settings that are not saved yet, with every step back and forth. No Qt."""

from dataclasses import dataclass

from schedules.settings import Settings

_MOST_STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The draft at one time, and which kind of day was looked at."""

    settings: Settings
    shape: int = 0
    run: str = ""
    """What the step belongs to, where several are undone as one."""


class Draft:
    """Where the draft stands, what it was before and what it may be again."""

    def __init__(self, settings: Settings) -> None:
        """Begin with what is saved."""
        self._saved = settings
        self._steps = [Step(settings=settings)]
        self._at = 0

    @property
    def settings(self) -> Settings:
        """The draft."""
        return self._steps[self._at].settings

    @property
    def shape(self) -> int:
        """The kind of day that is looked at."""
        return self._steps[self._at].shape

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what is saved."""
        return self.settings != self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return self._at + 1 < len(self._steps)

    def look_at(self, shape: int) -> None:
        """Look at another kind of day; that is no step."""
        now = self._steps[self._at]
        self._steps[self._at] = Step(settings=now.settings, shape=shape, run=now.run)

    def change(self, settings: Settings, *, shape: int | None = None, run: str = "") -> bool:
        """Take a step; whether anything is different.

        Args:
            settings: The draft from now on.
            shape: The kind of day to look at; None for the same as before.
            run: A step of the same run as the one before goes into that.
        """
        now = self._steps[self._at]
        if settings == now.settings:
            return False
        del self._steps[self._at + 1 :]
        step = Step(settings=settings, shape=now.shape if shape is None else shape, run=run)
        if run and now.run == run:
            self._steps[self._at] = step
        else:
            self._steps = [*self._steps[-_MOST_STEPS:], step]
            self._at = len(self._steps) - 1
        return True

    def undo(self) -> None:
        """Take a step back."""
        self._at = max(0, self._at - 1)

    def redo(self) -> None:
        """Take it again."""
        self._at = min(len(self._steps) - 1, self._at + 1)

    def saved(self, settings: Settings) -> None:
        """These are in the file now; the steps stay, so that saving can be undone too."""
        self._saved = settings

    def load(self, settings: Settings) -> None:
        """Begin again with what is in the file."""
        shape = self.shape if self.shape < len(settings.days) else 0
        self._saved = settings
        self._steps = [Step(settings=settings, shape=shape)]
        self._at = 0
