import pytest

from desktop.settings.typos import likely_typos


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"you": {"glas_ml": 1}}, [(("you", "glas_ml"), "you.glass_ml")]),
        ({"you": {"drink-goal-ml": 1}}, [(("you", "drink-goal-ml"), "you.drink_goal_ml")]),
        ({"you": {"GLASS_ML": 1}}, [(("you", "GLASS_ML"), "you.glass_ml")]),
        ({"time_zone": "x"}, [(("time_zone",), "timezone")]),
        ({"drinks": {"on": False}}, [(("drinks",), "drink")]),
        ({"day": [{}, {"blocks": []}]}, [(("day", 1, "blocks"), "day[].block")]),
        ({"day": [{"block": [{"form": "09:00"}]}]}, [(("day", 0, "block", 0, "form"), "day[].block[].from")]),
        (
            {"day": [{"most_per_day": 4}]},
            [(("day", 0, "most_per_day"), "prompts.most_per_day")],
        ),  # under another header
        ({"glass_ml": 300}, [(("glass_ml",), "you.glass_ml")]),
    ],
)
def test_a_slip_of_the_pen_is_told(data: dict[str, object], expected: list[tuple[object, str]]) -> None:
    assert list(likely_typos(data)) == expected


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"you": {"glass_ml": 1}, "day": [{"block": [{"kind": "desk"}]}], "date": [{"shape": "x"}]},
        {"mine": {"glas_ml": 1}},  # a table of somebody's own
        {"you": {"note": "x", "favourite": "tea"}},
        {"on": True},  # could be meant for five tables
        {"you": 5, "day": [5]},
    ],
)
def test_what_is_known_or_a_persons_own_is_not(data: dict[str, object]) -> None:
    assert list(likely_typos(data)) == []
