import json
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.commands.desk import Surroundings
from desktop.errors import UncrampError
from desktop.sensing import KnownPresence, Matter
from schedules.gate import Presence
from schedules.settings import Settings, You
from tests.desktop.commands.recording_desk import RecordingDesk

NOON = datetime(2026, 7, 15, 11, 0, tzinfo=UTC)


def status(counter: RecordingDesk) -> dict[str, Any]:
    found = json.loads(counter.ask("status --json").out)
    assert isinstance(found, dict)
    return found


def test_without_an_instance(counter: RecordingDesk) -> None:
    found = status(counter)
    assert set(found) >= {
        *("running", "next", "intake_ml", "goal_ml", "paused_until", "notifier", "tray", "weather_age_s")
    }
    assert (found["running"], found["notifier"], found["tray"], found["weather_age_s"]) == (False, None, False, None)
    assert (found["intake_ml"], found["goal_ml"], found["paused_until"]) == (0, 2000, None)


def test_with_an_instance(counter: RecordingDesk) -> None:
    counter.around = Surroundings(
        running=True, notifier="desktop notifications", tray=True, weather_age=timedelta(minutes=20)
    )
    found = status(counter)
    assert (found["running"], found["notifier"], found["tray"]) == (True, "desktop notifications", True)
    assert found["weather_age_s"] == 1200


def test_the_next_prompt_is_the_first_of_the_plan_that_is_still_to_come(counter: RecordingDesk) -> None:
    (day,) = json.loads(counter.ask("plan --json").out)
    counter.clock.jump_to(datetime.fromisoformat(day["prompts"][0]["due_at"]) - timedelta(minutes=1))
    assert status(counter)["next"] == {key: day["prompts"][0][key] for key in ("kind", "due_at")}


def test_late_in_the_evening_the_next_prompt_is_tomorrows(counter: RecordingDesk) -> None:
    counter.clock.jump_to(counter.at("2026-07-15T22:59"))
    coming = status(counter)["next"]
    assert isinstance(coming, dict)
    assert coming["due_at"].startswith("2026-07-16T")


def test_intake_and_pause(counter: RecordingDesk) -> None:
    counter.ask("log drink 300ml")
    counter.ask("log drink 250ml --at 2026-07-14T20:00")
    counter.ask("pause 2h")
    found = status(counter)
    assert (found["intake_ml"], found["paused_until"]) == (300, "2026-07-15T09:00:00-05:00")


def test_where_a_doctor_limits_fluids_no_drink_and_no_goal_is_told(counter: RecordingDesk) -> None:
    counter.settings = Settings(you=You(doctor_limits_fluids=True))
    counter.ask("log drink 300ml")
    out = counter.ask("status").out
    assert "ml" not in out
    assert len(out.splitlines()) == 2
    assert (status(counter)["goal_ml"], status(counter)["intake_ml"]) == (0, 300)


def test_a_problem_with_the_settings(counter: RecordingDesk) -> None:
    counter.settings_problem = UncrampError("settings.toml has 1 problem.")
    assert status(counter)["settings_problem"] == "settings.toml has 1 problem."


def test_the_text_says_the_same(counter: RecordingDesk) -> None:
    counter.around = Surroundings(
        running=True, notifier="desktop notifications", tray=False, weather_age=timedelta(minutes=20)
    )
    counter.ask("log drink 300ml")
    counter.ask("pause 2h")
    out = counter.ask("status").out
    for words in ("Next: ", "300 of 2,000 ml", "No prompts until 09:00", "20 minutes old", "desktop notifications"):
        assert words in out


def test_the_text_says_that_nothing_runs(counter: RecordingDesk) -> None:
    assert "not running" in counter.ask("status").out


KNOWN = KnownPresence(
    presence=Presence(
        locked=True, last_input_at=NOON, away_since=NOON, full_screen=True, do_not_disturb=True, in_call=True
    ),
    known_by={Matter.INPUT: "x11", Matter.LOCK: "logind"},
    read_at=NOON,
)


def test_what_is_known_of_the_person(counter: RecordingDesk) -> None:
    counter.around = Surroundings(running=True, presence=KNOWN)
    found = status(counter)["presence"]
    assert found["known_by"] == {"idle": "x11", "locked": "logind"}
    assert (found["locked"], found["full_screen"], found["back_since"]) == (True, True, None)
    assert datetime.fromisoformat(found["last_input_at"]) == datetime.fromisoformat(found["read_at"]) == NOON
    out = counter.ask("status").out
    assert "Known here: keys and mouse (x11), screen lock (logind)." in out
    assert "Not known here: full screen, do not disturb, calls, " in out
    for words in (
        "the screen is locked",
        "nobody is there since",
        "fills the screen",
        "do not disturb is on",
        "camera",
    ):
        assert words in out


def test_what_is_not_known_is_null(counter: RecordingDesk) -> None:
    found = status(counter)["presence"]
    assert found["known_by"] == {}
    assert {found[name] for name in ("locked", "full_screen", "do_not_disturb", "in_call", "away_since")} == {None}
    assert "Known here" not in counter.ask("status").out, "nothing runs that could know"
    counter.around = Surroundings(running=True)
    assert "Not known here: keys and mouse, screen lock" in counter.ask("status").out
    assert "Seen last" not in counter.ask("status").out
