"""The schedule editor, joined: a draft that is changed, planned, saved and kept apart from what others write."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop import schedule_showing as showing
from desktop.engine import Engine
from desktop.errors import UncrampError
from desktop.schedule_draft import Draft
from desktop.schedule_edits import edited
from desktop.schedule_states import Outside, PresetPreview, ScheduleState, Trouble
from desktop.schedule_wishes import Act, Choose, Drag, Edit, OfferPreset, TypePart, TypeTime, Wish, place_of
from desktop.settings import presets, writer
from desktop.settings.problems import SettingsChangedError, SettingsError, SettingsWriteError
from desktop.settings.reader import Reading
from desktop.wording import schedule as words
from desktop.wording import schedule_rules as rule_words
from desktop.wording.schedule_rules import Routines
from schedules.editing import EditRefusedError, adopted, free_name, heir_of, with_added, without_shape
from schedules.settings import WORKDAY, Settings
from schedules.situation import Situation

_log = logging.getLogger(__name__)


class ScheduleScreen(Protocol):
    """The window of the editor."""

    wished: SignalInstance
    minute_passed: SignalInstance
    closed: SignalInstance
    stayed: SignalInstance
    calendar_requested: SignalInstance
    export_requested: SignalInstance
    help_requested: SignalInstance

    def tell(self, state: ScheduleState) -> None:
        """Show a draft."""

    def open_up(self) -> None:
        """Come to the front."""

    def ask(self) -> None:
        """Ask what is to become of the draft."""

    def leave(self) -> None:
        """Close it without a question."""

    def deleteLater(self) -> None:  # noqa: N802 Qt's name
        """Let it go."""


class SettingsSource(Protocol):
    """What watches the settings file."""

    settings_changed: SignalInstance
    settings_refused: SignalInstance

    @property
    def settings(self) -> Settings:
        """The last valid settings."""

    @property
    def reading(self) -> Reading | None:
        """What the file held when it was last looked at."""

    def look(self) -> None:
        """Read the file now."""


class ScheduleDesk(QObject):
    """Opens the editor, and holds its draft for as long as the window is open."""

    calendar_requested = Signal()
    export_requested = Signal()
    help_requested = Signal()
    saved = Signal()
    """What is in the file is the draft."""
    quit_requested = Signal()
    """A person who was asked before they quit has answered, and goes."""

    def __init__(  # noqa: PLR0913, PLR0917 each is a part of it
        self,
        engine: Engine,
        watch: SettingsSource,
        file: Path,
        zone: Callable[[str], ZoneInfo],
        routines: Callable[[], Routines],
        build: Callable[[], ScheduleScreen],
        parent: QObject | None = None,
    ) -> None:
        """Store the parts.

        Args:
            engine: Knows the time, the history, the weather and the pause.
            watch: Reads the settings file.
            file: The settings file.
            zone: The zone of a ``timezone`` of the settings.
            routines: The routines before bed that there are.
            build: Makes the window when it is wanted.
            parent: The owner.
        """
        super().__init__(parent)
        self._engine, self._watch, self._file = engine, watch, file
        self._zone, self._read_routines, self._build = zone, routines, build
        self._window: ScheduleScreen | None = None
        self._draft = Draft(watch.settings)
        self._seen: Reading | None = None
        self._routines: Routines = ()
        self._was_saved = self._is_quitting = False
        self._forget()
        watch.settings_changed.connect(self._on_file)
        watch.settings_refused.connect(self._on_refused)
        engine.changed.connect(self.refresh)

    @property
    def draft(self) -> Settings:
        """The settings as they are edited."""
        return self._draft.settings

    def open(self) -> None:
        """Show the editor with what is in the file, or bring the one that is open to the front."""
        if self._window is None:
            self._begin()
        assert self._window is not None
        self._window.open_up()

    def take_in(self, settings: Settings) -> None:
        """Take a step of the draft that somebody else worked out: blocks from a calendar, say."""
        self._draft.change(settings)
        self._clear()
        self.refresh()

    def asks_first(self) -> bool:
        """Whether there is a draft that a person is asked about, before they quit; whoever asks again, quits."""
        if self._window is None or not self._draft.is_changed or self._is_quitting:
            return False
        self._is_quitting = True
        self._window.open_up()
        self._window.ask()
        return True

    def leave(self) -> None:
        """The program ends: give the draft up."""
        self._is_quitting = False
        if self._window is not None:
            self._window.leave()

    def close(self) -> None:
        """Let the window go."""
        if self._window is not None:
            self._window.deleteLater()
            self._window = None

    def take(self, wish: Wish) -> None:
        """Carry a wish out."""
        if isinstance(wish, Act):
            self._clear(keep_preview=wish in {Act.SAVE, Act.TAKE_PRESET})
            self._act(wish)
        elif isinstance(wish, Choose):
            self._clear()
            self._draft.look_at(wish.shape)
        elif isinstance(wish, OfferPreset):
            self._clear()
            self._preset = wish.preset
        else:
            self._clear()
            self._edit(wish)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft, and the plan that would come of it now."""
        if self._window is None:
            return
        draft, situation = self._draft, self.situation()
        self._window.tell(
            ScheduleState(
                tabs=showing.tabs(draft.settings),
                chosen=draft.shape,
                day=showing.day(situation, draft.shape),
                rules=rule_words.rules(draft.settings, self._routines),
                ahead=showing.ahead(situation),
                is_changed=draft.is_changed,
                can_undo=draft.can_undo,
                can_redo=draft.can_redo,
                status=self._status or words.status(is_changed=draft.is_changed, was_saved=self._was_saved),
                trouble=self._trouble,
                outside=self._outside,
                detail=self._detail,
                presets=showing.presets(),
                preview=self._previewed(),
            )
        )

    def situation(self) -> Situation:
        """Everything the plan depends on, as it will be once the draft is saved."""
        now = self._engine.journal.clock.now()
        situation = replace(self._engine.situation, now=now, settings=self.draft, zone=self._zone(self.draft.timezone))
        # New settings count the time at the desk from when they came into force.
        return replace(situation, running_since=now) if self._draft.is_changed else situation

    def _begin(self) -> None:
        self._watch.look()
        self._draft, self._seen = Draft(self._watch.settings), self._watch.reading
        self._routines = self._read_routines()
        self._forget()
        if self._seen is not None and self._seen.settings is None:
            self._tell_broken(str(SettingsError(self._file, self._seen.problems)))
        self._window = self._build()
        self._window.wished.connect(self.take)
        self._window.minute_passed.connect(self.refresh)
        self._window.closed.connect(self._on_closed)
        self._window.stayed.connect(self._on_stayed)
        self._window.calendar_requested.connect(self.calendar_requested)
        self._window.export_requested.connect(self.export_requested)
        self._window.help_requested.connect(self.help_requested)
        self.refresh()

    def _on_closed(self) -> None:
        """The draft is saved or given up: who wanted to quit goes now."""
        goes, self._is_quitting = self._is_quitting, False
        self.close()
        if goes:
            self.quit_requested.emit()

    def _on_stayed(self) -> None:
        self._is_quitting = False

    def _forget(self) -> None:
        """A window that opens has nothing to tell yet."""
        self._status = self._detail = self._preset = ""
        self._trouble: Trouble | None = None
        self._outside: Outside | None = None
        self._was_saved = self._is_quitting = False

    def _clear(self, *, keep_preview: bool = False) -> None:
        self._status, self._trouble = "", None
        if not keep_preview:
            self._preset = ""

    def _edit(self, wish: Edit) -> None:
        draft = self._draft
        on = self._engine.journal.clock.now().astimezone(self._zone(draft.settings.timezone)).date()
        try:
            wanted = edited(draft.settings, draft.shape, wish, on)
        except EditRefusedError as error:
            told = rule_words.part_wrong if isinstance(wish, TypePart) else None
            reason = (
                told(error.refusal, error.facts, draft.settings.you.units)
                if told is not None
                else words.refused(error.refusal, error.facts)
            )
            self._trouble = Trouble(place=place_of(wish), words=reason)
            return
        lost = len(draft.settings.days[draft.shape].blocks) - len(wanted.days[draft.shape].blocks)
        draft.change(wanted, run=wish.run if isinstance(wish, Drag) else "")
        if isinstance(wish, TypeTime) and lost > 0:
            self._status = words.left_out(lost)

    def _act(self, act: Act) -> None:
        draft = self._draft
        match act:
            case Act.UNDO:
                draft.undo()
            case Act.REDO:
                draft.redo()
            case Act.SAVE:
                self._save()
            case Act.LOAD_THEIRS:
                self._load_theirs()
            case Act.KEEP_MINE:
                self._keep_mine()
            case Act.TAKE_PRESET:
                self._take_preset()
            case Act.LEAVE_PRESET:
                self._preset = ""
            case _:
                self._change_shapes(act)

    def _change_shapes(self, act: Act) -> None:
        draft = self._draft
        settings, at = draft.settings, draft.shape
        shape = settings.days[at]
        if act is Act.DELETE_SHAPE:
            if len(settings.days) == 1:
                return
            heir = heir_of(settings, at)
            draft.change(without_shape(settings, at), shape=heir if heir < at else 0)
            self._status = words.deleted(shape.name, settings.days[heir].name, has_weekdays=bool(shape.on))
            return
        like = shape if act is Act.COPY_SHAPE else replace(WORKDAY, blocks=())
        name = words.copied_shape(shape.name) if act is Act.COPY_SHAPE else words.new_shape()
        draft.change(with_added(settings, free_name(settings, name[:60]), like), shape=len(settings.days))

    def _take_preset(self) -> None:
        if self._preset:
            self._draft.change(self._adopted(), shape=0)
            self._preset = ""

    def _previewed(self) -> PresetPreview | None:
        if not self._preset:
            return None
        return showing.preview(self.draft, self._adopted(), self._preset, self._routines)

    def _adopted(self) -> Settings:
        """The draft of somebody who starts from the preset on offer, its days named in their language."""
        preset = presets.load(presets.Preset(self._preset))
        named = tuple(replace(shape, name=words.preset_shape(shape.name)) for shape in preset.days)
        return adopted(self.draft, replace(preset, days=named))

    # The file

    def _save(self) -> None:
        if not self._draft.is_changed:
            return
        try:
            self._write()
        except SettingsChangedError:
            self._watch.look()
            self._outside = Outside.CHANGED
        except SettingsError as error:
            self._tell_broken(str(error))
        except SettingsWriteError as error:
            self._outside, self._detail = Outside.UNWRITABLE, f"{error.title} {error.remedy}"
        except UncrampError as error:
            self._outside, self._detail = Outside.UNWRITABLE, str(error)

    def _write(self) -> None:
        """Write the draft. A change of the file that changes no setting, in a comment say, is no reason to ask."""
        self._watch.look()
        now = self._watch.reading
        if now is not None and self._seen is not None and now.settings is not None:
            before = self._seen.settings
            self._seen = now if now.settings == before else self._seen
        if self._seen is not None and self._seen.content is None and not self._seen.problems:
            self._seen = writer.create(self._file)  # with a line of explanation for each setting
        self._seen = writer.save(self._file, self.draft, seen=self._seen)
        self._draft.saved(self.draft)
        self._outside, self._was_saved = None, True
        self._watch.look()
        self.saved.emit()

    def _on_file(self, settings: Settings) -> None:
        """The file says something else: what this editor wrote, or what somebody else did."""
        reading = self._watch.reading
        mine = reading is not None and self._seen is not None and reading.content == self._seen.content
        if self._window is None or mine:
            return
        if not self._draft.is_changed:
            self._draft.change(settings, shape=self._kept_shape(settings))
            self._draft.saved(settings)
            self._seen, self._outside = reading, None
            self._status = words.loaded_theirs()
        elif settings != self.draft:
            self._outside = Outside.CHANGED
            _log.info("The settings file was changed while a draft of it was open.")
        self.refresh()

    def _on_refused(self, error: SettingsError) -> None:
        if self._window is not None:
            self._tell_broken(str(error))
            self.refresh()

    def _tell_broken(self, detail: str) -> None:
        self._outside, self._detail = Outside.BROKEN, detail

    def _load_theirs(self) -> None:
        """What is in the file becomes the draft; a step back brings the other one again."""
        settings = self._watch.settings
        self._draft.change(settings, shape=self._kept_shape(settings))
        self._draft.saved(settings)
        self._seen, self._outside = self._watch.reading, None
        self._status = words.loaded_theirs()

    def _keep_mine(self) -> None:
        self._draft.saved(self._watch.settings)
        self._seen, self._outside = self._watch.reading, None
        self._status = words.kept_mine()

    def _kept_shape(self, settings: Settings) -> int:
        return self._draft.shape if self._draft.shape < len(settings.days) else 0
