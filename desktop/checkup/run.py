"""Looks at everything, one thing after the other."""

import sys

from desktop.checkup import files, instance, machine, session
from desktop.health import Finding, Topic, fine, poor
from desktop.settings import places
from desktop.wording import checkup as words


def doctor() -> str:
    """The report, a line for each finding."""
    return words.report(tuple(findings()))


def findings() -> list[Finding]:
    """Everything that was looked at."""
    from desktop.adapters.sound_programs import players, speakers
    from desktop.adapters.zone import zone_of
    from desktop.wording.catalog import language

    return [
        machine.program(machine.qt_trouble()),
        machine.system(zone_of("system")),
        machine.screen(),
        instance.instance(places.database_path()),
        *session.session(),
        machine.programs(Topic.VOICE, (program.name for program in speakers(sys.platform, language()))),
        machine.programs(Topic.CHIME, (program.name for program in players(sys.platform))),
        files.settings(places.settings_path()),
        files.records(places.database_path()),
        _guides(),
        files.log(places.log_folder()),
    ]


def _guides() -> Finding:
    from desktop.adapters.guide_files import GuideFiles

    shelf = GuideFiles(places.guides_folder()).read()
    if shelf.refused:
        return poor(Topic.GUIDES, "refused", *(refused.name for refused in shelf.refused))
    return fine(Topic.GUIDES, str(len(shelf.routines)))
