"""What stands above the day in Today: notices, the prompt that waits, a pause, what was changed last."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ports import Press
from desktop.states import NoticeKind, TodayState
from desktop.theme import GRID, Size, Token
from desktop.widgets.announcing import announce
from desktop.widgets.banner import Banner, BannerText, Choice
from desktop.widgets.buttons import ButtonKind
from desktop.widgets.icons import Icon
from desktop.wording import editing as editing_wording
from desktop.wording import evidence as evidence_wording
from desktop.wording import today as wording

_WHY = "waiting:why"


class TodayBanners(QWidget):
    """The banners, one under the other; without any it takes no room."""

    answer_requested = Signal(Press)
    evidence_requested = Signal(str)
    resume_requested = Signal()
    notice_requested = Signal(NoticeKind)
    notice_declined = Signal(NoticeKind)
    """No to what a notice asks."""
    change_undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: TodayState | None = None
        self._notices = {kind: Banner(Icon.NOTICE, Token.WARM) for kind in NoticeKind}
        self._waiting = Banner(Icon.WAITING, Token.ACCENT, size=Size.LARGE)
        self._paused = Banner(Icon.PAUSE, Token.LINE)
        self._changed = Banner(Icon.DONE, Token.GOOD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        for banner in self._all():
            layout.addWidget(banner)
        self._waiting.chosen.connect(self._on_waiting)
        self._paused.chosen.connect(lambda _id: self.resume_requested.emit())
        self._changed.chosen.connect(lambda _id: self.change_undo_requested.emit())
        for kind, banner in self._notices.items():
            banner.chosen.connect(lambda chosen, kind=kind: self._on_notice(kind, chosen))

    def tell(self, state: TodayState) -> None:
        """Show what there is to tell."""
        before, self._state = self._state, state
        self._tell_notices(state)
        self._tell_waiting(state)
        resume = Choice(id="resume", label=wording.resume())
        self._paused.tell(BannerText(title=wording.paused_line(state.offers), choices=(resume,)))
        undo = Choice(id="undo-change", label=editing_wording.undo())
        self._changed.tell(BannerText(title=state.changed, choices=(undo,)))
        if before is not None and state.changed and state.changed != before.changed:
            announce(self, state.changed)
        self.setVisible(any(banner.isVisibleTo(self) for banner in self._all()))

    def set_narrow(self, *, yes: bool) -> None:
        """Put the buttons below the words where there is no room beside them."""
        for banner in self._all():
            banner.set_narrow(yes=yes)

    def _all(self) -> Iterator[Banner]:
        yield from self._notices.values()
        yield from (self._waiting, self._paused, self._changed)

    def _tell_notices(self, state: TodayState) -> None:
        told = {notice.kind: notice for notice in state.notices}
        for kind, banner in self._notices.items():
            if kind not in told:
                banner.tell(BannerText(title=""))
                continue
            under = " ".join(part for part in (told[kind].detail, wording.notice_help(kind)) if part)
            banner.tell(BannerText(title=wording.notice_title(kind), under=under, choices=_choices(kind)))

    def _tell_waiting(self, state: TodayState) -> None:
        waiting = state.offers.waiting
        if waiting is None:
            self._waiting.tell(BannerText(title=""))
            return
        choices = tuple(
            Choice(
                id=f"waiting:{button.answer}",
                label=button.label,
                kind=ButtonKind.PLAIN if place else ButtonKind.PRIMARY,
            )
            for place, button in enumerate(waiting.buttons)
        )
        if waiting.evidence:
            choices += (Choice(id=_WHY, label=evidence_wording.why(), kind=ButtonKind.QUIET),)
        self._waiting.tell(BannerText(title=waiting.title, under=waiting.reason, choices=choices))

    def _on_notice(self, kind: NoticeKind, chosen: str) -> None:
        wish = self.notice_declined if chosen.startswith("decline:") else self.notice_requested
        wish.emit(kind)

    def _on_waiting(self, chosen: str) -> None:
        waiting = self._state.offers.waiting if self._state is not None else None
        if waiting is not None and chosen == _WHY:
            self.evidence_requested.emit(waiting.evidence)
        for button in waiting.buttons if waiting is not None else ():
            if chosen == f"waiting:{button.answer}" and waiting is not None:
                self.answer_requested.emit(waiting.press(button.answer))


def _choices(kind: NoticeKind) -> tuple[Choice, ...]:
    """The buttons of a notice: what it offers, and no where it asks."""
    taken = Choice(id=f"notice:{kind}", label=wording.notice_action(kind))
    declined = wording.notice_declined(kind)
    return (taken, Choice(id=f"decline:{kind}", label=declined, kind=ButtonKind.QUIET)) if declined else (taken,)
