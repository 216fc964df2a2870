"""Pictures of evidence cards."""

from desktop.windows.evidence import EvidenceWindow
from tests.schedules.guides.shelf import cards
from tests.shots import Shot


def evidence(card_id: str) -> EvidenceWindow:
    """The window with a card."""
    window = EvidenceWindow()
    window.tell(next(card for card in cards() if card.id == card_id))
    return window


SHOTS = (
    Shot(name="evidence", build=lambda: evidence("stretch-before-bed"), width=720, height=860),
    Shot(name="evidence-expert", build=lambda: evidence("easy-bike"), width=720, height=640, looks=("light",)),
    Shot(name="evidence-small", build=lambda: evidence("drinks"), width=320, height=480, looks=("light", "contrast")),
)
