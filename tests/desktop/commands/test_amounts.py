from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.commands.amounts import (
    LARGEST_DRINK_ML,
    AmountError,
    humidity_pct,
    quoted,
    rating,
    span,
    temperature_c,
    volume_ml,
)


@pytest.mark.parametrize(
    ("text", "ml"),
    [
        ("250ml", 250),
        ("250 ml", 250),
        ("250 mL", 250),
        ("0.25l", 250),
        ("0,25 l", 250),
        (".5l", 500),
        ("1 litre", 1000),
        ("2 liters", 2000),
        ("25cl", 250),
        ("3dl", 300),
        ("1cup", 237),
        ("2 cups", 473),
        ("8oz", 237),
        ("8 fl oz", 237),
        ("8 fl. oz", 237),
        ("16floz", 473),
        ("1ml", 1),
        ("3000ml", 3000),
        ("3l", 3000),
    ],
)
def test_a_volume_is_read_in_millilitres(text: str, ml: int) -> None:
    assert volume_ml(text) == ml


@pytest.mark.parametrize(
    "text", ["", "250", "ml", "250 kg", "-250ml", "2e3ml", "nanml", "infl", "1 2ml", "one cup", "250mlx"]
)
def test_what_is_no_volume_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(AmountError) as caught:
        volume_ml(text)
    assert "250ml" in caught.value.remedy
    assert caught.value.exit_status == 2


@pytest.mark.parametrize("text", ["0ml", "0.4ml", "3001ml", "3.1l", "999999l"])
def test_a_volume_out_of_bounds_is_refused_with_the_bounds(text: str) -> None:
    with pytest.raises(AmountError) as caught:
        volume_ml(text)
    assert str(LARGEST_DRINK_ML) in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "celsius"),
    [("34C", 34.0), ("34 °C", 34.0), ("93.2F", 34.0), ("32f", 0.0), ("-5C", -5.0), ("−5 °C", -5.0), ("-40F", -40.0)],  # noqa: RUF001
)
def test_a_temperature_is_read_in_celsius(text: str, celsius: float) -> None:
    assert temperature_c(text) == pytest.approx(celsius)


@pytest.mark.parametrize("text", ["34", "hot", "C", "34K", "61C", "-61C", "141F", "nanC", ""])
def test_what_is_no_temperature_of_weather_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        temperature_c(text)


@pytest.mark.parametrize(
    ("text", "percent"), [("60", 60.0), ("60%", 60.0), ("0", 0.0), ("100 %", 100.0), ("42,5", 42.5)]
)
def test_a_humidity_is_read(text: str, percent: float) -> None:
    assert humidity_pct(text) == percent


@pytest.mark.parametrize("text", ["", "-1", "101", "100.1", "damp", "nan"])
def test_what_is_no_humidity_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        humidity_pct(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("30m", timedelta(minutes=30)),
        ("2h", timedelta(hours=2)),
        ("1h30m", timedelta(minutes=90)),
        ("1 h 30 min", timedelta(minutes=90)),
        ("90s", timedelta(seconds=90)),
        ("2 days", timedelta(days=2)),
        ("10 minutes", timedelta(minutes=10)),
    ],
)
def test_a_span_is_read(text: str, length: timedelta) -> None:
    assert span(text) == length


@pytest.mark.parametrize("text", ["", "30", "m", "0m", "-5m", "2 fortnights", "1.5h", "30m later"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        span(text)


@pytest.mark.parametrize("text", ["0", "7", "10", " 3 "])
def test_a_rating_is_read(text: str) -> None:
    assert rating(text) == int(text)


@pytest.mark.parametrize("text", ["", "11", "-1", "7.5", "bad", "٣٣"])
def test_what_is_no_rating_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        rating(text)


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for read in (volume_ml, temperature_c, humidity_pct, span, rating):
        with suppress(AmountError):
            assert read(text) is not None


def test_a_quotation_is_short_and_on_one_line() -> None:
    assert quoted("a\nb") == "“a b”"
    assert len(quoted("x" * 1000)) < 50
