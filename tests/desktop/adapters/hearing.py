"""What sensors say, for their tests."""

from datetime import datetime

from desktop.adapters.sensor import Sensor
from desktop.sensing import Happening, Learned, Matter


class Hearing:
    """Listens to sensors and knows what was said last."""

    def __init__(self, *sensors: Sensor) -> None:
        self._sensors = sensors  # nobody else holds them
        self._said: dict[tuple[str, Matter], Learned] = {}
        self.happened: list[Happening] = []
        for sensor in sensors:
            sensor.learned.connect(self._on_learned)
            sensor.happened.connect(self.happened.append)

    def is_so(self, matter: Matter, name: str | None = None) -> bool | None:
        """What was said last of a matter; None where nothing was, or that it is unknown."""
        return next((said.is_so for said in self._of(matter, name)), None)

    def input_at(self) -> datetime | None:
        """The last key, as it was said last."""
        return next((said.input_at for said in self._of(Matter.INPUT, None)), None)

    def has_spoken(self, matter: Matter, name: str | None = None) -> bool:
        """Whether anything was said of a matter."""
        return bool(self._of(matter, name))

    def _of(self, matter: Matter, name: str | None) -> list[Learned]:
        return [said for (source, of), said in self._said.items() if of is matter and name in {None, source}]

    def _on_learned(self, learned: Learned) -> None:
        self._said[learned.source, learned.matter] = learned
