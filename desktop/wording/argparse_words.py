"""What argparse says of itself: it asks gettext's default catalog, which is made to be ours."""

import gettext

from desktop.wording.catalog import DOMAIN, ENGLISH, FOLDER, _, language


def lend() -> None:
    """Let argparse find its sentences in our catalog; it knows no other way than the default of the process."""
    if language() != ENGLISH:
        gettext.bindtextdomain(DOMAIN, str(FOLDER))
        gettext.textdomain(DOMAIN)


def sentences() -> tuple[str, ...]:
    """What argparse may say here. They stand here to be found by who extracts the catalog."""
    return (
        _("usage: "),
        _("positional arguments"),
        _("options"),
        _("argument %(argument_name)s: %(message)s"),
        _("unrecognized arguments: %s"),
        _("the following arguments are required: %s"),
        _("expected one argument"),
        _("expected at most one argument"),
        _("expected at least one argument"),
        _("ignored explicit argument %r"),
        _("not allowed with argument %s"),
        _("one of the arguments %s is required"),
        _("invalid %(type)s value: %(value)r"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
    )
