import ctypes
import sys

import pytest

from desktop.adapters.allocator import give_back


def test_it_can_be_asked_at_any_time() -> None:
    give_back()


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is asked elsewhere")
def test_another_c_library_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def other(name: object) -> object:
        asked.append(name)
        return object()

    monkeypatch.setattr(ctypes, "CDLL", other)
    give_back()
    assert asked == [None]
