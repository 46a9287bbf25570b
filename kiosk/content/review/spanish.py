"""Spanish as the review needs it: the same rules as in English, and the fixed pairs of words of the Spanish edition."""

from typing import Final

from kiosk.content.review.language_rules import Banned, LanguageRules, any_word
from kiosk.content.review.readability import spanish_faults
from kiosk.content.review.syllables_spanish import syllables

_SAY_WHAT_WAS_SEEN: Final = 'Say what was seen and in whom, for example "estudios pequeños hallaron menos dolor".'
_LEAVE_OUT: Final = "Leave it out, and say what was measured."
_COST: Final = frozenset({"cost", "approval_and_cost"})
_DENIED: Final = r"\b(?:no|nunca|nada|ning[uú]n[oa]?|nadie|sin|tampoco)\b"
_HEDGED: Final = rf".*(?:{_DENIED}|\b(?:idea|pued[ae]n?|podr[ií]an?|quizás?|si|tal vez|espera|busca)\b).*"
_OTHER_USE: Final = (
    r"la FDA (?:ha aprobado|aprobó) (?:\w+ ){1,8}para (?!(?:\w+ ){0,3}(?:dolor|espalda|discos?|columna)\b)"
)

_BANNED: Final = (
    Banned(r"\blibres? de dolor\b", 'Write "sin dolor", and of how many people it is true.'),
    Banned(r"\bcura(?:n|r|rá|rán|do|da|dos|das|ción|ciones|tivo|tiva)?\b", _SAY_WHAT_WAS_SEEN),
    Banned(r"\bmilagr(?:o|os|oso|osa|osos|osas)\b", _LEAVE_OUT),
    Banned(
        r"\b(?:revolucionari[oa]s?|innovador(?:a|es|as)?|vanguardistas?|de vanguardia|de última generación)\b",
        _LEAVE_OUT,
    ),
    Banned(r"\b(?:rayo|luz) de esperanza\b|\bprometedor(?:a|es|as)?\b", _LEAVE_OUT),
    Banned(r"\btransforma(?:n|r|rá|dor|dora)?\b", _SAY_WHAT_WAS_SEEN),
    Banned(r"\bsegur[oa]s? y (?:efica(?:z|ces)|efectiv[oa]s?)\b", "Name the harms, and how sure we are."),
    Banned(
        r"\b(?:comprobad[oa]s?|demostrad[oa]s?)\b|\bprobada eficacia\b|\beficacia probada\b",
        'Write "no se ha demostrado", or say what a study found.',
        within=rf"{_DENIED}(?:\W+\w+){{0,4}}?\W+(?:comprobad|demostrad|probad)[oa]s?\b",
    ),
    Banned(r"\bno (?:es )?invasiv[oa]s?\b", 'A needle enters the body: write "se hace con una aguja".'),
    Banned(
        r"\bcausas? (?:de )?ra[ií]z\b|\bde ra[ií]z\b|\bra[ií]z del (?:problema|dolor)\b|\bcausa de fondo\b",
        "Leave it out.",
    ),
    Banned(r"\b(?:curación|sanación|reparación) natural\b|\bsana(?:r)? de forma natural\b", _LEAVE_OUT),
    Banned(
        r"\b(?:sanan?|sanar[aá]n?|repar(?:a|an|ó|aron|ará|arán)|regener(?:a|an|ó|aron|ará|arán))\b",
        'Write "la idea es que puede ayudar al tejido", or "no se ha demostrado que repare los discos".',
        within=_HEDGED,
    ),
    Banned(
        r"\balivio (?:duradero|permanente|prolongado|definitivo|a largo plazo)\b",
        "Say how long the studies followed people, and what they found then.",
    ),
    Banned(
        r"\b(?:sin|ning[uú]n|cero) (?:ning[uú]n )?riesgos?\b|\blibres? de riesgos?\b",
        "Say which harms were seen, or that nobody knows.",
        within=rf".*\?|{_DENIED}(?:\W+\w+){{0,3}}?\W+(?:libres? de|sin) riesgos?\b",
    ),
    Banned(r"\bvivir(?:á|án|ás)? sin dolor\b|\buna vida sin dolor\b", _SAY_WHAT_WAS_SEEN),
    Banned(
        r"\b(?:deje|suspenda|pare) (?:de tomar )?(?:\w+ ){0,3}?"
        r"(?:anticoagulantes?|aspirina|warfarina|opioides?|medicinas?|medicamentos?|pastillas)\b",
        'Write "No los deje por su cuenta. Pregunte a quien los recetó y a la clínica."',
        within=rf"(?:{_DENIED}|\b(?:si|antes de|cuándo|cómo|pregunte)\b).*",
    ),
    Banned(r"\bsin efectos secundarios\b|\bno tiene efectos secundarios\b", "Say which were seen."),
    Banned(r"\bgarantiza(?:n|r|do|da|dos|das|mos)?\b|\bgarantías?\b", _LEAVE_OUT),
    Banned(
        r"\b(?:el|la|los|las|lo|su|sus|nuestro|nuestra|nuestros|nuestras) mejor(?:es)?\b",
        "Say what was compared with what, and which did better.",
    ),
    Banned(
        r"\b(?:aprobad[oa]s? por la FDA|la FDA (?:ha aprobado|aprobó|aprueba)|aprobación de la FDA)\b",
        'Write "no aprobado por la FDA" for this use, or name the other use it is approved for.',
        within=rf".*(?:{_DENIED}|\botr[oa]s?\b).*|.*\?|{_OTHER_USE}",
        allowed_under=frozenset({"glossary"}),
    ),
    Banned(r"\bLinear\b", "Name no product and no company."),
    Banned(r"\brodillas?\b", "This kiosk is about the back: leave it out.", allowed_under=_COST),
    Banned(
        r"\btestimonios?\b|\bhistorias? de éxito\b|\bcambió mi vida\b|\bmi dolor (?:desapareció|se fue)\b",
        "Leave it out: what one patient says tells nothing about the next.",
    ),
    Banned(r"\b(?:bien toleradas?|bien tolerados?)\b", "Name the side effects as plainly as the gains."),
    Banned(
        r"\bhueso (?:con|contra|sobre) hueso\b|\bmala postura\b|\benfermedad degenerativa\b"
        r"|\b(?:espalda|tratamiento) fallid[oa]\b",
        "Use words that neither frighten nor blame.",
    ),
    Banned(r"[!¡]", "End the sentence with a full stop."),
)  # fmt: skip

_SELLING: Final = (
    Banned(r"\$ ?\d[\d,.]*|\b\d[\d,.]* dólares\b", "Give no price for exosomes."),
    Banned(
        r"\b(?:reserve|agende|programe|pida) (?:una|su|ya|ahora)\b|\bcitas?\b|\binscríbase\b"
        r"|\bdescuentos?\b|\boferta especial\b",
        "Leave it out: the page explains and never invites.",
    ),
    Banned(
        r"\b(?:ofrecemos|vendemos|(?:esta|nuestra) clínica (?:ofrece|vende))\b",
        "Leave it out: the page must not offer them.",
    ),
)

_EFFECTS: Final = any_word(
    (
        r"ayuda(?:n|ron)? a|ayudan|ayudó|ayudaron|ayudaba[n]?",
        r"alivi(?:a|an|ó|aron)|mejor(?:ó|aron)|mejoran? (?:el|la|los|las|su)|redu(?:ce|cen|jo|jeron)",
        r"disminuy(?:e|en|ó|eron)",
        r"previene[n]?|calma(?:n|ron)?|calmó|acorta(?:n)?|acortó|funciona(?:n|ron)?|funcionó",
        r"(?:puede[n]?|podría[n]?) (?:también )?(?:ayudar|aliviar|mejorar|reducir|prevenir|bajar|disminuir)",
        r"(?:mejor|peor|mayor|menor|más baj[oa]s?|más alt[oa]s?) (?:\w+ ){0,4}que",
        r"menos (?:dolor|efectos secundarios|episodios)",
        r"se (?:sintió|sintieron) (?:mucho )?(?:mejor|peor)",
        r"no hubo (?:una )?diferencias?",
        (
            r"(?:estudios?|revisi(?:ón|ones)|guías?|expertos|investigadores) (?:\w+ ){0,3}"
            r"(?:hall(?:ó|aron)|encontr(?:ó|aron)|muestra[n]?|mostr(?:ó|aron)|dice[n]?|vi(?:o|eron) que|aconseja[n]?)"
        ),
    )
)
_NOT_EFFECTS: Final = any_word(
    (
        r"(?:si|cómo|cuánto|a quién|a quiénes|cuál|qué tipo) [^,.;:]*",
        (
            r"(?:médic[oa]|(?:fisio)?terapeuta|especialista|doctora?|equipo|personal|alguien|chequeo)s? "
            r"(?:lo |le )?(?:pued[ae]n? )?ayuda[nr]?"
        ),
        r"ayuda[nr]? a (?:que )?(?:\w+ ){0,2}co[aá]gul\w+",
        r"ayuda[nr]? a (?:mantener|elegir|decidir|descartar|saber|descansar|planear)",
        r"mejor que (?:otr[oa]s|los otros|las otras)",
    )
)
"""Words that look the same: a condition, a person who helps."""
_UNKNOWNS: Final = any_word(
    (
        r"(?:no|nadie|tampoco) (?:lo )?(?:se )?sab(?:e|en|emos)",
        r"no se (?:conoce|ha demostrado|ha estudiado|ha probado)",
        r"no (?:está|es) (?:clar[oa]|segur[oa]|demostrad[oa]|probad[oa])",
        r"desconocid[oa]s?",
        r"no est(?:á|amos) segur[oa]s?",
        r"(?:poc[oa]s|ningún) (?:\w+ ){0,2}(?:estudios?|ensayos?)",
        r"la idea es",
        r"no (?:demuestra|prueba)",
    )
)
"""Words that claim nothing."""
_SPELLED: Final = any_word(
    (
        (
            r"(?:un[ao]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) de cada "
            r"(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil)"
        ),
        r"la mitad de (?:las personas|los pacientes|los adultos|la gente|ellas|ellos)",
        r"(?:a la mitad|en un (?:tercio|cuarto|quinto|décimo)|dos tercios|tres cuartos)",
        r"el doble de (?:personas|probable|veces)",
    )
)
"""Figures in words."""

_TERMS: Final = (
    ("agudo", "aguda"), ("crónico", "crónica"), ("parte baja de la espalda",), ("columna", "columna vertebral"),
    ("vértebra", "vértebras"), ("disco", "discos"), ("disco abultado", "discos abultados"),
    ("disco herniado", "discos herniados", "hernia de disco", "hernias de disco"),
    ("desgaste del disco", "degeneración"),
    ("articulación facetaria", "articulaciones facetarias", "faceta", "facetas"),
    ("sacroilíaca", "sacroilíacas", "sacroiliaca"),
    ("ligamento", "ligamentos"), ("tendón", "tendones"), ("esguince", "esguinces"), ("distensión", "distensiones"),
    ("ciática",), ("estenosis",), ("artrosis", "osteoartritis"), ("osteoporosis",), ("escoliosis",),
    ("artritis inflamatoria", "artritis reumatoide", "espondilitis anquilosante"), ("cauda equina", "cola de caballo"),
    ("señal de alerta", "señales de alerta"), ("plaqueta", "plaquetas"), ("plasma",), ("PRP",),
    ("factor de crecimiento", "factores de crecimiento"), ("centrífuga",), ("proloterapia",), ("dextrosa",),
    ("exosoma", "exosomas"), ("célula madre", "células madre"), ("médula ósea",), ("BMAC",),
    ("donante", "donantes", "alogénico"), ("autólogo", "autóloga"), ("fluoroscopia",), ("ultrasonido", "ecografía"),
    ("anestesia local",), ("AINE", "AINEs"), ("anticoagulante", "anticoagulantes"),
    ("corticosteroide", "corticosteroides", "esteroide", "esteroides"), ("epidural",), ("discitis",),
    ("aumento del dolor por unos días",), ("efecto secundario", "efectos secundarios"), ("placebo",),
    ("tratamiento simulado",), ("aleatorizado", "al azar"), ("certeza",), ("uso no indicado en la etiqueta",),
    ("aprobado por la FDA",), ("autorizado por la FDA",), ("IND",), ("pago propio",), ("decisión compartida",),
    ("resonancia magnética",), ("FDA",), ("opioide", "opioides"), ("radiofrecuencia",),
)  # fmt: skip

SPANISH: Final = LanguageRules(
    syllables=syllables,
    reads_hard=spanish_faults,
    banned=_BANNED,
    selling=_SELLING,
    effects=_EFFECTS,
    not_effects=_NOT_EFFECTS,
    unknowns=_UNKNOWNS,
    spelled_figures=_SPELLED,
    bare_unknown=frozenset({"No lo sabemos.", "No se sabe.", "No hace falta.", "No aplica."}),
    exosome_notice="Ningún producto de exosomas está aprobado por la FDA.",
    column_notice=(
        "No compare los números de un tratamiento con los de otro. "
        "Los estudios tuvieron personas distintas y midieron cosas distintas."
    ),
    general_notice=("Esta es información general.", "Hable con su médico."),
    terms=_TERMS,
)
