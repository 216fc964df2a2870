"""What pyproject.toml cannot say: the translations are compiled when the program is built."""

from pathlib import Path
from typing import ClassVar

from setuptools import Command, setup
from setuptools.command.build import build

LOCALE = Path("resources/locale")


class BuildMessages(Command):
    """Compiles each ``uncramp.po`` into the ``uncramp.mo`` that gettext reads.

    It is a sub-command of ``build``: for a wheel it writes into the tree that is packed, for an editable installation
    into this one.
    """

    description = "compile the translations"
    user_options: ClassVar[list[tuple[str, str | None, str]]] = []
    editable_mode = False
    """Set by setuptools."""
    build_lib = ""

    def initialize_options(self) -> None:
        """Nothing is known yet."""
        self.build_lib = ""

    def finalize_options(self) -> None:
        """Take the place from ``build_py``."""
        self.build_lib = str(self.get_finalized_command("build_py").build_lib)

    def run(self) -> None:
        """Compile; sentences that are marked as fuzzy stay English."""
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for target, source in self.get_output_mapping().items():
            self.mkpath(str(Path(target).parent))
            with Path(source).open("rb") as words:
                catalog = read_po(words)
            with Path(target).open("wb") as compiled:
                write_mo(compiled, catalog)

    def get_source_files(self) -> list[str]:
        """What is compiled."""
        return [str(path) for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))]

    def get_output_mapping(self) -> dict[str, str]:
        """Where each goes, and where it comes from."""
        root = Path() if self.editable_mode else Path(self.build_lib)
        return {str(root / Path(source).with_suffix(".mo")): source for source in self.get_source_files()}

    def get_outputs(self) -> list[str]:
        """What comes of it."""
        return list(self.get_output_mapping())


class Build(build):
    """Builds the translations too."""

    sub_commands: ClassVar[list[tuple[str, object]]] = [*build.sub_commands, ("build_messages", None)]


setup(cmdclass={"build": Build, "build_messages": BuildMessages})
