"""A heat notice on show is replaced when the class changes: there is never a second one."""

from dataclasses import replace
from datetime import timedelta

from schedules.gate import Presence
from schedules.heat_follow import is_heat
from schedules.prompts import Answer, Kind
from schedules.settings import HeatSettings, WeatherSource
from tests.desktop.living import Life
from tests.schedules import test_heat_follow as heat


def working_outdoors() -> Life:
    life = Life(replace(heat.SETTINGS, heat=HeatSettings(source=WeatherSource.OPEN_METEO)))
    life.degrees = 32.0  # type: ignore[attr-defined]
    life.journal.forecast = lambda: heat.weather(life.degrees, life.clock.now())  # type: ignore[attr-defined]
    life.engine.start()
    return life


def heat_notices(life: Life) -> list[str]:
    return [notice.body for notice in life.on_show if notice.key.startswith(Kind.HEAT_BREAK)]


def test_the_notice_on_show_is_replaced_and_not_joined_by_another() -> None:
    life = working_outdoors()
    due = next(prompt.due_at for prompt in life.engine.plan.prompts if prompt.kind is Kind.HEAT_BREAK)
    life.timetable.run_until(due)
    (body,) = heat_notices(life)
    key = life.on_show[-1].key
    assert "dangerous" not in body
    life.notifier.asked.clear()
    life.degrees = 37.0  # type: ignore[attr-defined]
    life.engine.replan()
    (body,) = heat_notices(life)
    assert "The heat is dangerous: stop" in body
    assert [notice.key for notice in life.notifier.asked].count(key) == 1
    life.engine.replan()
    assert [notice.key for notice in life.notifier.asked].count(key) == 1


def test_it_goes_with_the_heat() -> None:
    life = working_outdoors()
    due = next(prompt.due_at for prompt in life.engine.plan.prompts if prompt.kind is Kind.HEAT_BREAK)
    life.timetable.run_until(due + timedelta(minutes=1))
    assert heat_notices(life)
    life.degrees = 20.0  # type: ignore[attr-defined]
    life.engine.replan()
    assert heat_notices(life) == []


def test_the_signs_of_illness_are_shown_and_the_break_goes_on_waiting() -> None:
    life = working_outdoors()
    due = next(prompt.due_at for prompt in life.engine.plan.prompts if prompt.kind is Kind.HEAT_BREAK)
    life.timetable.run_until(due)
    asked: list[bool] = []
    life.engine.signs_requested.connect(lambda: asked.append(True))
    life.press(Answer.SIGNS)
    assert asked == [True]
    assert heat_notices(life)


def test_news_of_the_heat_wait_for_the_end_of_a_call_unless_they_are_a_break() -> None:
    life = working_outdoors()
    due = next(prompt.due_at for prompt in life.engine.plan.prompts if prompt.kind is Kind.HEAT_BRIEF)
    life.timetable.run_until(due)
    (notice,) = life.on_show
    life.notifier.asked.clear()
    life.presence = Presence(in_call=True)
    life.degrees = 37.0  # type: ignore[attr-defined]
    life.engine.replan()
    life.timetable.run_until(due + timedelta(minutes=2))
    assert life.notifier.asked == []
    life.presence = Presence(in_call=False)  # nobody tells of it
    life.timetable.run_until(due + timedelta(minutes=3))
    (news,) = life.on_show
    assert news.key == notice.key
    assert news.body != notice.body


def test_a_break_takes_the_place_of_the_brief_about_the_same_block() -> None:
    life = working_outdoors()
    due = {kind: [p.due_at for p in life.engine.plan.prompts if p.kind is kind] for kind in Kind}
    life.timetable.run_until(due[Kind.HEAT_BRIEF][0])
    assert [prompt.kind for prompt in life.engine.waiting] == [Kind.HEAT_BRIEF]
    for at in due[Kind.HEAT_BREAK][:2]:
        life.timetable.run_until(at)
        heat_on_show = [prompt.kind for prompt in life.engine.waiting if is_heat(prompt)]
        assert heat_on_show == [Kind.HEAT_BREAK], "two at a time about the heat"
    assert not [prompt for prompt in life.engine.plan.prompts if prompt.kind is Kind.HEAT_BRIEF], "told once"
