"""The first minute, put together: part of the composition root, which imports it for the first start."""

from functools import partial
from typing import TYPE_CHECKING

from desktop.adapters.autostart_here import autostart
from desktop.engine import Engine
from desktop.front import Front
from desktop.ports import Shown
from desktop.sample import show_sample, take_away_when_pressed
from desktop.settings import places, writer
from desktop.welcoming import Welcoming
from desktop.window_parts import welcome_window
from desktop.wording import notices as words
from schedules.settings import Settings

if TYPE_CHECKING:
    from desktop.adapters.appearance import Appearance
    from desktop.adapters.notifier_chain import NotifierChain
    from desktop.adapters.tray import Tray


def first_minute(
    engine: Engine, front: Front, tray: "Tray", chain: "NotifierChain", appearance: "Appearance"
) -> Welcoming:
    """Open the first minute.

    Args:
        engine: Its journal knows the settings and keeps what suits the person.
        front: Shows Today in the end, and help on the way.
        tray: May have an icon or not.
        chain: Shows the sample.
        appearance: How windows look.
    """
    made = Welcoming(engine.journal, _save, autostart(), partial(welcome_window, appearance), front)
    made.help_requested.connect(front.help_requested)
    made.trouble_arisen.connect(engine.trouble_arisen)
    made.sample_requested.connect(lambda: show_sample(chain))
    made.ended.connect(front.open_today)
    chain.shown.connect(partial(_tell_shown, made))
    take_away_when_pressed(chain)
    tray.available_changed.connect(lambda available: made.tell_tray(available=available))
    made.open(tray=tray.is_available)
    return made


def _save(settings: Settings) -> None:
    """Write the settings, into a file that explains each where there is none yet.

    Raises:
        UncrampError: They could not be written.
    """
    file = places.settings_path()
    if not file.exists():
        writer.create(file)
    writer.save(file, settings)


def _tell_shown(made: Welcoming, shown: Shown) -> None:
    if shown.key == words.SAMPLE_KEY:
        made.tell_sampled(shown.by)
