"""Builds what puts prompts off for a reason, and joins it to the windows.

Part of the composition root `desktop.app`.
"""

from functools import partial

from PySide6.QtCore import QObject

from desktop.engine import Engine
from desktop.front import Front
from desktop.later_desk import LaterDesk
from desktop.settings import places
from desktop.states import NoticeKind
from schedules.settings import Settings


def later_desk(engine: Engine, front: Front, parent: QObject) -> LaterDesk:
    """What asks why a prompt is put off."""
    desk = LaterDesk(engine, _saved, parent)
    engine.later_requested.connect(desk.open)
    desk.guide_requested.connect(front.guide_requested)
    desk.relief_requested.connect(front.relief_requested)
    desk.help_requested.connect(front.help_requested)
    desk.proposed.connect(partial(_tell, front, NoticeKind.PROPOSAL))
    desk.days_off_told.connect(partial(_tell, front, NoticeKind.DAYS_OFF))
    front.notice_requested.connect(partial(_on_notice, desk))
    front.notice_declined.connect(lambda _kind: desk.answer(yes=False))
    desk.start()
    return desk


def _on_notice(desk: LaterDesk, kind: NoticeKind) -> None:
    if kind is NoticeKind.PROPOSAL:
        desk.answer(yes=True)
    elif kind is NoticeKind.DAYS_OFF:
        desk.ask_again()


def _tell(front: Front, kind: NoticeKind, line: str) -> None:
    if line:
        front.notify(kind, line)
    else:
        front.clear(kind)


def _saved(settings: Settings) -> None:
    from desktop.settings import writer

    writer.save(places.settings_path(), settings)
