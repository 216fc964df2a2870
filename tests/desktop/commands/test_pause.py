from datetime import timedelta

from tests.desktop.commands.recording_desk import RecordingDesk


def test_a_pause_is_kept_and_said(counter: RecordingDesk) -> None:
    assert counter.ask("pause 30m").out == "No prompts until 07:30.\n"
    assert counter.store.paused_until() == counter.clock.now() + timedelta(minutes=30)
    assert counter.changes == 1


def test_tomorrow_is_when_the_next_waking_day_begins(counter: RecordingDesk) -> None:
    assert counter.ask("pause until tomorrow").out == "No prompts until 2026-07-16 07:00.\n"


def test_at_one_in_the_morning_tomorrow_is_after_the_night(counter: RecordingDesk) -> None:
    counter.clock.jump_to(counter.at("2026-07-18T01:00"))
    assert counter.ask("pause until tomorrow").out == "No prompts until 08:30.\n"


def test_a_pause_replaces_the_one_before(counter: RecordingDesk) -> None:
    counter.ask("pause 2h")
    counter.ask("pause 30m")
    assert counter.store.paused_until() == counter.clock.now() + timedelta(minutes=30)


def test_resuming_ends_the_pause(counter: RecordingDesk) -> None:
    counter.ask("pause 2h")
    assert counter.ask("resume").out == "Prompts come again.\n"
    assert counter.journal.paused_until() is None


def test_resuming_without_a_pause_says_so(counter: RecordingDesk) -> None:
    assert counter.ask("resume").out == "Prompts were not paused.\n"


def test_a_pause_that_is_over_is_no_pause(counter: RecordingDesk) -> None:
    counter.ask("pause 30m")
    counter.clock.advance(timedelta(minutes=31))
    assert counter.ask("resume").out == "Prompts were not paused.\n"


def test_no_length_is_wrong_usage(counter: RecordingDesk) -> None:
    for line in ("pause", "pause for ever", "pause until yesterday", "pause until 2026-07-14T10:00"):
        assert counter.ask(line).status == 2
    assert counter.store.paused_until() is None
