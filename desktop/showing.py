"""What is to be shown of the day: the engine's plan and history as the states of the Today window and the tray."""

from collections.abc import Callable
from datetime import datetime, timedelta

from desktop.engine import Engine
from desktop.evidence_cards import card_of
from desktop.heat_view import SteadyHeat, heat_day
from desktop.offers import GuideOffer, Offers, PromptOffer
from desktop.preferences import Preferences
from desktop.states import AheadLine, BlockLine, DayNotice, Fluids, HeatDay, Mark, Night, Pace, PastLine, TodayState
from desktop.tray_state import TrayLook, TrayState
from desktop.weather import is_online
from desktop.wording import days as day_words
from desktop.wording import guides as guide_words
from desktop.wording import prompts as words
from desktop.wording import tray as tray_words
from desktop.wording.past import past_lines
from desktop.wording.today import heading as day_name
from schedules.calendar import joined
from schedules.heat_day import HOT
from schedules.history import History, Outcome
from schedules.ledger import EVENING, stretched
from schedules.pace import Pace as DrinkPace
from schedules.planners.bedtime import BIKE
from schedules.prompts import Answer, Kind, Prompt
from schedules.settings import Settings
from schedules.waking_day import ONE_DAY, WakingDay, log_span, waking_day

NIGHTS = 7
MARKS = {
    Kind.DRINK: Mark.DRINK,
    Kind.MOVE: Mark.MOVE,
    Kind.WARM_UP: Mark.EXERCISE,
    Kind.AFTER_EXERCISE: Mark.EXERCISE,
    Kind.BEDTIME: Mark.BEDTIME,
    Kind.HEAT_BREAK: Mark.HEAT,
    Kind.HEAT_BRIEF: Mark.HEAT,
}
GUIDES = ("desk", "bedtime", BIKE)
"""The routines that the menus offer."""


class Showing:
    """Reads the engine; changes nothing."""

    def __init__(self, engine: Engine, preferred: Callable[[], Preferences] = Preferences) -> None:
        """Store what it reads.

        Args:
            engine: Started.
            preferred: What is preferred at the moment: the person's own cups.
        """
        self._engine, self._preferred = engine, preferred
        self._steady = SteadyHeat()

    def tray(self) -> TrayState:
        """The icon and its tooltip."""
        offers = self.offers()
        look = TrayLook.READY
        heat = self.heat()
        if heat is not None and heat.advice_band in HOT:
            look = TrayLook.HEAT
        if offers.paused_until is not None:
            look = TrayLook.PAUSED
        if offers.waiting is not None:
            look = TrayLook.WAITING
        return TrayState(look=look, tooltip=tray_words.tooltip(offers, self._fluids(), heat))

    def offers(self) -> Offers:
        """What can be done now."""
        engine = self._engine
        situation, settings = engine.situation, engine.situation.settings
        now = engine.journal.clock.now()
        upcoming = (prompt for prompt in engine.plan.prompts if prompt.due_at > now)
        paused_until = situation.paused_until
        # The icon is there first; the notification comes at the next pause in the typing.
        waiting = engine.waiting or engine.announced
        glass, cups = not settings.you.doctor_limits_fluids, self._preferred()
        return Offers(
            now=now,
            zone=situation.zone,
            units=settings.you.units,
            glass_ml=settings.you.glass_ml if glass else None,
            mug_ml=cups.mug_ml if glass else None,
            large_glass_ml=cups.large_glass_ml if glass and settings.drink.on else None,
            hot_drink_ml=cups.hot_drink_ml if glass and settings.drink.on else None,
            waiting=self._offer(waiting[-1]) if waiting else None,
            held=next((words.kind_name(prompt.kind) for prompt, _ in engine.held), ""),
            next=next((self._offer(prompt) for prompt in upcoming), None),
            undo=engine.last_entry,
            paused_until=paused_until if paused_until is not None and paused_until > now else None,
            guides=tuple(GuideOffer(routine=routine, title=guide_words.routine_name(routine)) for routine in GUIDES),
            heat=settings.heat.on,
        )

    def today(self, notices: tuple[DayNotice, ...]) -> TodayState:
        """The Today window."""
        day = self._engine.journal.day()
        settings = self._engine.situation.settings
        start_at, end_at = log_span(settings, day)
        history = self._engine.situation.history
        moved = [r for r in history.routines if start_at <= r.started_at < end_at]
        return TodayState(
            day=day.date,
            offers=self.offers(),
            fluids=self._fluids(),
            nights=self._nights(day) if settings.bedtime.on else (),
            stood_up=sum(routine.routine == Kind.MOVE for routine in moved),
            behind=self._behind(past_lines(history, start_at, end_at, settings, self._engine.situation.zone), start_at),
            ahead=self._ahead(),
            blocks=self._blocks(day),
            after_midnight=self._engine.journal.clock.now().astimezone(day.zone).date() > day.date,
            habits_on=settings.drink.on or settings.move.on or settings.bedtime.on,
            notices=notices,
            heat=(heat := self.heat()),
            heat_unknown=heat is None and is_online(settings.heat),
        )

    def heat(self) -> HeatDay | None:
        """The heat of the day."""
        situation, now = self._engine.situation, self._engine.journal.clock.now()
        day = joined(self._engine.journal.day(), situation.calendar)
        return heat_day(situation, day, now, self._steady.look(situation, now))

    def _offer(self, prompt: Prompt) -> PromptOffer:
        notice = self._engine.notice(prompt)
        situation = self._engine.situation
        return PromptOffer(
            key=prompt.key,
            title=notice.title,
            name=words.kind_name(prompt.kind),
            reason=words.reason(prompt.reason, situation.settings, situation.zone),
            due_at=prompt.due_at,
            # The window and the menu have a place of their own for a cramp.
            buttons=tuple(button for button in notice.buttons if button.answer is not Answer.CRAMP),
            evidence=card_of(prompt.kind, situation.settings.bedtime.choice),
        )

    def _fluids(self) -> Fluids | None:
        settings, plan = self._engine.situation.settings, self._engine.plan
        if settings.you.doctor_limits_fluids:
            return None
        day = self._engine.journal.day()
        now = self._engine.journal.clock.now()
        start_at, end_at = log_span(settings, day)
        drinks = self._engine.situation.history.drinks
        intake_ml = sum(drink.volume_ml for drink in drinks if start_at <= drink.at < end_at)
        stops_at = day.bed_at - timedelta(minutes=settings.drink.stop_before_bed_min)
        pace = DrinkPace(start_at=day.wake_at, end_at=stops_at, goal_ml=settings.you.drink_goal_ml)
        upcoming = (p.due_at for p in plan.prompts if p.volume_ml is not None and p.due_at > now)
        return Fluids(
            intake_ml=intake_ml,
            goal_ml=settings.you.drink_goal_ml,
            pace=_pace(intake_ml, pace, settings, now),
            next_at=next(upcoming, None) if plan.date == day.date else None,
            stops_at=stops_at if stops_at > day.wake_at and settings.drink.on else None,
        )

    def _behind(self, logged: tuple[PastLine, ...], start_at: datetime) -> tuple[PastLine, ...]:
        """What was logged, and what the plan has held back so far."""
        zone, now = self._engine.situation.zone, self._engine.journal.clock.now()
        held = (
            PastLine(at=h.due_at, mark=Mark.NOTE, title=words.held(h, zone), note=words.kind_name(h.kind), quiet=True)
            for h in self._engine.plan.held_back
            if start_at <= h.due_at <= now
        )
        return tuple(sorted((*logged, *held), key=lambda line: line.at))

    def _blocks(self, day: WakingDay) -> tuple[BlockLine, ...]:
        return tuple(
            BlockLine(
                at=span.start_at,
                until=span.end_at,
                mark=Mark(span.kind),
                title=day_words.block(span.kind, span.end_at, day.zone),
            )
            for span in day.spans
        )

    def _ahead(self) -> tuple[AheadLine, ...]:
        engine = self._engine
        zone, now, plan = engine.situation.zone, engine.journal.clock.now(), engine.plan
        coming = (
            AheadLine(at=p.due_at, mark=MARKS[p.kind], title=offer.title, reason=offer.reason, offer=offer)
            for p in plan.prompts
            if p.due_at > now
            for offer in (self._offer(p),)
        )
        held = (
            AheadLine(
                at=h.due_at, mark=MARKS[h.kind], title=words.held(h, zone), reason=words.kind_name(h.kind), quiet=True
            )
            for h in plan.held_back
            if h.due_at > now
        )
        skipped = (
            AheadLine(at=r.due_at, mark=MARKS[r.kind], title=day_words.skipped(r.kind), quiet=True, skipped=r.key)
            for r in engine.situation.history.prompts
            if r.outcome is Outcome.SKIPPED and r.is_settled_ahead and now < r.due_at < plan.bed_at
        )
        lines = [*self._waiting(), *coming, *held, *skipped]
        if plan.date != engine.journal.day().date:
            # After bed: what comes belongs to the day that begins with waking.
            begins = day_words.day_begins(day_name(plan.date))
            lines.append(AheadLine(at=plan.wake_at, mark=Mark.NOTE, title=begins, quiet=True))
        return tuple(sorted(lines, key=lambda line: line.at))

    def _waiting(self) -> tuple[AheadLine, ...]:
        """What is due and comes at a better moment: without it the day would look as if it had nothing left."""
        return tuple(
            AheadLine(
                at=p.due_at, mark=MARKS[p.kind], title=words.kind_name(p.kind), reason=words.waits(why), quiet=True
            )
            for p, why in self._engine.held
        )

    def _nights(self, today: WakingDay) -> tuple[Night, ...]:
        """The last seven nights, tonight only once its routine is done."""
        settings, history = self._engine.situation.settings, self._engine.situation.history
        days = [waking_day(settings, today.date - n * ONE_DAY, today.zone) for n in range(NIGHTS, -1, -1)]
        nights = [_night(day, log_span(settings, day), history) for day in days]
        return tuple(nights[1:] if nights[-1] is Night.DONE else nights[:-1])


def _pace(intake_ml: int, pace: DrinkPace, settings: Settings, now: datetime) -> Pace:
    if pace.goal_ml and intake_ml >= pace.goal_ml:
        return Pace.REACHED
    if not pace.goal_ml or not settings.drink.on:
        return Pace.NO_GOAL
    if now >= pace.end_at:
        return Pace.RESTING
    return Pace.ON if intake_ml >= pace.due_ml(now) - settings.you.glass_ml else Pace.BEHIND


def _night(day: WakingDay, logged: tuple[datetime, datetime], history: History) -> Night:
    start_at, end_at = logged
    if any(day.bed_at - EVENING <= at < end_at for at in stretched(history)):
        return Night.DONE
    seen = [*(p.due_at for p in history.prompts), *(d.at for d in history.drinks)]
    return Night.OFF if any(start_at <= at < end_at for at in seen) else Night.AWAY
