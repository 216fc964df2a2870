"""What the guide says, on the screen and aloud."""

from datetime import timedelta
from math import ceil, floor

from desktop.guide_state import GuideState, Wish
from desktop.wording.amounts import decimal
from desktop.wording.catalog import _, small
from schedules.guides.course import Phase
from schedules.guides.cues import LONG_ENOUGH_TO_HALVE, Cue, CueKind
from schedules.guides.routine import Action, Step, StepSide
from schedules.guides.session import PauseWhy
from schedules.guides.session_state import Coming, SessionState
from schedules.history import Side

_SHORT_REST = timedelta(seconds=5)
"""A shorter rest is just a change of legs."""
_MINUTE_S = 60


def a_guide() -> str:
    """A guide without a title of its own."""
    return _("Stretches for you")


def window_title(title: str) -> str:
    """Of the guide's window."""
    return _("{guide} – guide").format(guide=title)


def side(which: Side) -> str:
    """Which leg, as a heading."""
    return {Side.LEFT: _("Left leg"), Side.RIGHT: _("Right leg"), Side.BOTH: _("Both legs")}[which]


def _side_within(which: Side) -> str:
    """Which leg, within a sentence."""
    return {Side.LEFT: _("the left leg"), Side.RIGHT: _("the right leg"), Side.BOTH: _("both legs")}[which]


def heading(now: SessionState) -> str:
    """What is to be seen first: which leg; in a movement of the whole body, the movement."""
    return now.step.title if _is_of_the_body(now.step) else side(now.side)


def under_heading(now: SessionState) -> str:
    """What goes with it."""
    return "" if _is_of_the_body(now.step) else now.step.title


def _is_of_the_body(step: Step) -> bool:
    return step.side is StepSide.BOTH and step.action in {Action.MOVE, Action.RIDE}


def step_number(now: SessionState) -> str:
    """How far it is."""
    return _("Step {number} of {count}").format(number=now.step_number, count=now.of)


def gentle() -> str:
    """It was made easier after a sore day."""
    return _("A gentle version today, because the last time felt too sore.")


def picture(step: Step, which: Side) -> str:
    """What the figure shows, for a screen reader."""
    return _("Picture: {step}. {side}.").format(step=step.title, side=side(which))


# The countdown


def number(now: SessionState) -> str:
    """What is left of the phase: seconds, or minutes and seconds. In the last second it is 1."""
    left = max(1, ceil(now.remaining / timedelta(seconds=1)))
    return f"{left // _MINUTE_S}:{left % _MINUTE_S:02}" if left >= _MINUTE_S else str(left)


def what_counts(now: SessionState) -> str:
    """What the countdown counts."""
    if now.paused:
        return _("paused")
    if now.phase is Phase.LEAD_IN:
        return _("get ready")
    if now.phase is Phase.REST:
        return _("change legs") if _changes_legs(now) else _("rest")
    if now.repetitions > 1:
        return _("hold {number} of {count}").format(number=now.repetition, count=now.repetitions)
    return {Action.MOVE: _("move"), Action.RIDE: _("ride")}.get(now.step.action, _("hold"))


def time_left(now: SessionState) -> str:
    """The countdown for a screen reader that asks."""
    return _("{what}: {seconds} s left").format(what=what_counts(now), seconds=ceil(now.remaining.total_seconds()))


def _changes_legs(now: SessionState) -> bool:
    return now.step.gap < _SHORT_REST


# Under the picture


def coach(now: SessionState) -> str:
    """The one line that helps just now."""
    if now.paused:
        return paused(now.paused)
    step = now.step
    match now.phase:
        case Phase.LEAD_IN:
            return _("Take your time to get into position.")
        case Phase.REST:
            return (
                _("Let go. Now {side}.").format(side=_side_within(now.side))
                if _changes_legs(now)
                else _("Let go and rest.")
            )
        case _:
            pass
    length = now.step.hold / now.speed
    if length >= LONG_ENOUGH_TO_HALVE and now.remaining <= length / 2:
        return " ".join(part for part in (_("Halfway."), step.breathing or step.cue) if part)
    return step.cue or step.breathing


def coming(now: SessionState) -> str:
    """What follows."""
    if not now.coming:
        return _("This is the last one.")
    first, then = now.coming[0], now.coming[1] if len(now.coming) > 1 else None
    match first.phase:
        case Phase.REST:
            return _next_rest(first, now)
        case Phase.LEAD_IN:
            title = small(first.step.title)
            if _is_of_the_body(first.step):
                return _("Next: {step}.").format(step=title)
            return _("Next: {step}, {side}.").format(step=title, side=_side_within(first.side))
        case _ if now.phase is Phase.HOLD:
            return _("Next: {side}.").format(side=_side_within(first.side))
        case _:
            return _next_hold(first, then)


def _next_rest(rest: Coming, now: SessionState) -> str:
    seconds = _seconds(rest.lasts)
    if rest.side is now.side:
        return _("Next: rest {seconds} s, then once more.").format(seconds=seconds)
    if rest.step.gap < _SHORT_REST:
        return _("Next: {side}.").format(side=_side_within(rest.side))
    return _("Next: rest {seconds} s, then {side}.").format(seconds=seconds, side=_side_within(rest.side))


def _next_hold(hold: Coming, then: Coming | None) -> str:
    length = span(hold.lasts)
    templates = {Action.MOVE: _("Next: keep moving for {time}"), Action.RIDE: _("Next: ride for {time}")}
    said = templates.get(hold.step.action, _("Next: hold for {time}")).format(time=length)
    if then is not None and then.side is not hold.side and then.step is hold.step:
        return _("{first}, then {side}.").format(first=said, side=_side_within(then.side))
    return said + "."


def safety(step: Step) -> str:
    """What keeps a person safe in this step."""
    rule = _("Gentle pull, never pain.")
    is_pull = step.action in {Action.STRETCH, Action.MASSAGE}
    return step.safety if not is_pull or step.safety.startswith(rule) else f"{rule} {step.safety}"


def progress(now: SessionState) -> str:
    """How much of the whole is behind, for a screen reader."""
    return _("{percent} % of the guide is done").format(percent=floor(now.fraction_of_whole * 100))


def paused(why: PauseWhy) -> str:
    """Why it stands still, and how it goes on."""
    if why is PauseWhy.CLOCK_JUMPED:
        return _("Paused: the computer slept or its clock changed. Press any key to go on.")
    return _("Paused. Press any key to go on.")


# The buttons


def wish(which: Wish, state: GuideState) -> str:
    """What a button says."""
    now = state.session
    return {
        Wish.PAUSE: _("Go on") if now.paused else _("Pause"),
        Wish.BACK: _("Back"),
        Wish.EASE: _("Easier"),
        Wish.SKIP: _("Skip"),
        Wish.SLOWER: _("Slower"),
        Wish.FASTER: _("Faster"),
        Wish.STOP: _("Stop"),
        Wish.VOICE: _("Voice on") if state.voice else _("Voice off"),
        Wish.CHIME: _("Chime on") if state.chime else _("Chime off"),
    }[which]


def any_key() -> str:
    """Which key pauses."""
    return _("any key")


def speed(times: float) -> str:
    """How fast it goes, between the two buttons for it."""
    return f"{decimal(times)}×"


def speed_spoken(now: SessionState) -> str:
    """The same for a screen reader."""
    return _("Speed {speed}×").format(speed=decimal(now.speed))


def sound_missing(state: GuideState) -> str:
    """What cannot be heard here; empty when everything can."""
    said = []
    if state.voice_is_missing:
        said.append(_("No program that speaks was found. Every word is on the screen."))
    if state.chime_is_missing:
        said.append(_("No program that plays sounds was found. The ring shows the time."))
    return " ".join(said)


# Aloud


def spoken(cue: Cue) -> str:
    """A cue as it is said; each has its twin on the screen."""
    step = cue.step
    match cue.kind:
        case CueKind.NEXT:
            return f"{step.title}." if _is_of_the_body(step) else f"{step.title}. {side(cue.side)}."
        case CueKind.STARTED:
            begin = {Action.MOVE: _("Begin."), Action.RIDE: _("Ride.")}.get(step.action, _("Hold."))
            return f"{begin} {step.cue}".strip()
        case CueKind.REST:
            side_first = _("{side}.").format(side=side(cue.side))
            return side_first if step.gap < _SHORT_REST else _("Rest. {side}").format(side=_then(cue.side))
        case _:
            return {
                CueKind.HALFWAY: _("Halfway."),
                CueKind.THREE: _("Three."),
                CueKind.TWO: _("Two."),
                CueKind.ONE: _("One."),
                CueKind.DONE: _("Done."),
            }[cue.kind]


def _then(which: Side) -> str:
    return _("Then {side}.").format(side=_side_within(which))


def span(lasted: timedelta) -> str:
    """A span in minutes and seconds."""
    minutes, seconds = divmod(_seconds(lasted), _MINUTE_S)
    if not minutes:
        return _("{seconds} s").format(seconds=seconds)
    return (
        _("{minutes} min {seconds:02} s").format(minutes=minutes, seconds=seconds)
        if seconds
        else _("{minutes} min").format(minutes=minutes)
    )


def _seconds(lasted: timedelta) -> int:
    return round(lasted / timedelta(seconds=1))


def why_awake() -> str:
    """What the desktop may tell of why the screen stays on."""
    return _("A stretch guide is running")
