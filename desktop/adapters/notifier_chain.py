"""Several notifiers as one: the first that works shows a notice, and one that fails hands it to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.ports import Clock, Notice, Notifier, NotifierFailure, Press, Shown


class Link(Notifier, Protocol):
    """What the chain needs of a notifier beside the port's methods."""

    @property
    def has_buttons(self) -> bool:
        """Whether it shows the buttons of a notice, as far as it is known."""

    @property
    def pressed(self) -> SignalInstance:
        """With a `Press`."""

    @property
    def failed(self) -> SignalInstance:
        """With a `NotifierFailure`; an empty key when no notice was concerned."""

    @property
    def shown(self) -> SignalInstance:
        """With a `Shown`, when a notice is truly on show."""


@dataclass(slots=True, kw_only=True)
class _Course:
    """The way of a notice along the chain."""

    notice: Notice
    link: Link
    """Who has it now."""
    left: list[Link]
    """Who is still to be tried, in this order."""
    errors: list[str] = field(default_factory=list)


class NotifierChain(QObject):
    """The port `Notifier` on several others.

    A notifier that failed is passed over for a while, or until its service is back, and is tried again then; when all
    have failed lately, all are tried all the same.
    """

    pressed = Signal(object)
    """`Press`."""
    failed = Signal(object)
    """`NotifierFailure`: none of them could show the notice."""
    shown = Signal(object)
    """`Shown`: which of them shows the notice, and whether it has buttons there."""

    def __init__(
        self,
        links: Iterable[Link],
        clock: Clock,
        *,
        tried_again_after: timedelta = timedelta(minutes=10),
        parent: QObject | None = None,
    ) -> None:
        """Store what it needs.

        Args:
            links: The notifiers, the best first; at least one.
            clock: For the time until a notifier that failed is tried again.
            tried_again_after: That time.
            parent: The owner.
        """
        super().__init__(parent)
        self._links, self._clock, self._tried_again_after = tuple(links), clock, tried_again_after
        self._failed_at: dict[str, datetime] = {}
        self._courses: dict[str, _Course] = {}
        for link in self._links:
            # Bound methods only: a partial would hold the chain, and let it go in the midst of the link's destruction.
            link.pressed.connect(self._on_pressed)
            link.failed.connect(self._on_failed)
            link.shown.connect(self._on_shown)

    @property
    def name(self) -> str:
        """The name of the notifier in use: the one that gets the next notice."""
        return self._in_order(self._links)[0].name

    @property
    def has_buttons(self) -> bool:
        """Whether the notifier in use shows buttons."""
        return self._in_order(self._links)[0].has_buttons

    def show(self, notice: Notice) -> None:
        """Show a notice on the first notifier that works, or replace the one with the same key."""
        self._start(notice, self._in_order(self._links))

    def show_with_buttons(self, notice: Notice) -> None:
        """Show a notice in the last place that has buttons: Uncramp's own window, where there is one.

        For a notice that was clicked on, and for one whose place had no buttons and let it go. The last place and not
        the best: a server may hide its buttons in a menu, and who clicked on a notice there would only get it again.
        """
        links = [link for link in self._in_order(self._links[::-1]) if link.has_buttons]
        if links and notice.key in self._courses:
            self._start(notice, links)

    def trust(self, name: str) -> None:
        """The service behind a notifier is back: it is not passed over any more."""
        self._failed_at.pop(name, None)

    def withdraw(self, key: str) -> None:
        """Take a notice away from wherever it is."""
        course = self._courses.pop(key, None)
        if course is not None:
            course.link.withdraw(key)

    def close(self) -> None:
        """Take every notice away and close every notifier."""
        for key in list(self._courses):
            self.withdraw(key)
        for link in self._links:
            link.close()

    def _in_order(self, links: Sequence[Link]) -> list[Link]:
        """Those that are believed to work first."""
        return sorted(links, key=self._has_failed_lately)

    def _has_failed_lately(self, link: Link) -> bool:
        failed_at = self._failed_at.get(link.name)
        # The clock may have been set back meanwhile; that counts as time passed.
        return failed_at is not None and abs(self._clock.now() - failed_at) < self._tried_again_after

    def _start(self, notice: Notice, links: list[Link]) -> None:
        course = self._courses.get(notice.key)
        if course is not None and course.link is not links[0]:
            course.link.withdraw(notice.key)
        self._courses[notice.key] = _Course(notice=notice, link=links[0], left=links[1:])
        links[0].show(notice)

    def _on_pressed(self, press: Press) -> None:
        if self._has(self._sender(), press.key):
            self.pressed.emit(press)

    def _on_shown(self, shown: Shown) -> None:
        link = self._sender()
        if self._has(link, shown.key):
            self.trust(link.name)
            self.shown.emit(shown)

    def _on_failed(self, failure: NotifierFailure) -> None:
        link = self._sender()
        self._failed_at[link.name] = self._clock.now()
        if not self._has(link, failure.key):
            return
        course = self._courses[failure.key]
        course.errors.append(f"{link.name}: {failure.error}")
        if course.left:
            course.link = course.left.pop(0)
            course.link.show(course.notice)
        else:
            del self._courses[failure.key]
            self.failed.emit(NotifierFailure(key=failure.key, error="; ".join(course.errors)))

    def _sender(self) -> Link:
        """Who emitted the signal that is being heard."""
        sender: object = self.sender()
        return next(link for link in self._links if link is sender)

    def _has(self, link: Link, key: str) -> bool:
        """Whether a notice is with a certain notifier; what others still say of it is out of date."""
        course = self._courses.get(key)
        return course is not None and course.link is link
