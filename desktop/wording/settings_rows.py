"""What each row of the Settings window is called, what it means, and other words for it."""

from dataclasses import dataclass

from desktop.wording.catalog import _


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWords:
    """The words of one row."""

    label: str
    under: str = ""
    also: str = ""
    """Other words that somebody may search for."""


def rows() -> dict[str, RowWords]:
    """By the row's id."""
    return {
        **_prompts(),
        **_drinks(),
        **_stretching(),
        **_body(),
        **_other_prompts(),
        **_appearance(),
        **_program(),
        **_privacy(),
    }


def _prompts() -> dict[str, RowWords]:
    return {
        "prompts.most_per_day": RowWords(
            label=_("Prompts in a day, at most"),
            under=_("Breaks in the heat come on top: they keep you safe."),
            also=_("budget limit number how many"),
        ),
        "prompts.smallest_gap_min": RowWords(
            label=_("Time between two prompts, at least"), also=_("gap pause apart minutes")
        ),
        "prompts.sound": RowWords(label=_("Sound with a prompt"), also=_("noise quiet silent bell")),
        "quiet": RowWords(
            label=_("Quiet hours"),
            under=_("They are part of your days. Draw a quiet block in the schedule."),
            also=_("do not disturb meeting block"),
        ),
        "notifier": RowWords(label=_("How prompts are shown"), also=_("notification sample test desktop")),
        "tray": RowWords(label=_("Icon in the panel"), also=_("tray status icon menu")),
        "timezone": RowWords(
            label=_("Time zone"),
            under=_("“system” follows the clock of this computer, also when you travel."),
            also=_("clock travel"),
        ),
    }


def _drinks() -> dict[str, RowWords]:
    return {
        "you.doctor_limits_fluids": RowWords(
            label=_("My doctor limits my fluids"),
            under=_("Uncramp then says nothing more about it, in any place."),
            also=_("heart kidney liver safety"),
        ),
        "drink.on": RowWords(label=_("Ask me to drink"), also=_("water prompt")),
        "you.units": RowWords(label=_("Units"), also=_("metric us ounces millilitres degrees")),
        "you.drink_goal_ml": RowWords(
            label=_("Drinks in a day"),
            under=_("Food is not counted. With 0 there is no goal."),
            also=_("goal water plan amount"),
        ),
        "you.glass_ml": RowWords(label=_("My glass"), also=_("cup size serving")),
        "mug_ml": RowWords(label=_("My mug"), also=_("cup size serving")),
        "large_glass_ml": RowWords(label=_("My large glass"), also=_("cup bottle size serving")),
        "hot_drink_ml": RowWords(label=_("My coffee or tea"), also=_("cup size serving")),
        "drink.longest_gap_min": RowWords(
            label=_("Longest time without a drink"), under=_("After that you are asked, goal or not.")
        ),
        "drink.stop_before_bed_min": RowWords(
            label=_("Stop asking before bed"),
            under=_("Two hours at least, so that you can sleep through."),
            also=_("evening night taper"),
        ),
    }


def _stretching() -> dict[str, RowWords]:
    return {
        "move.on": RowWords(label=_("Ask me to stand up"), also=_("move sitting desk break")),
        "move.every_min": RowWords(label=_("Ask after sitting for"), also=_("move stand minutes")),
        "bedtime.on": RowWords(label=_("Ask me to stretch before bed"), also=_("evening night bike")),
        "bedtime.before_bed_min": RowWords(label=_("Ask so long before bed"), also=_("evening minutes")),
        "bedtime.choice": RowWords(label=_("What to do before bed"), also=_("stretch bike ride")),
        "bedtime.routine": RowWords(label=_("Stretches before bed"), also=_("routine guide exercise")),
        "you.has_bike": RowWords(label=_("I have an exercise bike"), also=_("ride cycling")),
        "guide_voice": RowWords(label=_("A voice says what comes next"), also=_("speak sound guide")),
        "guide_chime": RowWords(label=_("A chime marks each step"), also=_("bell sound guide")),
    }


def _body() -> dict[str, RowWords]:
    under = _("Stretches that need it are left out.")
    also = _("limits places position avoid")
    return {
        "avoid standing": RowWords(label=_("I do not stretch standing"), under=under, also=also),
        "avoid floor": RowWords(label=_("I do not go down on the floor"), under=under, also=also),
        "avoid kneeling": RowWords(label=_("I do not kneel"), under=under, also=also),
        "poor_balance": RowWords(label=_("My balance is poor"), also=_("fall safe limits")),
        "knee": RowWords(label=_("My knees give me trouble"), also=_("joint pain limits")),
        "back": RowWords(label=_("My back gives me trouble"), also=_("spine pain limits")),
        "sore_leg": RowWords(
            label=_("A sore leg"),
            under=_("It is stretched more gently than the other, until you change this."),
            also=_("pain left right side gentle limits"),
        ),
        "pregnant": RowWords(label=_("I am pregnant"), also=_("baby midwife limits")),
    }


def _other_prompts() -> dict[str, RowWords]:
    return {
        "heat.on": RowWords(label=_("Ask for breaks in the heat"), also=_("hot sun summer weather")),
        "heat source": RowWords(label=_("Where the weather comes from"), also=_("city forecast thermometer place")),
        "diary": RowWords(
            label=_("Morning question"),
            under=_("“Any cramps last night?” comes with the diary, in a later version. Until then nothing asks."),
            also=_("cramp log severity scale"),
        ),
    }


def _appearance() -> dict[str, RowWords]:
    return {
        "larger": RowWords(
            label=_("Larger text"), under=_("Twice the usual size, in every window."), also=_("big letters read zoom")
        ),
        "text_percent": RowWords(label=_("Text size"), also=_("big small letters font zoom")),
        "theme": RowWords(label=_("Light or dark"), also=_("theme colour night mode")),
        "contrast": RowWords(label=_("Contrast"), also=_("colour see theme")),
        "motion": RowWords(label=_("Moving pictures"), also=_("animation still reduced motion")),
    }


def _program() -> dict[str, RowWords]:
    return {
        "relief_shortcut": RowWords(
            label=_("A key for help with a cramp"), also=_("shortcut hotkey keyboard global sos relief")
        ),
        "relief_key": RowWords(
            label=_("Which key"),
            under=_("Two of Ctrl, Alt, Shift and Super, and a letter or digit: Ctrl+Alt+C, say."),
            also=_("shortcut hotkey keyboard global sos relief"),
        ),
        "sign-in": RowWords(
            label=_("Start Uncramp when I sign in"),
            under=_("Off until you turn it on."),
            also=_("autostart login boot"),
        ),
        "sign-in place": RowWords(label=_("Where that is kept"), also=_("autostart login")),
    }


def _privacy() -> dict[str, RowWords]:
    return {
        "network": RowWords(
            label=_("Network connections since it was installed"),
            under=_("Each one is counted. It stays 0 until you turn on something that needs the network."),
            also=_("internet online data count"),
        ),
        "records": RowWords(label=_("Your records"), also=_("file location folder database data")),
        "settings": RowWords(label=_("Your settings"), also=_("file location toml")),
        "backup": RowWords(
            label=_("Back up and restore"),
            under=_("One file with everything. What a restore replaces is kept beside it."),
            also=_("save copy move computer"),
        ),
        "exchange": RowWords(
            label=_("Export and import records"),
            under=_("JSON keeps everything. CSV opens as a table. Records that are there already are not added twice."),
            also=_("spreadsheet doctor copy"),
        ),
        "delete": RowWords(
            label=_("Delete everything"),
            under=_("Settings, records, guides, logs and the start at sign-in."),
            also=_("erase remove reset"),
        ),
        "emergency number": RowWords(
            label=_("Emergency number"),
            under=_("Leave it empty for the number of your country."),
            also=_("ambulance call help phone"),
        ),
        "disclaimer": RowWords(label=_("What Uncramp is not"), also=_("doctor medical disclaimer")),
        "version": RowWords(label=_("Version"), also=_("about licence license")),
    }
