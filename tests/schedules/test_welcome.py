from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from schedules.guides.routine import Limit
from schedules.settings import Position, Settings
from schedules.welcome import Answers, Fact, Habit, When, offered, settings_for, suggested

ANY = st.builds(
    Answers,
    when=st.frozensets(st.sampled_from(When)),
    facts=st.frozensets(st.sampled_from(Fact)),
    habits=st.none() | st.frozensets(st.sampled_from(Habit)),
)


def test_no_answer_at_all_leaves_the_defaults() -> None:
    assert settings_for(Settings(), Answers()) == Settings()


def test_a_doctor_who_limits_fluids_silences_every_drink() -> None:
    answers = Answers(facts=frozenset({Fact.FLUIDS_LIMITED}), habits=frozenset({Habit.DRINK, Habit.BEDTIME}))
    made = settings_for(Settings(), answers)
    assert made.you.doctor_limits_fluids
    assert not made.drink.on
    assert made.bedtime.on
    assert not made.move.on
    assert Habit.DRINK not in offered(answers)


def test_heart_kidney_or_liver_trouble_leaves_drinks_to_a_doctor() -> None:
    made = settings_for(Settings(), Answers(facts=frozenset({Fact.ORGANS})))
    assert not made.drink.on
    assert made.you.doctor_limits_fluids  # in the heat too


def test_poor_balance_and_pregnancy_keep_a_person_seated() -> None:
    for answers in (Answers(facts=frozenset({Fact.BALANCE})), Answers(when=frozenset({When.PREGNANT}))):
        assert settings_for(Settings(), answers).you.avoid_positions == (Position.STANDING,)


def test_each_fact_limits_the_stretches() -> None:
    said = Answers(when=frozenset({When.PREGNANT}), facts=frozenset({Fact.BALANCE, Fact.KNEE_OR_BACK, Fact.LEG}))
    assert said.limits == {Limit.PREGNANT, Limit.POOR_BALANCE, Limit.KNEE, Limit.BACK}


@given(ANY)
def test_whatever_is_said_one_habit_is_suggested_that_is_offered(answers: Answers) -> None:
    assert len(suggested(answers)) == 1 or Fact.LEG in answers.facts
    assert suggested(answers) <= set(offered(answers))


@given(ANY)
def test_a_leg_that_is_swollen_now_is_not_stretched_unless_somebody_ticks_it(answers: Answers) -> None:
    answers = replace(answers, facts=answers.facts | {Fact.LEG})
    assert not suggested(answers) & {Habit.BEDTIME, Habit.MOVE}
    made = settings_for(Settings(), replace(answers, habits=None))
    assert not made.bedtime.on
    assert not made.move.on


@given(ANY)
def test_the_answers_given_twice_mean_the_same(answers: Answers) -> None:
    once = settings_for(Settings(), answers)
    assert settings_for(once, answers) == once
