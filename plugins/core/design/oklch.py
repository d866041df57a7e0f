"""OKLCH: colors by lightness, chroma and hue, as people see them.

Gives   Color: from and to "#rrggbb"; contrast() of two; inside() of what screens show
Units   lightness 0 to 1, chroma 0 to about 0.32 in sRGB, hue in degrees; contrast 1 to 21
Source  Bjorn Ottosson, "A perceptual color space for image processing" (OKLab, 2020);
        IEC 61966-2-1 (sRGB); WCAG 2.2, contrast ratio and relative luminance
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, degrees, hypot, radians, sin

Three = tuple[float, float, float]


@dataclass(frozen=True)
class Color:
    """One color."""

    lightness: float
    chroma: float
    hue: float

    @classmethod
    def of(cls, text: str) -> Color:
        """The color that "#rrggbb" says."""
        lightness, a, b = lab(*(linear(channel) for channel in channels(text)))
        return cls(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)

    @property
    def rgb(self) -> Three:
        """Linear light; outside 0 to 1 when no sRGB screen shows it."""
        angle = radians(self.hue)
        return light(self.lightness, self.chroma * cos(angle), self.chroma * sin(angle))

    @property
    def inside(self) -> bool:
        """Whether sRGB has it, a rounding apart."""
        return all(-1e-4 <= channel <= 1 + 1e-4 for channel in self.rgb)

    @cached_property
    def hex(self) -> str:
        """What an sRGB screen draws."""
        return "#" + "".join(f"{round(encoded(channel) * 255):02x}" for channel in self.rgb)


def channels(text: str) -> Three:
    red, green, blue = bytes.fromhex(text[1:])
    return red / 255, green / 255, blue / 255


def linear(channel: float) -> float:
    """A channel of sRGB as light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def encoded(channel: float) -> float:
    """Light as a channel of sRGB, cut to what there is."""
    channel = min(max(channel, 0.0), 1.0)
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def lab(red: float, green: float, blue: float) -> Three:
    cones = (
        0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
        0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
        0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
    )
    long, medium, short = (cone ** (1 / 3) for cone in cones)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def light(lightness: float, a: float, b: float) -> Three:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def luminance(text: str) -> float:
    red, green, blue = map(linear, channels(text))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well a text in one color, "#rrggbb", can be read on the other."""
    low, high = sorted(luminance(text) for text in (one, other))
    return (high + 0.05) / (low + 0.05)
