"""What must never happen, whatever the day brings: looked at for every prompt that is shown."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from schedules.frame import frame
from schedules.gate import SETTLING
from schedules.history import Outcome
from schedules.moments import silent_until
from schedules.prompts import Kind, Prompt
from schedules.waking_day import belongs_to, log_span
from schedules.wall_clock import HOUR

if TYPE_CHECKING:
    from tests.desktop.simulation.world import World

INDOORS_ML, IN_HEAT_ML = 500, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPrompt:
    """One prompt that was shown."""

    at: datetime
    elapsed: timedelta
    prompt: Prompt


@dataclass(slots=True, kw_only=True)
class Watcher:
    """Sees every prompt, and writes down what is wrong."""

    world: "World | None" = None
    wrong: list[str] = field(default_factory=list)
    log: list[tuple[str, str]] = field(default_factory=list)
    """When and what, to compare one run with another."""
    recent: deque[ShownPrompt] = field(default_factory=lambda: deque(maxlen=64))
    back_at: datetime | None = None
    stepped: timedelta = timedelta(days=-1)
    """True time of the last step of the clock, either way, or travel."""
    shown: int = 0
    presses: bool = False
    """Whether the person presses a button just now."""

    def see(self, key: str) -> None:
        """A notice is on show."""
        world = self.world
        if world is None or "@" not in key:
            return
        engine, now = world.engine, world.clock.now()
        prompt = next((p for p in engine.waiting if p.key == key), None)
        if prompt is None:
            self.say(f"{key} is shown and not waiting")
            return
        if any(each.prompt.key == key and world.elapsed == each.elapsed for each in self.recent):
            return
        one = ShownPrompt(at=now, elapsed=world.elapsed, prompt=prompt)
        if any(each.prompt.key == key for each in self.recent) and now > self._shown_at(key):
            # It says something else of the heat, or comes back after a press that has taken it away.
            if not self.presses:
                self._check_state(one)
                self._check_presence(one)
            return
        self._check(one)
        self.recent.append(one)
        self.shown += 1
        self.log.append((now.isoformat(), key))

    def look(self) -> None:
        """Whatever is on show is so at a moment that may have anything on show."""
        assert self.world is not None
        engine, now = self.world.engine, self.world.clock.now()
        paused_until = engine.situation.paused_until
        is_paused = paused_until is not None and paused_until > now
        if engine.waiting and (is_paused or silent_until(engine.situation, now) is not None):
            self.say(f"{engine.waiting[-1].key} stays on show in a quiet time or a pause")

    def say(self, what: str) -> None:
        """Write down what is wrong."""
        assert self.world is not None
        self.wrong.append(f"{self.world.clock.now():%Y-%m-%d %H:%M:%S} {what}")

    def _shown_at(self, key: str) -> datetime:
        assert self.world is not None
        on_show = self.world.engine._board.on_show(key)
        assert on_show is not None
        return on_show.shown_at

    def _check(self, one: ShownPrompt) -> None:
        assert self.world is not None
        self._check_state(one)
        self._check_presence(one)
        self._check_return(one)
        self._check_drink(one)
        if one.prompt.kind is not Kind.HEAT_BREAK:
            self._check_budget(one)
            self._check_gap(one)

    def _check_state(self, one: ShownPrompt) -> None:
        assert self.world is not None
        world, prompt, now = self.world, one.prompt, one.at
        situation = world.engine.situation
        if world.presence.locked:
            self.say(f"{prompt.key} is shown while locked")
        if silent_until(situation, now) is not None:
            self.say(f"{prompt.key} is shown in a quiet time")
        if situation.paused_until is not None and situation.paused_until > now:
            self.say(f"{prompt.key} is shown in a pause")
        if now >= prompt.expires_at > prompt.due_at:
            self.say(f"{prompt.key} is older than its expiry {prompt.expires_at}")

    def _check_presence(self, one: ShownPrompt) -> None:
        assert self.world is not None
        presence, prompt = self.world.presence, one.prompt
        if prompt.kind is not Kind.HEAT_BREAK and (presence.in_call or presence.full_screen or presence.do_not_disturb):
            self.say(f"{prompt.key} is shown at a bad moment: {presence}")

    def _check_return(self, one: ShownPrompt) -> None:
        prompt = one.prompt
        back = self.back_at
        if back is None or not timedelta() <= one.at - back < HOUR:
            return
        if one.at < back + SETTLING:
            self.say(f"{prompt.key} is shown before the person has settled")
        # By true time: what was shown before a clock that was set back lies after the return only by its looks.
        since = one.elapsed - (one.at - back)
        late = [each for each in self.recent if each.elapsed >= since and each.prompt.due_at <= back + SETTLING]
        if prompt.due_at <= back + SETTLING and late:
            self.say(f"{prompt.key} is the second after coming back: {[each.prompt.key for each in late]}")

    def _check_drink(self, one: ShownPrompt) -> None:
        assert self.world is not None
        prompt, settings = one.prompt, self.world.engine.situation.settings
        if prompt.volume_ml is None:
            return
        day = belongs_to(settings, one.at, self.world.engine.journal.zone())
        if one.at >= day.bed_at - timedelta(minutes=settings.drink.stop_before_bed_min):
            self.say(f"{prompt.key} suggests a drink late in the evening")
        if settings.you.doctor_limits_fluids:
            self.say(f"{prompt.key} suggests a drink to somebody whose doctor limits them")
        if self.stepped > one.elapsed - HOUR:
            return
        within = [e for e in self.recent if e.elapsed > one.elapsed - HOUR and not self._was_put_off(e)]
        total = prompt.volume_ml + sum(each.prompt.volume_ml or 0 for each in within)
        if total > INDOORS_ML and total > (IN_HEAT_ML if self._is_hot(one, within) else INDOORS_ML):
            self.say(f"{prompt.key} makes {total} ml within the hour")

    def _is_hot(self, one: ShownPrompt, within: list[ShownPrompt]) -> bool:
        """Whether there was a break in the heat, or the block that a prompt belongs to lies in it."""
        assert self.world is not None
        situation = self.world.engine.situation
        day = belongs_to(situation.settings, one.at, situation.zone)
        is_hot = frame(situation, day).hot_at(one.prompt.due_at) is not None
        return is_hot or Kind.HEAT_BREAK in {each.prompt.kind for each in (*within, one)}

    def _check_budget(self, one: ShownPrompt) -> None:
        assert self.world is not None
        settings, zone = self.world.engine.situation.settings, self.world.engine.journal.zone()
        # The day is the one of the zone that the person is in now: who travels begins another one.
        start_at, end_at = log_span(settings, belongs_to(settings, one.at, zone))
        today = [e for e in self.recent if start_at <= e.at < end_at and e.prompt.kind is not Kind.HEAT_BREAK]
        counted = [each for each in today if not self._was_put_off(each)]
        if len(counted) >= self.world.engine.situation.settings.prompts.most_per_day:
            self.say(f"{one.prompt.key} is number {len(counted) + 1} of the day")

    def _check_gap(self, one: ShownPrompt) -> None:
        assert self.world is not None
        gap = timedelta(minutes=self.world.engine.situation.settings.prompts.smallest_gap_min)
        before = [e for e in self.recent if e.prompt.kind is not Kind.HEAT_BREAK]
        if not before or self.stepped >= before[-1].elapsed:
            return
        last = before[-1]
        if one.elapsed - last.elapsed < gap and not self._was_put_off(last):
            self.say(f"{one.prompt.key} comes {one.elapsed - last.elapsed} after {last.prompt.key}")

    def _was_put_off(self, one: ShownPrompt) -> bool:
        """Whether a person asked for it to come again: then it is the same prompt still."""
        assert self.world is not None
        record = self.world.store._prompts.get(one.prompt.key)
        return record is not None and record.outcome is Outcome.LATER
