import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.settings_watch import SettingsWatch
from desktop.settings import reader, writer
from desktop.settings.problems import SettingsError
from schedules.settings import Settings


class Listener:
    """What a watch told."""

    def __init__(self, watch: SettingsWatch, qtbot: QtBot) -> None:
        self.watch = watch
        self.changed: list[Settings] = []
        self.refused: list[SettingsError] = []
        self._qtbot = qtbot
        watch.settings_changed.connect(self.changed.append)
        watch.settings_refused.connect(self.refused.append)

    def glasses(self) -> list[int]:
        return [settings.you.glass_ml for settings in self.changed]

    def hears(self, glass_ml: int) -> None:
        """Wait until the settings with this glass are told."""
        self._qtbot.waitUntil(lambda: self.glasses()[-1:] == [glass_ml])

    def is_told(self, count: int) -> None:
        """Wait until settings were told so often."""
        self._qtbot.waitUntil(lambda: len(self.changed) == count)

    def hears_of(self, count: int) -> None:
        """Wait until so many files were refused."""
        self._qtbot.waitUntil(lambda: len(self.refused) == count)


@pytest.fixture
def file(home: Path) -> Path:
    return home / "settings.toml"


@pytest.fixture
def listener(qtbot: QtBot) -> Iterator[Listener]:
    watch = SettingsWatch()
    yield Listener(watch, qtbot)
    watch.stop()


def glass(glass_ml: int) -> str:
    return f"[you]\nglass_ml = {glass_ml}\n"


def atomically(file: Path, text: str) -> None:
    """As most editors write, and Uncramp itself."""
    new = file.with_name(".new")
    new.write_text(text)
    new.replace(file)


def with_backup(file: Path, text: str) -> None:
    """As vim writes: the old file becomes the backup, and a new one is begun."""
    file.replace(file.with_name(f"{file.name}~"))
    file.write_text(text)


def anew(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text)


def in_place(file: Path, text: str) -> None:
    file.write_text(text)


def through_the_writer(file: Path, text: str) -> None:
    writer.write(file, {"you.glass_ml": int(text.rsplit(maxsplit=1)[-1])})


WAYS = [atomically, with_backup, anew, in_place, through_the_writer]


def test_the_settings_are_told_at_the_start(file: Path, listener: Listener) -> None:
    assert listener.watch.settings == Settings()
    file.write_text(glass(300))
    listener.watch.start(file)
    assert listener.glasses() == [300]
    assert listener.watch.settings is listener.changed[0]
    assert listener.watch.reading is not None
    assert listener.watch.reading.content == file.read_bytes()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("then", [atomically, in_place])
def test_every_way_to_save_is_seen_and_so_is_the_next(
    file: Path, listener: Listener, way: Callable[[Path, str], None], then: Callable[[Path, str], None]
) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    way(file, glass(310))
    listener.hears(310)
    then(file, glass(320))
    listener.hears(320)
    way(file, glass(330))
    listener.hears(330)
    assert listener.glasses() == [300, 310, 320, 330]
    assert listener.refused == []


def test_the_next_change_is_seen_while_somebody_holds_the_old_file(file: Path, listener: Listener) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    with file.open():
        atomically(file, glass(310))
        listener.hears(310)
        in_place(file, glass(320))
        listener.hears(320)


def test_a_file_that_goes_leaves_the_defaults_until_it_comes_back(file: Path, listener: Listener) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    file.unlink()
    listener.hears(250)
    assert listener.watch.settings == Settings()
    file.write_text(glass(310))
    listener.hears(310)


def test_no_file_and_no_folder_at_the_start(home: Path, listener: Listener) -> None:
    file = home / "a" / "b" / "settings.toml"
    listener.watch.start(file)
    assert listener.changed == [Settings()]
    file.parent.parent.mkdir()
    file.parent.mkdir()
    file.write_text(glass(310))
    listener.hears(310)
    in_place(file, glass(320))
    listener.hears(320)


def test_a_folder_that_goes_and_comes_back(home: Path, listener: Listener) -> None:
    file = home / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text(glass(300))
    listener.watch.start(file)
    shutil.rmtree(file.parent)
    listener.hears(250)
    file.parent.mkdir()
    file.write_text(glass(310))
    listener.hears(310)
    atomically(file, glass(320))
    listener.hears(320)


@pytest.mark.parametrize("way", WAYS)
def test_a_symlink_is_followed(home: Path, listener: Listener, way: Callable[[Path, str], None]) -> None:
    real = home / "dotfiles" / "uncramp.toml"
    real.parent.mkdir()
    real.write_text(glass(300))
    middle, link = home / "middle.toml", home / "config" / "settings.toml"
    link.parent.mkdir()
    link.symlink_to("../middle.toml")
    middle.symlink_to("dotfiles/uncramp.toml")
    listener.watch.start(link)
    way(real, glass(310))
    listener.hears(310)
    way(real, glass(320))
    listener.hears(320)
    other = home / "other.toml"
    other.write_text(glass(330))
    middle.unlink()
    middle.symlink_to("other.toml")
    listener.hears(330)
    link.unlink()
    link.write_text(glass(340))
    listener.hears(340)


def test_a_folder_that_is_a_symlink_is_followed(home: Path, listener: Listener) -> None:
    for name, glass_ml in (("one", 300), ("two", 310)):
        (home / name).mkdir()
        (home / name / "settings.toml").write_text(glass(glass_ml))
    folder = home / "uncramp"
    folder.symlink_to("one")
    listener.watch.start(folder / "settings.toml")
    assert listener.glasses() == [300]
    (home / "new").symlink_to("two")
    (home / "new").replace(folder)
    listener.hears(310)
    in_place(home / "two" / "settings.toml", glass(320))
    listener.hears(320)


def test_a_broken_file_keeps_the_last_valid_settings_and_is_told_once(file: Path, listener: Listener) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    file.write_text(glass(9000))
    listener.hears_of(1)
    assert listener.refused[0].problems == reader.check(file)
    assert listener.watch.settings.you.glass_ml == 300
    file.touch()
    atomically(file, glass(9000))
    listener.watch.look()
    file.write_text("[you")
    listener.hears_of(2)
    file.write_text(glass(9000))
    listener.watch.look()
    file.write_text(glass(310))
    listener.hears(310)
    assert listener.glasses() == [300, 310]
    assert [error.problems[0].found for error in listener.refused] == [
        "9000",
        "not valid TOML: Expected ']' at the end of a table declaration",
    ]


def test_a_file_that_was_mended_is_told_even_if_nothing_else_changed(file: Path, listener: Listener) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    for turn in (1, 2):
        file.write_text(glass(9000))
        listener.hears_of(turn)
        file.write_text(glass(300))
        listener.is_told(turn + 1)
    assert listener.glasses() == [300, 300, 300]


def test_a_file_that_is_broken_from_the_start(file: Path, listener: Listener) -> None:
    file.write_text(glass(9000))
    listener.watch.start(file)
    assert len(listener.refused) == 1
    assert listener.changed == []
    assert listener.watch.settings == Settings()
    file.write_text(glass(300))
    listener.hears(300)


def test_a_folder_in_the_files_place_is_told_once_and_a_file_again_is_taken(file: Path, listener: Listener) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    file.unlink()
    file.mkdir()
    listener.hears_of(1)
    (file / "x").touch()
    listener.watch.look()
    assert len(listener.refused) == 1
    shutil.rmtree(file)
    file.write_text(glass(310))
    listener.hears(310)


def test_a_link_that_leads_to_itself_is_told_and_a_file_in_its_place_is_taken(file: Path, listener: Listener) -> None:
    file.symlink_to(file.name)
    listener.watch.start(file)
    assert [error.problems[0].line for error in listener.refused] == [None]
    file.unlink()
    file.write_text(glass(310))
    listener.hears(310)


def test_many_changes_in_a_row_are_told_once(file: Path, listener: Listener) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    for glass_ml in range(301, 320):
        atomically(file, glass(glass_ml))
        in_place(file, "[half")
    in_place(file, glass(320))
    listener.hears(320)
    assert listener.glasses() == [300, 320]
    assert listener.refused == []


def test_what_means_the_same_is_not_told(file: Path, listener: Listener) -> None:
    file.write_text(glass(300))
    listener.watch.start(file)
    file.write_text("# a comment\n" + glass(300))
    (file.parent / "uncramp.db").touch()
    listener.watch.look()
    file.write_text(glass(310))
    listener.hears(310)
    assert listener.glasses() == [300, 310]


def test_it_can_be_stopped_and_started_elsewhere(home: Path, file: Path, listener: Listener) -> None:
    listener.watch.look()
    assert listener.changed == []
    file.write_text(glass(300))
    listener.watch.start(file)
    listener.watch.stop()
    file.write_text(glass(310))
    listener.watch.look()
    other = home / "other.toml"
    other.write_text(glass(320))
    listener.watch.start(other)
    in_place(other, glass(330))
    listener.hears(330)
    assert listener.glasses() == [300, 320, 330]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux counts the threads of a process there")
def test_it_needs_no_thread(file: Path, listener: Listener) -> None:
    before = len(list(Path("/proc/self/task").iterdir()))
    listener.watch.start(file)
    file.write_text(glass(310))
    listener.hears(310)
    assert len(list(Path("/proc/self/task").iterdir())) == before
