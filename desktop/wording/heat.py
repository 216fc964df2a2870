"""What is said of the heat beyond a prompt: other scales, signs of heat illness, and where the weather comes from."""

from desktop.wording.catalog import _
from schedules.heat import is_beyond_index
from schedules.heat_bands import WorkBand, estimated_wbgt_c, work_band


def other_scales(temperature_c: float, humidity_pct: float, index_c: float) -> list[str]:
    """The band for work and the second measure, as lines of text."""
    lines = [_("For work outdoors the risk is {band} (OSHA).").format(band=work_band_name(work_band(index_c)))]
    rough = round(estimated_wbgt_c(temperature_c, humidity_pct))
    lines.append(_("A second, rough measure (WBGT without sun and wind): {celsius} °C.").format(celsius=rough))
    if is_beyond_index(temperature_c):
        lines.append(_("This is hotter than the index was made for. It may say too little."))
    return lines


def work_band_name(which: WorkBand) -> str:
    """A band for work in words."""
    return {
        WorkBand.LOWER: _("lower"),
        WorkBand.MODERATE: _("moderate"),
        WorkBand.HIGH: _("high"),
        WorkBand.VERY_HIGH: _("very high"),
    }[which]
