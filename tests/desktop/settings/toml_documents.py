"""Random TOML documents in every style that TOML knows, with where everything stands in them."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from desktop.settings.problems import KeyPath

COMMENTS = ("# plain", '# "quoted', "# [header]", "# a = 1", "#", "# ]] }, '''", '# """')
NAMES = ("name", "on", "a-b", "a_b", "Ä", "with space", "do.t", 'quo"te', "tab\t", "", "[x]", "#", "=", "1979")
FRAGMENTS = ("plain", "# no comment", "[header]", "a = 1", "],", "}", "it's", 'say "x"', "back\\slash", "ü🦵", "")


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")


@dataclass(slots=True)
class Document:
    """A document that is being drawn."""

    draw: st.DrawFn
    text: str = ""
    values: dict[KeyPath, str] = field(default_factory=dict)
    """How each plain value is written; each is found once in the text."""
    headers: dict[KeyPath, int] = field(default_factory=dict)
    """The line of each header."""
    count: int = 100_000

    def comment(self) -> str:
        return self.draw(st.sampled_from(("", "", "", "  "))) + self.draw(st.sampled_from(("", "", *COMMENTS)))

    def gap(self) -> None:
        for _ in range(self.draw(st.integers(0, 2))):
            self.text += self.draw(st.sampled_from(("", "  ", "\t"))) + self.comment() + "\n"

    def name(self, taken: set[str]) -> str:
        self.count += 1
        name = self.draw(st.sampled_from(NAMES))
        name = name if name not in taken else f"{name}{self.count}"
        taken.add(name)
        return name

    def key(self, name: str) -> str:
        bare = name.isascii() and name and all(c.isalnum() or c in "-_" for c in name)
        forms = [f'"{escaped(name)}"']
        forms += [f"'{name}'"] if "'" not in name else []
        forms += [name, name] if bare else []
        return self.draw(st.sampled_from(forms))

    def section(self, path: KeyPath, depth: int) -> None:
        taken: set[str] = set()
        for _ in range(self.draw(st.integers(0, 3))):
            self.gap()
            self.statement(path, taken, depth)
        self.gap()
        for _ in range(self.draw(st.integers(0, 2)) if depth else 0):
            name = self.name(taken)
            if self.draw(st.booleans()):
                self.header((*path, name), double=False, depth=depth)
                continue
            for index in range(self.draw(st.integers(1, 3))):
                self.header((*path, name, index), double=True, depth=depth)

    def header(self, path: KeyPath, *, double: bool, depth: int) -> None:
        space = self.draw(st.sampled_from(("", " ", "\t")))
        key = f"{space}.{space}".join(self.key(part) for part in path if isinstance(part, str))
        opened, closed = ("[[", "]]") if double else ("[", "]")
        self.text += self.draw(st.sampled_from(("", "  ")))
        self.headers[path] = self.text.count("\n") + 1
        self.text += f"{opened}{space}{key}{space}{closed}{self.comment()}\n"
        self.section(path, depth - 1)

    def statement(self, path: KeyPath, taken: set[str], depth: int) -> None:
        names = [self.name(taken)]
        if self.draw(st.integers(0, 3)) == 0:
            names.append(self.name(set()))
        space = self.draw(st.sampled_from(("", " ")))
        self.text += self.draw(st.sampled_from(("", "", "  ")))
        self.text += f"{space}.{space}".join(self.key(name) for name in names) + f"{space}={space}"
        self.value((*path, *names), depth)
        self.text += self.comment() + "\n"

    def value(self, path: KeyPath, depth: int) -> None:
        match self.draw(st.integers(0, 5)) if depth else 0:
            case 4:
                self.array(path, depth)
            case 5:
                self.inline_table(path, depth)
            case _:
                self.values[path] = self.scalar()
                self.text += self.values[path]

    def scalar(self) -> str:
        self.count += 1
        mark, said = str(self.count), self.draw(st.sampled_from(FRAGMENTS))
        basic = escaped(said)
        more = escaped(self.draw(st.sampled_from(COMMENTS + FRAGMENTS)))
        forms = [
            mark,
            f"-{mark}",
            f"{mark[0]}_{mark[1:]}",
            f"0x{mark}",
            f"{mark}.5e-3",
            f"2026-12-24T07:30:00.{mark}Z",
            f"2026-12-24 07:30:00.{mark}",
            f"07:30:00.{mark}",
            f'"{mark}{basic}"',
            f'"""{mark}\n{basic}\n{more} \\\n  [fake]\nfake = 1"""',
            f'"""{mark}""""',
            f"'''{mark}\n[fake]\n# {said}\n'''''" if "'''" not in said else mark,
            f"'{mark}{said}'" if "'" not in said else mark,
        ]
        return self.draw(st.sampled_from(forms))

    def array(self, path: KeyPath, depth: int) -> None:
        self.text += "["
        size = self.draw(st.integers(0, 3))
        for index in range(size):
            self.space()
            self.value((*path, index), depth - 1)
            self.space()
            self.text += "," if index < size - 1 or self.draw(st.booleans()) else ""
        self.space()
        self.text += "]"

    def space(self) -> None:
        if self.draw(st.booleans()):
            self.text += self.comment() + "\n  "

    def inline_table(self, path: KeyPath, depth: int) -> None:
        taken: set[str] = set()
        self.text += "{ "
        for index in range(self.draw(st.integers(0, 2))):
            names = [self.name(taken), *([self.name(set())] if self.draw(st.booleans()) else [])]
            self.text += (", " if index else "") + ".".join(self.key(name) for name in names) + " = "
            self.value((*path, *names), depth - 1)
        self.text += " }"


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A valid document; its line ends are newlines alone."""
    document = Document(draw=draw)
    document.section((), depth=2)
    if draw(st.booleans()):
        document.text = document.text.rstrip("\n")
    return document
