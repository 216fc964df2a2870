"""Prompts in a real notification daemon, and what a pressed button does to the day."""

import json
from datetime import timedelta

import pytest

from tests.desktop.whole.resident import EVENING, Resident
from tests.session_bus import Shown, wait_until

pytestmark = pytest.mark.desktop

BED_SOON = """
version = 1
[you]
has_bike = {bike}
[bedtime]
choice = "{choice}"
"""


def buttons(shown: Shown) -> tuple[str, ...]:
    """What the buttons say; the first action is the click on the notification itself."""
    return tuple(label for key, label in shown.buttons if key != "default")


@pytest.fixture
def thirsty(uncramp: Resident) -> Resident:
    """A running Uncramp whose drink prompt is on show."""
    uncramp.start()
    uncramp.leap_to("drink")
    uncramp.desk.wait_for_notification("glass of water")
    return uncramp


def test_a_drink_that_was_drunk_is_logged_and_changes_the_plan(thirsty: Resident) -> None:
    shown = thirsty.desk.wait_for_notification()
    assert buttons(shown) == ("I drank 250 ml", "Later", "Skip")
    assert "No drink noted yet today" in shown.body
    assert thirsty.status()["notifier"] == "freedesktop"
    before = thirsty.planned("drink")

    thirsty.desk.press("I drank 250 ml")

    wait_until(lambda: thirsty.status()["intake_ml"] == 250, "the drink is logged")
    wait_until(lambda: not thirsty.desk.shown, "the notification goes")
    assert thirsty.planned("drink")[0] >= before[0] > thirsty.clock.now()
    assert "250 of 2,000 ml" in str(thirsty.plan()["prompts"][:2])


def test_later_brings_the_drink_again_after_twenty_minutes(thirsty: Resident) -> None:
    thirsty.desk.press("Later")
    wait_until(lambda: not thirsty.desk.shown, "the notification goes")
    minutes = (thirsty.planned("drink")[0] - thirsty.clock.now()).total_seconds() / 60
    assert 19 <= minutes <= 21
    assert thirsty.status()["intake_ml"] == 0


def test_skip_leaves_the_next_drink_where_it_was(thirsty: Resident) -> None:
    before = thirsty.planned("drink")
    thirsty.desk.press("Skip")
    wait_until(lambda: not thirsty.desk.shown, "the notification goes")
    assert thirsty.planned("drink") == before
    assert thirsty.status()["intake_ml"] == 0


def test_a_drink_logged_elsewhere_takes_the_prompt_for_one_away(thirsty: Resident) -> None:
    thirsty.ask("log", "drink", "250ml")
    wait_until(lambda: not thirsty.desk.shown, "the notification goes")


def test_a_prompt_that_nobody_answers_goes_without_a_word(thirsty: Resident) -> None:
    before = thirsty.desk.session.record.all
    thirsty.clock.move(timedelta(minutes=16))
    thirsty.stir()
    wait_until(lambda: not thirsty.desk.shown, "the notification goes")
    assert thirsty.desk.session.record.all == before


@pytest.mark.parametrize(
    ("choice", "bike", "labels"),
    [
        ("stretch", "false", ("Start stretches", "Later", "Not tonight")),
        ("stretch", "true", ("Start stretches", "Ride the bike", "Later", "Not tonight")),
        ("either", "true", ("Start stretches", "Ride the bike", "Later", "Not tonight")),
        ("bike", "true", ("Ride the bike", "Later", "Not tonight")),
    ],
)
def test_bedtime_has_the_buttons_of_its_choice(
    uncramp: Resident, choice: str, bike: str, labels: tuple[str, ...]
) -> None:
    uncramp.settings(BED_SOON.format(choice=choice, bike=bike))
    uncramp.start(at=EVENING)
    assert buttons(uncramp.desk.wait_for_notification("before bed")) == (*labels, "I have a cramp now")


def test_a_cramp_is_one_press_away_from_what_asks_to_stretch(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.desk.press("I have a cramp now")
    wait_until(lambda: uncramp.desk.windows("I have a cramp now"), "the relief opens")
    wait_until(lambda: not uncramp.desk.shown, "the notification goes")


def test_not_tonight_is_for_tonight_only(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.desk.press("Not tonight")
    wait_until(lambda: not uncramp.desk.shown, "the notification goes")
    assert uncramp.planned("bedtime") == []
    tomorrow = json.loads(uncramp.run("plan", "--json", "--days", "2").stdout)[1]
    assert "bedtime" in [prompt["kind"] for prompt in tomorrow["prompts"]]


def test_every_way_to_ask_for_today_tells_what_will_come(uncramp: Resident) -> None:
    uncramp.start()
    uncramp.ask("log", "drink", "250ml")
    uncramp.clock.move(timedelta(minutes=50))
    told = uncramp.plan()
    # Nobody got up before the program began to watch, as far as it knows: only it can tell when that was.
    for words in ((), ("--days", "2"), ("--date", told["date"])):
        assert json.loads(uncramp.run("plan", "--json", *words).stdout)[0] == told


def test_later_before_bed_comes_again_in_a_quarter_of_an_hour(uncramp: Resident) -> None:
    uncramp.start(at=EVENING)
    uncramp.desk.wait_for_notification("before bed")
    uncramp.desk.press("Later")
    wait_until(lambda: not uncramp.desk.shown, "the notification goes")
    (again_at,) = uncramp.planned("bedtime")
    assert 14 <= (again_at - uncramp.clock.now()).total_seconds() / 60 <= 16
