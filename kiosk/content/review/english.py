"""English as the review needs it; what stands here comes from the clinical brief, sections 0, 1.2, 6 and 7."""

from typing import Final

from kiosk.content.review.language_rules import Banned, LanguageRules, any_word
from kiosk.content.review.readability import english_faults
from kiosk.content.review.syllables_english import syllables

_SAY_WHAT_WAS_SEEN: Final = 'Say what was seen and in whom, for example "small studies found less pain".'
_LEAVE_OUT: Final = "Leave it out, and say what was measured."
_COST: Final = frozenset({"cost", "approval_and_cost"})
_DENIED: Final = r"\b(?:not|never|no|nothing|none|hardly|isn['’]t|hasn['’]t)\b"
_HEDGED: Final = rf".*(?:{_DENIED}|\b(?:idea|may|might|could|if|whether|meant|hope|hopes|unclear|claims?)\b).*"
_OTHER_USE: Final = r"FDA (?:has )?approved (?:\w+ ){1,8}for (?!(?:\w+ )?(?:back|pain|discs?|spine|joints?)\b)"

_BANNED: Final = (
    Banned(r"\bpain[- ]free\b", 'Write "without pain", and of how many people it is true.'),
    Banned(r"\bcur(?:e|es|ed|ing|able|ative)\b", _SAY_WHAT_WAS_SEEN),
    Banned(r"\bmirac(?:le|les|ulous)\b", _LEAVE_OUT),
    Banned(r"\b(?:breakthroughs?|cutting[- ]edge|revolution(?:ary|ized?)|innovative)\b", _LEAVE_OUT),
    Banned(r"\bray of hope\b|\bpromising\b|\bgaining (?:traction|popularity)\b", _LEAVE_OUT),
    Banned(r"\btransform(?:s|ed|ing|ative)?\b", _SAY_WHAT_WAS_SEEN),
    Banned(r"\bsafe and effective\b", "Name the harms that were seen, and how sure we are that it helps."),
    Banned(
        r"\bproven\b",
        'Write "not proven", or say what a study found.',
        within=rf"{_DENIED}(?:\W+\w+){{0,4}}?\W+proven\b",
    ),
    Banned(r"\bnon[- ]?invasive(?:ly)?\b", 'A needle enters the body: write "done with a needle".'),
    Banned(r"\broot causes?\b", "Leave it out: no treatment here is known to reach it."),
    Banned(r"\bnatural(?:ly)? heal(?:s|ing)?\b|\bheal(?:s|ing)? naturally\b", _LEAVE_OUT),
    Banned(
        r"\b(?:heals|healed|repairs|repaired|regenerates?|regenerated|regenerating|regrows?|rebuilds?)\b"
        r"|\b(?:will|can|does|do|to) (?:heal|repair)\b",
        'Write "the idea is that it may help tissue", or "it is not shown to mend discs".',
        within=_HEDGED,
    ),
    Banned(
        r"\b(?:long[- ](?:lasting|term)|permanent|lasting) relief\b",
        "Say how long the studies followed people, and what they found then.",
    ),
    Banned(
        r"\brisk[- ]free\b|\b(?:no|without|zero) (?:any )?risks?\b",
        "Name the harms that were seen, or say that we do not know.",
        within=rf"{_DENIED}(?:\W+\w+){{0,3}}?\W+(?:risk[- ]free|without risks?)\b",
    ),
    Banned(r"\bno side effects?\b|\bfree of side effects?\b", "Say which were seen, or that we do not know."),
    Banned(r"\bguarantee[ds]?\b", _LEAVE_OUT),
    Banned(r"\bbest\b", "Say what was compared with what, and which did better."),
    Banned(
        r"\bFDA[- ]approved\b|\bapproved by the FDA\b|\bFDA (?:has |had )?approve[ds]\b|\bFDA approval\b",
        'Write "not approved by the FDA" for this use, or name the other use it is approved for.',
        within=rf".*(?:{_DENIED}|\b(?:another|other)\b).*|.*\?|{_OTHER_USE}",
        allowed_under=frozenset({"glossary"}),
    ),
    Banned(r"\bLinear\b", "Name no product and no company."),
    Banned(r"\bknees?\b", "This kiosk is about the back: leave it out.", allowed_under=_COST),
    Banned(
        r"\btestimonials?\b|\bsuccess stor(?:y|ies)\b|\bchanged my life\b|\bmy (?:back )?pain (?:is|was) gone\b"
        r"|\bpatients (?:love|swear by|rave)\b",
        "Leave it out: what one patient says tells nothing about the next.",
    ),
    Banned(
        r"\bstop (?:taking )?(?:\w+ ){0,3}?"
        r"(?:blood thinners?|anticoagulants?|warfarin|aspirin|opioids?|medicines?|pills)\b",
        'Write "Do not stop on your own. Ask the prescriber and the clinic."',
        within=rf"(?:{_DENIED}|\b(?:if|whether|before you|when to|how to|ask)\b).*",
    ),
    Banned(r"\bwell[- ]tolerated\b", "Name the side effects as plainly as the gains."),
    Banned(
        r"\bbone on bone\b|\bcrumbling\b|\b(?:poor|bad) posture\b"
        r"|\bdegenerative (?:\w+ )?(?:disease|condition|spine)s?\b"
        r"|\bfailed (?:back|treatment)\b",
        "Use words that neither frighten nor blame.",
    ),
    Banned(r"!", "End the sentence with a full stop."),
)  # fmt: skip

_SELLING: Final = (
    Banned(r"\$ ?\d[\d,.]*|\b\d[\d,.]* dollars\b", "Give no price for exosomes."),
    Banned(
        r"\b(?:book|schedule|reserve) (?:a|an|your|now)\b|\bappointments?\b|\bsign up\b|\bdiscounts?\b"
        r"|\bspecial offer\b",
        "Leave it out: the page explains and never invites.",
    ),
    Banned(
        r"\b(?:we|this clinic|our clinic) (?:offers?|provides?|sells?)\b", "Leave it out: the page must not offer them."
    ),
)

_EFFECTS: Final = any_word(
    (
        r"(?:help|ease|improve|reduce|relieve|prevent|soothe|shorten|boost|speed)(?:s|d|ed)",
        r"\w+s (?:help|ease|improve|reduce|prevent)|reliev(?:e|es|ed|ing)|relief from|works|worked",
        (
            r"(?:may|might|can|could|does|did|will|would) (?:also |often |even )?"
            r"(?:help|ease|improve|reduce|prevent|lower|speed|work)"
        ),
        r"(?:can|may|might|could) make (?:the |your )?pain (?:feel )?(?:better|worse)",
        r"(?:better|worse|lower|higher|less|fewer|faster|slower|longer) (?:\w+ ){0,4}than",
        r"(?:did|felt|got) (?:much |a little |clearly |no )?(?:better|worse)",
        r"(?:less|fewer) (?:pain|side effects|bouts)",
        r"no (?:clear )?difference",
        (
            r"(?:studies|study|trials?|reviews?|researchers|guidelines?|experts) (?:\w+ ){0,3}"
            r"(?:found|shows?|showed|says?|saw|advises?)"
        ),
    )
)
"""Words of results: what something does to pain, to daily life or to the body, and what studies found."""
_NOT_EFFECTS: Final = any_word(
    (
        r"(?:if|whether|how|whom?|which (?:one|kind|type)) [^,.;:]*",
        (
            r"(?:clinician|therapist|specialist|doctor|coach|staff|team|someone|scan|check-up)s? "
            r"(?:can |may |will )?helps?"
        ),
        r"(?:is|was|has|needs|gets|gives|wants|asks) help",
        r"helps? (?:you )?(?:to )?(?:keep|rest|plan|choose|decide|tell|rule out)",
        r"works (?:on|through|with|at|in|from|as)",
        r"costs? (?:\w+ )?less than|matters? more than|better than (?:others|the others)",
        r"(?:longer|less) than (?:you|usual|that|before)",
    )
)
"""Words that look the same: a condition, a person who helps or works."""
_UNKNOWNS: Final = any_word(
    (
        r"(?:we|they|experts|doctors) (?:also )?(?:do not|don['’]t) (?:yet )?know",
        r"nobody knows",
        r"no one knows",
        r"not (?:yet |been |well )?(?:known|shown|clear|proven|studied|sure)",
        r"unknown",
        r"unclear",
        r"unsure",
        r"(?:few|no) (?:\w+ ){0,2}(?:study|studies|trials?) (?:was|were|has|have|looked|compared|tested)",
        r"does not (?:show|prove)",
        r"the idea is",
        r"(?:is|are) meant to",
    )
)
"""Words that claim nothing."""
_SPELLED: Final = any_word(
    (
        (
            r"(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out of) (?:every )?"
            r"(?:two|three|four|five|six|seven|eight|nine|ten|\w*teen|twenty|thirty|fifty|a hundred|a thousand)"
        ),
        r"(?:about |nearly |over |more than |less than )?half (?:of )?(?:the |all )?(?:people|patients|adults|them)",
        r"by (?:a|one) (?:half|third|quarter|fifth|tenth)|by half|(?:two|three) (?:thirds|quarters)",
        r"twice as (?:many|much|likely)|doubled|tripled",
    )
)
"""Figures in words."""

_TERMS: Final = (
    ("acute",), ("chronic",), ("low back", "lower back"), ("spine",), ("vertebra", "vertebrae"), ("disc", "discs"),
    ("bulging disc", "bulging discs", "disc bulge"), ("herniated disc", "herniated discs", "disc herniation"),
    ("disc wear", "degeneration"), ("facet joint", "facet joints"), ("sacroiliac", "SI joint", "SI joints"),
    ("ligament", "ligaments"), ("tendon", "tendons"), ("sprain", "sprains"), ("strain", "strains"), ("sciatica",),
    ("stenosis",), ("osteoarthritis",), ("osteoporosis",), ("scoliosis",),
    ("inflammatory arthritis", "rheumatoid arthritis", "ankylosing spondylitis"), ("cauda equina",),
    ("red flag", "red flags"), ("platelet", "platelets"), ("plasma",), ("PRP",), ("growth factor", "growth factors"),
    ("centrifuge",), ("prolotherapy",), ("dextrose",), ("exosome", "exosomes"), ("stem cell", "stem cells"),
    ("bone marrow",), ("BMAC",), ("donor", "donors", "allogeneic"), ("autologous",), ("fluoroscopy",), ("ultrasound",),
    ("local anesthetic", "local anaesthetic"), ("NSAID", "NSAIDs"), ("blood thinner", "blood thinners"),
    ("corticosteroid", "corticosteroids", "steroid", "steroids"), ("epidural",), ("discitis",), ("flare", "flares"),
    ("side effect", "side effects"), ("placebo",), ("sham",), ("randomized", "randomised"), ("certainty",),
    ("off-label",), ("FDA approved",), ("FDA cleared", "cleared"), ("IND",), ("self-pay",), ("shared decision",),
    ("MRI",), ("FDA",), ("anticoagulant", "anticoagulants"), ("opioid", "opioids"), ("radiofrequency",),
)  # fmt: skip

ENGLISH: Final = LanguageRules(
    syllables=syllables,
    reads_hard=english_faults,
    banned=_BANNED,
    selling=_SELLING,
    effects=_EFFECTS,
    not_effects=_NOT_EFFECTS,
    unknowns=_UNKNOWNS,
    spelled_figures=_SPELLED,
    bare_unknown=frozenset({"We do not know.", "Not known.", "Not needed.", "Does not apply."}),
    exosome_notice="No exosome product is approved by the FDA.",
    column_notice=(
        "Do not compare numbers across columns. The studies had different people and measured different things."
    ),
    general_notice=("This is general information.", "Talk with your clinician."),
    fixed_phrases=(
        "are rare. If you have one, get checked.",
        "Do not stop on your own. Ask the prescriber and the clinic.",
        "Your best posture is your next one.",
    ),
    terms=_TERMS,
)
