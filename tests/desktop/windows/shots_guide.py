"""Pictures of the guide window."""

from desktop.guide_state import GuideState
from desktop.windows.guide import GuideWindow
from schedules.guides.course import Phase
from tests.desktop.windows import guides
from tests.shots import Shot


def guide(state: GuideState) -> GuideWindow:
    """The window at a moment, the figure in its hold."""
    window = GuideWindow()
    window.tell(state)
    window._course.stage.figure.advance(6000)
    return window


def hold() -> GuideWindow:
    return guide(guides.shown(guides.to("desk", phase=Phase.HOLD, left_s=7.0)))


def bedtime() -> GuideWindow:
    return guide(guides.shown(guides.to("bedtime", phase=Phase.HOLD, left_s=4.0, hold=3)))


def rest() -> GuideWindow:
    return guide(guides.shown(guides.to("bedtime", phase=Phase.REST, left_s=2.0, step=2)))


def paused() -> GuideWindow:
    session = guides.to("bedtime", phase=Phase.HOLD, left_s=6.0, hold=1, step=1)
    return guide(guides.shown(session.pause(session.seen_at)))


def ride() -> GuideWindow:
    return guide(
        guides.shown(guides.to("easy-bike", phase=Phase.HOLD, left_s=273.0), voice=False, voice_is_missing=True)
    )


def gentle() -> GuideWindow:
    return guide(guides.shown(guides.gentle()))


def ended() -> GuideWindow:
    session = guides.after(guides.to("bedtime", phase=Phase.HOLD, left_s=1.0, step=2, hold=2), guides.LOOK * 20)
    return guide(guides.shown(session))


SHOTS = (
    Shot(name="guide", build=hold, width=1280, height=880, looks=("light", "dark", "large", "contrast")),
    Shot(name="guide-laptop", build=bedtime, width=1334, height=690, looks=("light", "dark")),
    Shot(name="guide-rest", build=rest, width=1280, height=880, looks=("light",)),
    Shot(name="guide-paused", build=paused, width=1280, height=880, looks=("light", "dark")),
    Shot(name="guide-ride", build=ride, width=900, height=760, looks=("light",)),
    Shot(name="guide-gentle", build=gentle, width=1280, height=880, looks=("light",)),
    Shot(name="guide-full", build=bedtime, width=1920, height=1050, looks=("light", "large")),
    Shot(name="guide-small", build=hold, width=320, height=640, looks=("light",)),
    Shot(name="guide-end", build=ended, width=1280, height=880, looks=("light", "dark", "large")),
)
