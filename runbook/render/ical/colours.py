"""The colours calendars are shown in, by their names in CSS3 (RFC 7986 5.9)."""

from __future__ import annotations

# White letters stand out on each at 4.5 to 1 or more (WCAG 2.1, 1.4.3); neighbours differ in hue.
COLOURS = {
    "mediumblue": "#0000CD",
    "firebrick": "#B22222",
    "darkgreen": "#006400",
    "purple": "#800080",
    "saddlebrown": "#8B4513",
    "teal": "#008080",
    "mediumvioletred": "#C71585",
    "darkolivegreen": "#556B2F",
    "royalblue": "#4169E1",
    "maroon": "#800000",
    "rebeccapurple": "#663399",
    "sienna": "#A0522D",
    "darkslategray": "#2F4F4F",
}
NEUTRAL = "darkslategray"  # for the calendar of everyone
_OF_AGENCIES = tuple(name for name in COLOURS if name != NEUTRAL)


def colour_of(position: int) -> str:
    """The colour of the agency at that place in protocol, counted from 0; they come round again after twelve."""
    return _OF_AGENCIES[position % len(_OF_AGENCIES)]
