"""What the library was promised to hold; a page, a word or a figure that is taken out is missed here.

Source of the words and figures: the clinical brief, sections 1 to 6.
"""

from typing import Final

TOPICS: Final = (
    "what-it-is", "short-and-long", "how-it-goes",
    "strain", "disc-bulge", "disc-herniation", "disc-wear", "osteoarthritis", "stenosis", "sciatica", "scoliosis",
    "osteoporosis-and-fracture", "inflammatory-disease", "other-organs",
    "scans", "stress-and-mood", "your-clinicians-part", "about-this-kiosk",
)  # fmt: skip
REGENERATIVE: Final = ("prp", "prolotherapy", "exosomes", "stem-cells")
USUAL_CARE: Final = ("exercise", "waiting", "medicines", "injections", "surgery", "complementary", "home-care")
COLUMNS: Final = {
    "prp-prolotherapy-exosomes": ("prp", "prolotherapy", "exosomes", "exercise"),
    "four-regenerative": (*REGENERATIVE, "exercise"),
    "injection-exercise-or-wait": ("prp", "injections", "waiting", "exercise"),
}
"""The columns of each comparison; the last one is usual care."""
ROWS: Final = 18
"""Questions of a comparison. Source: the brief, section 3."""

FEWEST_TIPS: Final = 21
FEWEST_QUESTIONS_PEOPLE_ASK: Final = 24
FEWEST_PICTURES: Final = 60

GLOSSARY: Final = {
    "acute": "agudo", "chronic": "crónico", "low back": "parte baja de la espalda", "spine": "columna",
    "vertebra": "vértebra", "disc": "disco", "bulging disc": "disco abultado", "herniated disc": "disco herniado",
    "disc wear": "desgaste del disco", "facet joint": "articulación facetaria",
    "sacroiliac joint": "articulación sacroilíaca", "ligament": "ligamento", "tendon": "tendón",
    "sprain": "esguince", "strain": "distensión", "sciatica": "ciática", "stenosis": "estenosis",
    "osteoarthritis": "artrosis", "osteoporosis": "osteoporosis", "scoliosis": "escoliosis",
    "inflammatory arthritis": "artritis inflamatoria", "cauda equina syndrome": "síndrome de la cauda equina",
    "red flag": "señal de alerta", "platelets": "plaquetas", "plasma": "plasma", "PRP": "PRP",
    "growth factors": "factores de crecimiento", "centrifuge": "centrífuga", "prolotherapy": "proloterapia",
    "dextrose": "dextrosa", "exosomes": "exosomas", "stem cell": "célula madre", "bone marrow": "médula ósea",
    "BMAC": "BMAC", "donor": "donante", "allogeneic": "alogénico", "autologous": "autólogo",
    "fluoroscopy": "fluoroscopia", "ultrasound": "ultrasonido", "local anesthetic": "anestesia local", "NSAID": "AINE",
    "blood thinner": "anticoagulante", "corticosteroid": "corticosteroide", "epidural": "epidural",
    "discitis": "discitis", "flare": "aumento del dolor", "side effect": "efecto secundario", "placebo": "placebo",
    "sham": "tratamiento simulado", "randomized trial": "estudio clínico al azar", "certainty": "certeza",
    "off-label": "uso no indicado en la etiqueta", "FDA approved": "aprobado por la FDA",
    "FDA cleared": "autorizado por la FDA", "IND": "IND", "self-pay": "pago propio",
    "shared decision": "decisión compartida",
}  # fmt: skip
"""Every word that is explained, in English and in Spanish. Source: the brief, section 6."""

PEOPLE: Final = (
    ("topics/what-it-is", "harm", "G1", "8 of 100"),
    ("topics/what-it-is", "harm", "G12", "1 of 100, 5 of 100"),
    ("topics/how-it-goes", "gain", "G8", "72 of 100"),
    ("topics/how-it-goes", "harm", "G12", "30 of 100, 70 of 100"),
    ("topics/disc-bulge", "gain", "G9", "30 of 100, 84 of 100"),
    ("topics/disc-wear", "gain", "G9", "37 of 100, 96 of 100"),
    ("topics/scans", "gain", "G9", "37 of 100, 96 of 100"),
    ("topics/disc-herniation", "gain", "G11", "63 of 100"),
    ("therapies/prp", "gain", "P3", "21 of 44, 16 of 45"),
    ("therapies/prp", "gain", "P3", "22 of 44, 24 of 45"),
    ("therapies/prp", "harm", "P3", "1 of 49, 0 of 49"),
    ("therapies/prp", "harm", "P4", "1 of 31"),
    ("therapies/prolotherapy", "gain", "R2", "46 of 100, 36 of 100"),
    ("therapies/prolotherapy", "gain", "R2", "42 of 100, 36 of 100"),
    ("therapies/prolotherapy", "harm", "R7", "70 of 100"),
    ("therapies/prolotherapy", "harm", "R7", "25 of 100, 5 of 100"),
    ("therapies/stem-cells", "gain", "S1", "74 of 100, 69 of 100"),
    ("therapies/stem-cells", "harm", "P5", "2 of 136"),
    ("therapies/complementary", "gain", "T10", "44 of 100, 27 of 100"),
    ("therapies/waiting", "gain", "G8", "50 of 100, 83 of 100"),
    ("therapies/waiting", "gain", "G11", "63 of 100"),
    ("therapies/waiting", "harm", "G8", "28 of 100"),
    ("therapies/waiting", "harm", "G12", "30 of 100, 70 of 100"),
    ("therapies/waiting", "harm", "G12", "1 of 100, 5 of 100"),
)
"""Each result that is drawn as people: page, gain or harm, source, and the groups of the picture.

What a treatment gained without a comparison group stays in words: a picture would promise more than was found.
"""

POINTS: Final = (
    ("topics/short-and-long", "G7", (52, 23, 6)),
    ("topics/short-and-long", "G7", (51, 33, 23)),
    ("topics/strain", "G7", (52, 23, 6)),
    ("therapies/exercise", "T1", (15,)),
    ("therapies/exercise", "T1", (7, 10)),
    ("therapies/waiting", "G7", (52, 23, 6)),
    ("therapies/waiting", "G7", (51, 33, 23)),
)
"""Each result that the brief gives in points: never drawn as people."""
