"""Red flags: signs that ask for help rather than for a stretch, how urgent each is, and what it takes off the table.

It names no illness. Every flag only ever adds: more urgency, fewer things to try.

Source: evidence in `resources/SOURCES.md`, "Red flags" (NHS, Mayo Clinic, the founding articles). What is marked
"general safety knowledge" comes from no source that was read. All of it waits for review by a clinician.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType

from schedules.guides.routine import Action


class Urgency(IntEnum):
    """How soon help is needed."""

    NONE = 0
    SOON = 1
    SAME_DAY = 2
    EMERGENCY = 3


class Contact(StrEnum):
    """Whom to ask first."""

    EMERGENCY_NUMBER = "emergency-number"
    MIDWIFE = "midwife"
    """Or the maternity line."""
    DOCTOR_TODAY = "doctor-today"
    DOCTOR = "doctor"


class RedFlag(StrEnum):
    """What a person can say is true. The words for each stand in ``resources/advice/red-flags.toml``."""

    CHEST_PAIN_OR_BREATHLESS = "chest-pain-or-breathless"
    SUDDEN_WEAKNESS = "sudden-weakness"
    """Or new trouble with bladder or bowels, or numb where one sits."""
    FAINT_OR_CONFUSED = "faint-or-confused"
    """Or very hot and unwell."""
    POISON = "poison"
    ONE_LEG_SWOLLEN = "one-leg-swollen"
    ONE_LEG_RED_OR_WARM = "one-leg-red-or-warm"
    ONE_LEG_TENDER = "one-leg-tender"
    WILL_NOT_LET_GO = "will-not-let-go"
    CANNOT_WALK = "cannot-walk"
    HURT_IN_A_FALL = "hurt-in-a-fall"
    DIRTY_WOUND = "dirty-wound"
    DARK_URINE = "dark-urine"
    HEAT_CRAMPS = "heat-cramps"
    """In the heat for over an hour, or with heart disease or a low-salt diet."""
    NUMB_OR_WEAK = "numb-or-weak"
    OFTEN = "often"
    UNEXPLAINED = "unexplained"
    """Severe, for no clear reason, or not better for anything one does oneself."""
    NEW_MEDICINE = "new-medicine"
    PAIN_ON_WALKING = "pain-on-walking"


CARE = frozenset({Action.STRETCH, Action.MASSAGE, Action.WARMTH, Action.COLD})
"""What a person can try alone."""
PRESSURE = frozenset({Action.STRETCH, Action.MASSAGE})
SKIN = frozenset({Action.WARMTH, Action.COLD})
NOTHING: frozenset[Action] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagFacts:
    """What one flag means for what to do."""

    urgency: Urgency
    stops: frozenset[Action] = NOTHING
    """What is not to be tried."""
    clot_like: bool = False


def _facts(urgency: Urgency, stops: frozenset[Action] = NOTHING, *, clot_like: bool = False) -> FlagFacts:
    return FlagFacts(urgency=urgency, stops=stops, clot_like=clot_like)


FACTS = MappingProxyType(
    {
        # General safety knowledge; with a painful or swollen leg it is one of the worst signs.
        RedFlag.CHEST_PAIN_OR_BREATHLESS: _facts(Urgency.EMERGENCY, CARE, clot_like=True),
        # General safety knowledge.
        RedFlag.SUDDEN_WEAKNESS: _facts(Urgency.EMERGENCY, CARE),
        # Source: NIOSH and CDC, heat stroke: confusion, passing out.
        RedFlag.FAINT_OR_CONFUSED: _facts(Urgency.EMERGENCY, CARE),
        # Source: NHS, leg cramps: after lead or mercury at once.
        RedFlag.POISON: _facts(Urgency.EMERGENCY, CARE),
        # Source: NHS, deep vein thrombosis: swollen, warm, red or dark, throbbing or tender, the same day.
        RedFlag.ONE_LEG_SWOLLEN: _facts(Urgency.SAME_DAY, CARE, clot_like=True),
        RedFlag.ONE_LEG_RED_OR_WARM: _facts(Urgency.SAME_DAY, CARE, clot_like=True),
        RedFlag.ONE_LEG_TENDER: _facts(Urgency.SAME_DAY, CARE, clot_like=True),
        # Source: NHS (nidirect), leg cramps: longer than 10 minutes in spite of what one does.
        RedFlag.WILL_NOT_LET_GO: _facts(Urgency.SAME_DAY),
        # Source: the founding articles: trouble walking.
        RedFlag.CANNOT_WALK: _facts(Urgency.SAME_DAY, PRESSURE),
        # General safety knowledge: an injured leg is not stretched, rubbed or warmed.
        RedFlag.HURT_IN_A_FALL: _facts(Urgency.SAME_DAY, CARE - {Action.COLD}),
        # Source: NHS, leg cramps: a wound with dirt in it.
        RedFlag.DIRTY_WOUND: _facts(Urgency.SAME_DAY, PRESSURE),
        # General safety knowledge.
        RedFlag.DARK_URINE: _facts(Urgency.SAME_DAY, CARE),
        # Source: NIOSH, heat cramps: longer than an hour, with heart disease or a low-sodium diet. Warmth adds to it.
        RedFlag.HEAT_CRAMPS: _facts(Urgency.SAME_DAY, frozenset({Action.WARMTH})),
        # Source: Mayo Clinic, muscle cramp: weakness, numbness, change of the skin. Numb skin feels no burn.
        RedFlag.NUMB_OR_WEAK: _facts(Urgency.SOON, SKIN),
        # Source: Mayo Clinic, muscle cramp; the founding articles.
        RedFlag.OFTEN: _facts(Urgency.SOON),
        RedFlag.UNEXPLAINED: _facts(Urgency.SOON),
        RedFlag.NEW_MEDICINE: _facts(Urgency.SOON),
        # General safety knowledge; the founding articles name narrowed arteries. Poor blood flow takes no ice.
        RedFlag.PAIN_ON_WALKING: _facts(Urgency.SOON, frozenset({Action.COLD})),
    }
)

ASKED_FIRST = (
    RedFlag.ONE_LEG_SWOLLEN,
    RedFlag.ONE_LEG_RED_OR_WARM,
    RedFlag.NUMB_OR_WEAK,
    RedFlag.HURT_IN_A_FALL,
)
"""What the one question of the relief names; "yes, one of these" counts as all of them."""

ASKED_ALONE = (RedFlag.CHEST_PAIN_OR_BREATHLESS,)
"""Asked beside it, with an answer of its own: among the others it would make an emergency of each of them."""

BROKEN_HIP_LIKE = frozenset({RedFlag.HURT_IN_A_FALL, RedFlag.CANNOT_WALK})
"""Together an emergency for people over 65. General safety knowledge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a set of flags comes to."""

    urgency: Urgency = Urgency.NONE
    clot_like: bool = False
    allowed: frozenset[Action] = CARE
    """What may still be tried."""
    contact: Contact | None = None
    """None without a flag."""

    @property
    def allow_stretch(self) -> bool:
        """Whether a stretch may be shown."""
        return Action.STRETCH in self.allowed

    @property
    def allow_massage(self) -> bool:
        """Whether massage may be shown."""
        return Action.MASSAGE in self.allowed

    @property
    def allow_heat(self) -> bool:
        """Whether warmth may be shown."""
        return Action.WARMTH in self.allowed


def assess(flags: Iterable[RedFlag], *, pregnant: bool = False, over_65: bool = False) -> Assessment:
    """What to do about a set of flags. To add a flag never lowers the urgency and never allows more."""
    given = frozenset(flags)
    facts = [FACTS[flag] for flag in given]
    urgency = max((fact.urgency for fact in facts), default=Urgency.NONE)
    if over_65 and given >= BROKEN_HIP_LIKE:
        urgency = Urgency.EMERGENCY
    clot_like = any(fact.clot_like for fact in facts)
    return Assessment(
        urgency=urgency,
        clot_like=clot_like,
        allowed=CARE.difference(*(fact.stops for fact in facts)),
        contact=_contact(urgency, for_midwife=pregnant and (clot_like or urgency is Urgency.SOON)),
    )


def _contact(urgency: Urgency, *, for_midwife: bool) -> Contact | None:
    match urgency:
        case Urgency.NONE:
            return None
        case Urgency.EMERGENCY:
            return Contact.EMERGENCY_NUMBER
        case _ if for_midwife:
            return Contact.MIDWIFE
        case Urgency.SAME_DAY:
            return Contact.DOCTOR_TODAY
        case Urgency.SOON:
            return Contact.DOCTOR
