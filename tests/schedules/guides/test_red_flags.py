"""The whole truth table of the red flags: every set of them, pregnant or not, over 65 or not."""

from functools import cache
from itertools import product

import pytest

from schedules.guides.red_flags import ASKED_FIRST, CARE, FACTS, Assessment, Contact, RedFlag, Urgency, assess
from schedules.guides.routine import Action
from tests.schedules.guides import shelf

FLAGS = tuple(RedFlag)
SETS = 1 << len(FLAGS)
PERSONS = list(product((False, True), repeat=2))
CLOT_LIKE = {
    RedFlag.CHEST_PAIN_OR_BREATHLESS,
    RedFlag.ONE_LEG_SWOLLEN,
    RedFlag.ONE_LEG_RED_OR_WARM,
    RedFlag.ONE_LEG_TENDER,
}


@cache
def table(*, pregnant: bool, over_65: bool) -> list[Assessment]:
    """The assessment of every set of flags; bit n of the index is flag n."""
    sets: list[tuple[RedFlag, ...]] = [()]
    for flag in FLAGS:
        sets += [(*given, flag) for given in sets]
    return [assess(given, pregnant=pregnant, over_65=over_65) for given in sets]


@pytest.mark.parametrize(("pregnant", "over_65"), PERSONS)
def test_a_flag_more_never_lowers_the_urgency_nor_allows_more(*, pregnant: bool, over_65: bool) -> None:
    # An assessment is a byte: a bit for each degree of urgency, for like a clot, for each thing that is ruled out.
    # A flag more may only add bits. The table is one long number, so that all its rows are looked at at once.
    rows = int.from_bytes(bytes(map(_bits, table(pregnant=pregnant, over_65=over_65))), "little")
    for bit in range(len(FLAGS)):
        mask = 1 << bit
        without = int.from_bytes((b"\xff" * mask + b"\x00" * mask) * (SETS // (2 * mask)), "little")
        assert not rows & without & ~(rows >> 8 * mask), FLAGS[bit]


@cache
def _bits(found: Assessment) -> int:
    ruled_out = sum(1 << bit for bit, action in enumerate(sorted(CARE)) if action not in found.allowed)
    return ((1 << found.urgency) - 1) | found.clot_like << 3 | ruled_out << 4


@pytest.mark.parametrize(("pregnant", "over_65"), PERSONS)
def test_with_a_clot_like_flag_nothing_is_tried(*, pregnant: bool, over_65: bool) -> None:
    bits = sum(1 << bit for bit, flag in enumerate(FLAGS) if flag in CLOT_LIKE)
    for row, found in enumerate(table(pregnant=pregnant, over_65=over_65)):
        assert found.clot_like is bool(row & bits)
        if found.clot_like:
            assert (found.allow_stretch, found.allow_massage, found.allow_heat) == (False, False, False)
            assert not found.allowed
            assert found.urgency >= Urgency.SAME_DAY


@pytest.mark.parametrize(("pregnant", "over_65"), PERSONS)
def test_there_is_somebody_to_ask_whenever_there_is_a_flag(*, pregnant: bool, over_65: bool) -> None:
    for row, found in enumerate(table(pregnant=pregnant, over_65=over_65)):
        assert (found.contact is None) is (row == 0)
        assert (found.contact is Contact.EMERGENCY_NUMBER) is (found.urgency is Urgency.EMERGENCY)
        if found.contact is Contact.MIDWIFE:
            assert pregnant
        if pregnant and found.clot_like and found.urgency is Urgency.SAME_DAY:
            assert found.contact is Contact.MIDWIFE


def test_to_be_pregnant_or_old_never_lowers_the_urgency_nor_allows_more() -> None:
    plain = table(pregnant=False, over_65=False)
    for pregnant, over_65 in PERSONS:
        for less, more in zip(plain, table(pregnant=pregnant, over_65=over_65), strict=True):
            assert more.urgency >= less.urgency
            assert more.allowed <= less.allowed


def test_no_flag_stops_nothing() -> None:
    assert assess([]) == Assessment(urgency=Urgency.NONE, clot_like=False, allowed=CARE, contact=None)


@pytest.mark.parametrize(
    ("flag", "urgency"),
    [
        (RedFlag.CHEST_PAIN_OR_BREATHLESS, Urgency.EMERGENCY),
        (RedFlag.SUDDEN_WEAKNESS, Urgency.EMERGENCY),
        (RedFlag.FAINT_OR_CONFUSED, Urgency.EMERGENCY),
        (RedFlag.POISON, Urgency.EMERGENCY),
        (RedFlag.ONE_LEG_SWOLLEN, Urgency.SAME_DAY),
        (RedFlag.ONE_LEG_RED_OR_WARM, Urgency.SAME_DAY),
        (RedFlag.ONE_LEG_TENDER, Urgency.SAME_DAY),
        (RedFlag.WILL_NOT_LET_GO, Urgency.SAME_DAY),
        (RedFlag.CANNOT_WALK, Urgency.SAME_DAY),
        (RedFlag.HURT_IN_A_FALL, Urgency.SAME_DAY),
        (RedFlag.DIRTY_WOUND, Urgency.SAME_DAY),
        (RedFlag.DARK_URINE, Urgency.SAME_DAY),
        (RedFlag.HEAT_CRAMPS, Urgency.SAME_DAY),
        (RedFlag.NUMB_OR_WEAK, Urgency.SOON),
        (RedFlag.OFTEN, Urgency.SOON),
        (RedFlag.UNEXPLAINED, Urgency.SOON),
        (RedFlag.NEW_MEDICINE, Urgency.SOON),
        (RedFlag.PAIN_ON_WALKING, Urgency.SOON),
    ],
)
def test_each_flag_has_the_urgency_of_its_source(flag: RedFlag, urgency: Urgency) -> None:
    assert assess([flag]).urgency is urgency


def test_every_flag_has_its_facts_and_its_words() -> None:
    assert set(FACTS) == set(FLAGS) == {words.flag for words in shelf.flags()}


def test_a_fall_after_which_an_older_person_cannot_walk_is_an_emergency() -> None:
    flags = [RedFlag.HURT_IN_A_FALL, RedFlag.CANNOT_WALK]
    assert assess(flags).urgency is Urgency.SAME_DAY
    assert assess(flags, over_65=True).contact is Contact.EMERGENCY_NUMBER


def test_numb_skin_is_neither_warmed_nor_cooled() -> None:
    assert assess([RedFlag.NUMB_OR_WEAK]).allowed == {Action.STRETCH, Action.MASSAGE}


def test_yes_to_the_first_question_stops_everything() -> None:
    found = assess(ASKED_FIRST)
    assert (found.clot_like, found.allowed, found.contact) == (True, frozenset(), Contact.DOCTOR_TODAY)
