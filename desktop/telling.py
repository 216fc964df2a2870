"""What Uncramp tells of itself: trouble and its end, how prompts are shown, where its icon is."""

from PySide6.QtCore import QObject

from desktop.adapters.notifier_chain import NotifierChain
from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.front import Front
from desktop.ports import Notice, Notifier, Shown
from desktop.settings.problems import SettingsError
from desktop.states import NoticeKind
from desktop.wording import heat as heat_words
from desktop.wording import notices as words


class Telling(QObject):
    """Tells a thing once with a notice, and in the Today window for as long as it lasts."""

    def __init__(
        self, engine: Engine, chain: NotifierChain, terminal: Notifier, front: Front | None, parent: QObject
    ) -> None:
        """Store whom to tell.

        Args:
            engine: Its prompts are told in the terminal too where there is no display.
            chain: Shows notices.
            terminal: The terminal.
            front: Has the Today window; None without a display.
            parent: The owner.
        """
        super().__init__(parent)
        self._engine, self._chain, self._terminal, self._front = engine, chain, terminal, front

    def trouble(self, error: UncrampError) -> None:
        """Something does not work: what has been put right already is news that stays, the rest as long as it lasts."""
        key = words.PUT_RIGHT_KEY if error.again else words.STORE_KEY
        self._tell(NoticeKind.DATABASE, words.about(key, error))

    def trouble_ended(self) -> None:
        """It works again."""
        self._over(NoticeKind.DATABASE, words.STORE_KEY)

    def settings_refused(self, error: SettingsError) -> None:
        """The settings file has an error."""
        notice = Notice(key=words.SETTINGS_KEY, title=words.settings_title(), body=str(error)[: words.BODY])
        self._tell(NoticeKind.SETTINGS, notice)

    def settings_taken(self) -> None:
        """The settings file is in force."""
        self._over(NoticeKind.SETTINGS, words.SETTINGS_KEY)

    def moved(self, title: str) -> None:
        """A block was moved to a cooler time, and can be taken back."""
        if self._front is not None:
            self._front.notify(NoticeKind.MOVED, f"{title}.")

    def move_over(self) -> None:
        """That cannot be taken back any more, or was."""
        self._over(NoticeKind.MOVED, heat_words.MOVED_KEY)

    def shown(self, shown: Shown) -> None:
        """A notice is on show, by one notifier or another."""
        if self._front is None:
            self._say(shown)
        elif shown.by == self._chain.name == "window":
            self._front.notify(NoticeKind.NOTIFIER)

    def tray(self, available: bool) -> None:
        """The desktop shows the icon, or does not."""
        if self._front is not None and available:
            self._front.clear(NoticeKind.NO_TRAY)
        elif self._front is not None:
            self._front.notify(NoticeKind.NO_TRAY)

    def _tell(self, kind: NoticeKind, notice: Notice) -> None:
        self._chain.show(notice)
        if self._front is not None:
            self._front.notify(kind, notice.body)

    def _over(self, kind: NoticeKind, key: str) -> None:
        self._chain.withdraw(key)
        if self._front is not None:
            self._front.clear(kind)

    def _say(self, shown: Shown) -> None:
        """Without a display a prompt that is on show elsewhere stands in the terminal as well."""
        for prompt in self._engine.waiting:
            if prompt.key == shown.key and shown.by != self._terminal.name:
                self._terminal.show(self._engine.notice(prompt))
