"""What the tests of the commands share."""

import pytest

from tests.clock import FakeClock
from tests.desktop.commands.recording_desk import RecordingDesk


@pytest.fixture
def counter(clock: FakeClock) -> RecordingDesk:
    """A desk in Chicago on Wednesday 15 July 2026, seven in the morning, with nothing logged."""
    return RecordingDesk(clock)
