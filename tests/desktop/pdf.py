"""Just enough of PDF to read the words that Qt writes: compressed streams, and what each glyph stands for."""

import re
import zlib


class Pdf:
    """A PDF file as Qt writes it."""

    def __init__(self, data: bytes) -> None:
        self._objects = {
            int(number): body
            for number, body in re.findall(rb"(?:^|\n)(\d+) 0 obj\r?\n(.*?)\r?\nendobj", data, re.DOTALL)
        }

    @property
    def pages(self) -> list[bytes]:
        """Every page."""
        return [body for body in self._objects.values() if re.search(rb"/Type\s*/Page\b", body)]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the first page, in points."""
        box = re.search(rb"/MediaBox\s*\[\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*\]", self.pages[0])
        assert box is not None
        left, bottom, right, top = map(float, box.groups())
        return right - left, top - bottom

    def text(self) -> str:
        """Every word of the first page, without its spaces: Qt places each run of glyphs by itself."""
        resources = _reference(rb"Resources", self.pages[0])
        named = re.findall(rb"/(F\d+)\s+(\d+) 0 R", self._objects[resources])
        maps = {name: self._glyphs(int(number)) for name, number in named}
        found, current = [], {}
        content = self._stream(_reference(rb"Contents", self.pages[0]))
        for name, glyphs in re.findall(rb"/(F\d+)\s+[\d.+-]+\s+Tf|<([0-9A-Fa-f]+)>", content):
            if name:
                current = maps[name]
            found += [current.get(int(glyphs[i : i + 4], 16), "?") for i in range(0, len(glyphs), 4)]
        return "".join(found)

    def letter_sizes(self) -> set[float]:
        """Every size of letters, in points."""
        content = self._stream(_reference(rb"Contents", self.pages[0]))
        scales = [float(found) for found in re.findall(rb"(?:^|\s)([\d.]+) 0 0 -?[\d.]+ [\d.-]+ [\d.-]+ cm", content)]
        return {scales[0] * float(found) for found in re.findall(rb"/F\d+\s+([\d.]+)\s+Tf", content)}

    def _glyphs(self, font: int) -> dict[int, str]:
        table = self._stream(_reference(rb"ToUnicode", self._objects[font])).decode("latin-1")
        found = {}
        for low, high, to in re.findall(r"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (<[0-9A-Fa-f]+>|\[[^\]]*\])", table):
            words = re.findall(r"<([0-9A-Fa-f]+)>", to)
            for offset, glyph in enumerate(range(int(low, 16), int(high, 16) + 1)):
                if to.startswith("["):
                    found[glyph] = bytes.fromhex(words[offset]).decode("utf-16-be")
                else:
                    found[glyph] = chr(int(words[0], 16) + offset)
        return found

    def _stream(self, number: int) -> bytes:
        head, _, rest = self._objects[number].partition(b"stream\n")
        data = rest.rpartition(b"\nendstream")[0]
        return zlib.decompress(data) if b"FlateDecode" in head else data


def _reference(name: bytes, body: bytes) -> int:
    found = re.search(rb"/" + name + rb"\s+(\d+) 0 R", body)
    assert found is not None, name
    return int(found[1])
