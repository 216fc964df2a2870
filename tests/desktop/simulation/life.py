"""A made-up person at a made-up desk: days full of calls, locks, sleep, travel, answers and changes of mind."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from desktop.holding import LATE
from desktop.settings import writer
from schedules.calendar import CalendarBlock
from schedules.gate import Presence
from schedules.history import LaterWhy
from schedules.later import LaterWish, whys
from schedules.prompts import Answer, Prompt
from schedules.settings import BlockKind
from tests.desktop.simulation.watcher import Watcher
from tests.desktop.simulation.world import REMEMBERED, World

ZONES = (
    "America/Chicago",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Africa/Casablanca",
    "Pacific/Auckland",
)
MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)
FOLLOWED = (Answer.DID_IT, Answer.DRANK, Answer.START, Answer.SEEN)
"""The answer that says it is done."""
ENTRIES = (BlockKind.QUIET, BlockKind.QUIET, BlockKind.DESK, BlockKind.EXERCISE, BlockKind.OUTDOORS)
SHAPES = {
    "office": ("07:00", "23:00", [("desk", "09:00", "12:00"), ("quiet", "12:00", "13:00"), ("desk", "13:00", "17:30")]),
    "night shift": ("15:00", "07:00", [("standing", "22:00", "02:00"), ("desk", "02:30", "06:00")]),
    "late": ("10:00", "02:30", [("desk", "11:00", "19:00"), ("exercise", "20:00", "21:00")]),
    "outdoors": ("05:30", "21:30", [("outdoors", "07:00", "11:30"), ("outdoors", "12:30", "16:30")]),
    "athlete": (
        "06:00",
        "22:00",
        [("exercise", "06:30", "08:00"), ("desk", "09:00", "17:00"), ("exercise", "18:00", "19:00")],
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens at a moment of the day."""

    after: timedelta
    """True time since the day began."""
    happen: Callable[[], None]


class MadeUpLife:
    """Lives days, and lets the watcher see them."""

    def __init__(self, seed: int, home: Path, app: QCoreApplication) -> None:
        self.chance = random.Random(seed)  # noqa: S311 a simulation
        self.watcher = Watcher()
        file = home / "settings.toml"
        file.unlink(missing_ok=True)
        self._shape(file)
        zone = ZoneInfo(self.chance.choice(ZONES))
        year = self.chance.randrange(2024, 2033)
        start = datetime.combine(date(year, 1, 1) + ONE_DAY * self.chance.randrange(366), time(4), tzinfo=zone)
        self.world = World(app, start.astimezone(UTC), zone, file, self.watcher.see)
        self.watcher.world = self.world
        self._answers_due: list[tuple[datetime, str]] = []

    def live(self, days: int) -> None:
        """Live so many days."""
        for _ in range(days):
            self.day()
        self.world.end()

    def day(self) -> None:
        """One day, from now to about this time tomorrow."""
        world = self.world
        world.store.forget(world.clock.now() - REMEMBERED)
        self._look_ahead()
        calm = self.chance.random() < 0.1
        events = [] if calm else sorted(self._events(), key=lambda event: event.after)
        began = world.elapsed
        for event in events:
            self._until(began + event.after)
            event.happen()
            world.scheduler.run_due()
        self._until(began + ONE_DAY)

    def _look_ahead(self) -> None:
        """The day's entries of the calendar, and its weather."""
        world, now = self.world, self.world.clock.now()
        starts = (now + MINUTE * self.chance.randrange(24 * 60) for _ in range(self.chance.choice((0, 0, 1, 3))))
        world.calendar = tuple(
            CalendarBlock(start_at=at, end_at=at + self._for_a_while(150), kind=self.chance.choice(ENTRIES))
            for at in starts
        )
        world.hottest_c = self.chance.choice((None, 18.0, 28.0, 33.0, 36.0, 40.0))
        world.engine.replan()

    def calm_day(self) -> tuple[list[str], list[str]]:
        """A day on which nothing happens and each prompt is followed at once: what was listed, and what came."""
        world = self.world
        if world.clock.now() > world.engine.plan.wake_at:
            world.pass_until(world.engine.plan.bed_at)
        world.pass_until(world.engine.plan.wake_at)
        day = world.engine.plan.date
        listed = [prompt.key for prompt in world.engine.plan.prompts]
        fired = []
        while world.engine.plan.date == day and world.engine.plan.prompts:
            world.pass_until(world.engine.plan.prompts[0].due_at)
            prompt = world.engine.waiting[-1]
            fired.append(prompt.key)
            answers = {button.answer for button in world.engine.notice(prompt).buttons}
            world.notifier.press(prompt.key, next(each for each in FOLLOWED if each in answers))
        return listed, fired

    def _until(self, elapsed: timedelta) -> None:
        """Let true time pass, and answer what the person feels like answering."""
        world = self.world
        while world.elapsed < elapsed:
            next_at = world.scheduler.next_at()
            ends_at = world.clock.now() + (elapsed - world.elapsed)
            world.pass_until(ends_at if next_at is None else min(max(next_at, world.clock.now()), ends_at))
            self.watcher.look()
            if next_at is None or next_at > ends_at:
                break
            if world.engine.waiting and self.chance.random() < 0.7:
                self._answer(ends_at)

    def _answer(self, by: datetime) -> None:
        """Answer the prompt on show, after a while."""
        world = self.world
        prompt = world.engine.waiting[-1]
        world.pass_until(min(by, world.clock.now() + MINUTE * self.chance.randrange(12)))
        if prompt not in world.engine.waiting or world.presence.locked:
            return
        notice = world.engine.notice(prompt)
        answer = self.chance.choice(notice.buttons).answer
        self.watcher.presses = True
        world.notifier.press(prompt.key, answer)
        self.watcher.presses = False
        if answer is Answer.LATER and self.chance.random() < 0.6:
            self._say_why(prompt)
        world.scheduler.run_due()

    def _say_why(self, prompt: Prompt) -> None:
        why = self.chance.choice(whys(prompt))
        if why is LaterWhy.NOT_THIS_WEEKDAY and self.chance.random() < 0.8:
            return
        by = MINUTE * self.chance.randrange(1, 90)
        self.world.putting_off.put_off(prompt, LaterWish(why=why, by=by, done_at=self.world.clock.now() - by))

    def _events(self) -> list[Event]:
        """What happens on a day, in no order."""
        kinds: tuple[tuple[float, Callable[[], None]], ...] = (
            (2.0, self._call),
            (1.5, self._lock),
            (0.7, self._full_screen),
            (0.4, self._do_not_disturb),
            (2.0, self._away),
            (2.0, self._type),
            (0.8, self._sleep),
            (0.15, self._step),
            (0.03, self._travel),
            (0.2, self._restart),
            (0.3, self._pause),
            (1.5, self._log),
            (0.1, self._undo),
            (0.06, self._edit),
        )
        found = []
        for often, happen in kinds:
            count = int(often) + (self.chance.random() < often % 1)
            found += [Event(after=MINUTE * self.chance.randrange(24 * 60), happen=happen) for _ in range(count)]
        return found

    def _for_a_while(self, most: int = 90) -> timedelta:
        return MINUTE * self.chance.randrange(1, most)

    def _with(self, presence: Presence, lasts: timedelta) -> None:
        """Something about the person is so for a while; the desk tells of the change most of the time."""
        world, before = self.world, self.world.presence
        world.presence = presence
        world.engine.look_again()
        self._until(world.elapsed + lasts)
        world.presence = replace(before, back_since=world.presence.back_since)
        if self.chance.random() < 0.8:
            world.engine.look_again()

    def _call(self) -> None:
        self._with(replace(self.world.presence, in_call=True), self._for_a_while())

    def _full_screen(self) -> None:
        self._with(replace(self.world.presence, full_screen=True), self._for_a_while())

    def _do_not_disturb(self) -> None:
        self._with(replace(self.world.presence, do_not_disturb=True), self._for_a_while())

    def _type(self) -> None:
        """Type on and on, and have every key be the last one."""
        world = self.world
        for _ in range(self.chance.randrange(40)):
            world.presence = replace(world.presence, last_input_at=world.clock.now())
            self._until(world.elapsed + timedelta(seconds=self.chance.randrange(1, 20)))

    def _lock(self) -> None:
        world, since = self.world, self.world.clock.now()
        world.presence = replace(world.presence, locked=True)
        world.engine.look_again()
        self._until(world.elapsed + self._for_a_while(120))
        self._come_back(since)

    def _away(self) -> None:
        world, since = self.world, self.world.clock.now()
        world.presence = replace(world.presence, away_since=since)
        world.engine.look_again()
        self._until(world.elapsed + self._for_a_while(60))
        self._come_back(since)

    def _come_back(self, since: datetime) -> None:
        world, now = self.world, self.world.clock.now()
        world.presence = replace(world.presence, locked=False, away_since=None, back_since=now, last_input_at=now)
        self.watcher.back_at = now
        world.engine.credit_break(since, now)

    def _sleep(self) -> None:
        """Close the lid, for minutes or for days; now and then the scheduler is quicker than the news of it."""
        world, since = self.world, self.world.clock.now()
        long = self.chance.random() < 0.05
        lasts = ONE_DAY * self.chance.randrange(1, 5) if long else self._for_a_while(600)
        world.sleep(lasts)
        due_at, now = world.scheduler.next_prompt_at(), world.clock.now()
        if due_at is not None and due_at < now - LATE:
            # Where nothing tells of it, what came due meanwhile does.
            self.watcher.back_at = now
        if self.chance.random() < 0.3:
            world.scheduler.run_due()
        if self.chance.random() < 0.9:
            self._come_back(since)

    def _step(self) -> None:
        hours = self.chance.choice((-26, -3, -1, -0.01, 0.01, 0.5, 2, 30))
        self.world.step(timedelta(hours=hours))
        self._clock_changed()

    def _travel(self) -> None:
        self.world.zone = ZoneInfo(self.chance.choice(ZONES))
        self._clock_changed()

    def _clock_changed(self) -> None:
        self.watcher.stepped = self.world.elapsed
        self.watcher.back_at = None
        self.world.engine.look_again()

    def _is_there(self) -> None:
        """Somebody who does something with Uncramp has settled, whatever was not told of a sleep."""
        if self.watcher.back_at != self.world.presence.back_since:
            self.watcher.back_at = None

    def _restart(self) -> None:
        self._is_there()
        self.world.restart()
        self.watcher.world = self.world

    def _pause(self) -> None:
        world = self.world
        self._is_there()
        world.engine.pause(world.clock.now() + self._for_a_while(300))
        if self.chance.random() < 0.3:
            self._until(world.elapsed + self._for_a_while())
            world.engine.resume()

    def _log(self) -> None:
        self._is_there()
        volume_ml = self.chance.choice((100, 250, 400, 750))
        self.world.engine.log(lambda journal: journal.log_drink(volume_ml))

    def _undo(self) -> None:
        self._is_there()
        self.world.engine.undo()

    def _edit(self) -> None:
        self._is_there()
        changes = (
            {"prompts.most_per_day": self.chance.randrange(3, 24)},
            {"prompts.smallest_gap_min": self.chance.choice((15, 30, 45, 60, 90))},
            {"move.every_min": self.chance.choice((20, 60, 90, 120))},
            {"you.drink_goal_ml": self.chance.choice((0, 1000, 2000, 3500))},
            {"you.doctor_limits_fluids": self.chance.random() < 0.3},
            {"bedtime.before_bed_min": self.chance.choice((10, 45, 120))},
            {"drink.longest_gap_min": self.chance.choice((45, 120, 240))},
        )
        self.world.change_settings(dict(self.chance.choice(changes)))

    def _shape(self, file: Path) -> None:
        """One of the lives that people lead."""
        wake, bed, blocks = SHAPES[self.chance.choice(tuple(SHAPES))]
        lines = ["version = 1", "[[day]]", 'name = "Every day"']
        lines += ['on = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]', f'wake = "{wake}"', f'bed = "{bed}"']
        for kind, start, end in blocks:
            lines += ["[[day.block]]", f'kind = "{kind}"', f'from = "{start}"', f'to = "{end}"']
        writer.create(file, "\n".join(lines) + "\n")
