"""How Spanish is read aloud."""

import re
from typing import Final

from kiosk.speech.wording import Unit, Wording, digit_by_digit, letter_by_letter, share

_UNITS: Final = {
    "%": Unit(one="por ciento", many="por ciento"),
    "mg": Unit(one="miligramo", many="miligramos"),
    "g": Unit(one="gramo", many="gramos"),
    "kg": Unit(one="kilo", many="kilos"),
    "lb": Unit(one="libra", many="libras"),
    "oz": Unit(one="onza", many="onzas"),
    "mL": Unit(one="mililitro", many="mililitros"),
    "ml": Unit(one="mililitro", many="mililitros"),
    "mm": Unit(one="milímetro", many="milímetros"),
    "cm": Unit(one="centímetro", many="centímetros"),
    "m": Unit(one="metro", many="metros"),
    "km": Unit(one="kilómetro", many="kilómetros"),
    "h": Unit(one="hora", many="horas"),
    "min": Unit(one="minuto", many="minutos"),
    "°C": Unit(one="grado centígrado", many="grados centígrados"),
    "°F": Unit(one="grado Fahrenheit", many="grados Fahrenheit"),
    "°": Unit(one="grado", many="grados"),
}

_SHORT_FORMS: Final = {
    **letter_by_letter("PRP", "FDA", "TC", "RM", "IMC", "QR", "UK"),
    "AINE": "aine",
    "EE. UU.": "Estados Unidos",
    "EE.UU.": "Estados Unidos",
    "OMS": "O M S",
    "p. ej.": "por ejemplo",
    "etc.": "etcétera",
    "aprox.": "más o menos",
    "Dr.": "doctor",
    "Dra.": "doctora",
    "Sr.": "señor",
    "Sra.": "señora",
    "vs.": "contra",
    "y/o": "y o",
    "24/7": "a cualquier hora de cualquier día",
    "1/2": "la mitad",
    "1/3": "un tercio",
    "2/3": "dos tercios",
    "1/4": "un cuarto",
    "3/4": "tres cuartos",
}

_POSITIONS: Final = (
    *("página", "paso", "parte", "visita", "sesión", "dosis", "día", "semana", "mes", "año", "pregunta", "consejo"),
    *("capítulo", "número", "etapa", "el", "del", "al"),
)
"""Before these numbers a place in a row or a date is told, not a share."""

SPANISH: Final = Wording(
    units=_UNITS,
    short_forms=_SHORT_FORMS,
    rules=(
        (re.compile(r"\b(?:911|988)\b(?![.,]\d)"), lambda found: digit_by_digit(found.group())),
        (
            re.compile(r"\b([Ll]lame|[Mm]arque)( al?)? (\d{3})\b(?! ?(?:\d|%|veces|días))"),
            lambda found: f"{found[1]}{found[2] or ''} {digit_by_digit(found[3])}",
        ),
        (re.compile(r"(?<=\d)[,.](?=\d{3}(?!\d))"), ""),
        (re.compile(r"(?<=\d)[\u00a0\u202f ](?=\d{3}(?!\d))"), ""),
        (re.compile(r"(?<=\d)½"), " y medio"),
        (re.compile(r"½"), "medio"),
        (re.compile(r"¼"), "un cuarto"),
        (re.compile(r"¾"), "tres cuartos"),
        (re.compile(r"\$(\d+(?:\.\d\d)?)\s?[–-]\s?\$?(\d+(?:\.\d\d)?)"), r"de \1 a \2 dólares"),
        (re.compile(r"\$1(?![\d.])"), "1 dólar"),
        (re.compile(r"\$(\d+(?:\.\d\d)?)"), r"\1 dólares"),
        (re.compile(r"(?<![\d–-])(\d+(?:[.,]\d+)?)\s?%?\s?[–-]\s?(?=\d+(?:[.,]\d+)?(?![\d–-]))"), r"\1 a "),
        (re.compile(r"\b([CTLS]\d{1,2})\s?[–-]\s?(?=[CTLS]\d)"), r"\1 a "),
        (re.compile(r"\b([CTLS])(\d{1,2})\b"), r"\1 \2"),
        share("de", "de cada", *_POSITIONS),
        (re.compile(r"(?<=\d)\s?[×x]\s?(?=\d)"), " por "),
        (re.compile(r"(?<=\d)\s?×"), " veces"),
        (re.compile(r"\s&\s"), " y "),
        (re.compile(r"≥\s?"), "al menos "),
        (re.compile(r"≤\s?"), "como mucho "),
        (re.compile(r"[≈~]\s?(?=\d)"), "cerca de "),
        (re.compile(r"<\s?(?=\d)"), "menos de "),
        (re.compile(r">\s?(?=\d)"), "más de "),
        (re.compile(r"(?<=\d)\+(?!\d)"), " o más"),
        (re.compile(r"(?<=\w)/(?=día\b|mes\b|año\b)"), " al "),
        (re.compile(r"(?<=\w)/(?=semana\b)"), " a la "),
        (re.compile(r"\s[–—]\s"), ", "),
        (re.compile(r"[•·→]"), ","),
    ),
)
