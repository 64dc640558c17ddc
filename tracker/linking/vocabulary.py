"""The words in which improvement actions are written, as matching weighs them.

Owns which words say nothing, which only say that work is done, who does it or in what form, which
words mean the same, and the field's abbreviations. Nothing here is a rule: `wording` turns text
into weighted words with it, and a word that is not here counts as what an action is about.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in text.strip().splitlines())


ABBREVIATIONS = {
    "acp": "anticipatory care plan",
    "acps": "anticipatory care plans",
    "adp": "alcohol and drug partnership",
    "ahp": "allied health professional",
    "ahps": "allied health professionals",
    "anp": "advanced nurse practitioner",
    "anps": "advanced nurse practitioners",
    "apr": "annual performance report",
    "asn": "additional support needs",
    "asp": "adult support and protection",
    "bsl": "british sign language",
    "cab": "citizens advice bureau",
    "camhs": "child and adolescent mental health services",
    "ccgc": "clinical and care governance committee",
    "ccgg": "clinical and care governance group",
    "ceo": "chief executive",
    "ceos": "chief executives",
    "cfo": "chief finance officer",
    "cfos": "chief finance officers",
    "chc": "continuing health care",
    "cld": "community learning and development",
    "clw": "community link worker",
    "clws": "community link workers",
    "cmt": "corporate management team",
    "co": "chief officer",
    "cos": "chief officers",
    "cpp": "community planning partnership",
    "cppb": "community planning partnership board",
    "cswo": "chief social work officer",
    "d2a": "discharge to assess",
    "dbi": "distress brief intervention",
    "elt": "extended leadership team",
    "eqia": "equality impact assessment",
    "foi": "freedom of information",
    "fte": "full time equivalent",
    "gp": "general practice",
    "gps": "general practices",
    "hah": "hospital at home",
    "hcs": "housing contribution statement",
    "his": "healthcare improvement scotland",
    "hr": "human resources",
    "hscp": "health and social care partnership",
    "hscps": "health and social care partnerships",
    "ia": "integration authority",
    "ict": "digital",
    "ihub": "improvement hub",
    "ijb": "integration joint board",
    "ijbs": "integration joint boards",
    "isd": "public health scotland",
    "it": "digital",
    "jsna": "joint strategic needs assessment",
    "kpi": "performance indicator",
    "kpis": "performance indicators",
    "la": "council",
    "las": "council",
    "lgbf": "local government benchmarking framework",
    "loip": "local outcomes improvement plan",
    "lpg": "locality planning group",
    "lpgs": "locality planning groups",
    "mdt": "multidisciplinary team",
    "mdts": "multidisciplinary teams",
    "mfs": "market facilitation statement",
    "mou": "memorandum of understanding",
    "msg": "ministerial strategic group",
    "mtfp": "medium term financial plan",
    "mtfs": "medium term financial strategy",
    "ncs": "national care service",
    "nes": "nhs education for scotland",
    "nrac": "resource allocation formula",
    "od": "organisational development",
    "ooh": "out of hours",
    "ot": "occupational therapy",
    "pcip": "primary care improvement plan",
    "pdp": "personal development plan",
    "phs": "public health scotland",
    "pmo": "programme management office",
    "ppf": "public partnership forum",
    "qi": "quality improvement",
    "rsl": "housing association",
    "rsls": "housing associations",
    "saer": "significant adverse event review",
    "saers": "significant adverse event reviews",
    "sas": "scottish ambulance service",
    "sds": "self directed support",
    "sg": "scottish government",
    "ship": "strategic housing investment plan",
    "sla": "service level agreement",
    "slt": "senior leadership team",
    "smt": "senior management team",
    "sna": "strategic needs assessment",
    "spcg": "strategic planning and commissioning group",
    "spg": "strategic planning group",
    "sssc": "scottish social services council",
    "tec": "technology enabled care",
    "tsi": "third sector interface",
    "uscpb": "unscheduled care programme board",
}
"""Abbreviations of the field, in lower case; a paper's own are learnt from its words."""

PHRASES = {
    "integration joint board": "ijb",
    "integration joint boards": "ijb",
    "integration authority": "ijb",
    "integration authorities": "ijb",
    "health and social care partnership": "hscp",
    "health and social care partnerships": "hscp",
    "section 95 officer": "chief finance officer",
    "s95 officer": "chief finance officer",
    "s 95 officer": "chief finance officer",
    "chief financial officer": "chief finance officer",
    "local authority": "council",
    "local authorities": "council",
    "health board": "nhs",
    "nhs board": "nhs",
    "general practitioner": "gp",
    "general practitioners": "gp",
    "general practice": "gp",
    "general practices": "gp",
    "voluntary sector": "third sector",
    "voluntary organisation": "third sector",
    "voluntary body": "third sector",
    "voluntary bodies": "third sector",
    "private sector": "independent sector",
    "terms of reference": "remit",
    "short break": "respite",
    "in relation to": "about",
    "in the light of": "about",
    "in light of": "about",
    "in line with": "about",
    "with regard to": "about",
    "in terms of": "about",
    "in respect of": "about",
    "care at home": "homecare",
    "home care": "homecare",
    "care home": "carehome",
    "care homes": "carehome",
    "residential home": "carehome",
    "residential homes": "carehome",
    "nursing home": "carehome",
    "nursing homes": "carehome",
    "people using services": "serviceuser",
    "people who use services": "serviceuser",
    "people who use our services": "serviceuser",
    "users of services": "serviceuser",
    "supported people": "serviceuser",
    "service user": "serviceuser",
    "service users": "serviceuser",
    "users": "serviceuser",
    "clients": "serviceuser",
    "older people": "elderly",
    "older adults": "elderly",
    "older persons": "elderly",
    "young people": "youth",
    "young adults": "youth",
    "mental health": "mentalhealth",
    "set aside": "setaside",
    "learning disability": "learningdisability",
    "learning disabilities": "learningdisability",
    "front line": "frontline",
    "every year": "annual",
    "each year": "annual",
    "once a year": "annual",
    "a year": "annual",
    "every month": "monthly",
    "each month": "monthly",
    "every quarter": "quarterly",
    "each quarter": "quarterly",
    "every three months": "quarterly",
    "twice a year": "halfyearly",
    "twice yearly": "halfyearly",
    "every six months": "halfyearly",
    "six monthly": "halfyearly",
    "set up": "establish",
    "put in place": "establish",
    "bring in": "establish",
    "brought in": "establish",
    "draw up": "write",
    "drawn up": "write",
    "make sure": "ensure",
    "carry out": "implement",
    "carried out": "implement",
    "roll out": "implement",
    "rolled out": "implement",
    "put into practice": "implement",
    "look at": "review",
    "looked at": "review",
    "look again": "review",
    "look into": "review",
    "set out": "define",
    "sets out": "define",
    "setting out": "define",
    "bring together": "combine",
    "brings together": "combine",
    "bringing together": "combine",
    "brought together": "combine",
    "lived experience": "livedexperience",
    "long term": "longterm",
    "longer term": "longterm",
    "as well as": "and",
    "in order to": "to",
    "up to date": "current",
    "on time": "timely",
    "no later than": "by",
    "real time": "realtime",
    "a and e": "accident emergency",
    "elected member": "councillor",
    "accident and emergency": "accident emergency",
    "substance use": "substanceuse",
    "substance misuse": "substanceuse",
    "drug and alcohol": "substanceuse",
    "alcohol and drug": "substanceuse",
    "drugs and alcohol": "substanceuse",
    "alcohol and drugs": "substanceuse",
    "technology enabled care": "telecare",
    "hospital at home": "hospitalathome",
    "anticipatory care planning": "anticipatory care plan",
    "future care planning": "anticipatory care plan",
    "future care plan": "anticipatory care plan",
    "social media": "socialmedia",
    "day care": "daycare",
    "day service": "daycare",
    "day centre": "daycare",
    "day opportunities": "daycare",
    "out of hours": "outofhours",
    "out of area": "outofarea",
    "step down": "intermediate care",
    "extra care housing": "extracare housing",
    "housing with care": "extracare housing",
    "housing with extra care": "extracare housing",
    "replacement care": "respite",
    "unpaid carer": "carer",
    "informal carer": "carer",
    "family carer": "carer",
    "end of life": "palliative",
    "well being": "wellbeing",
    "adverse event": "incident",
    "sign off": "agree",
    "signed off": "agree",
    "in post": "recruit",
    "took up post": "recruit",
    "taken up post": "recruit",
    "scale up": "expand",
    "scaled up": "expand",
    "scaling up": "expand",
    "vice chair": "vicechair",
    "depute chair": "vicechair",
    "easy read": "plainlanguage",
    "plain english": "plainlanguage",
    "plain language": "plainlanguage",
    "waiting list": "waiting",
    "waiting time": "waiting",
    "gp practice": "gp",
    "gp surgery": "gp",
    "gp surgeries": "gp",
    "balance of care": "balanceofcare",
    "whole system": "wholesystem",
    "early intervention": "prevent",
    "test of change": "pilot",
    "tests of change": "pilot",
}
"""Several words that are one thing, and how they are known here."""

SAME = _lines("""
    develop create establish introduce launch form start begin commence
    develop produce prepare write draft design devise formulate
    improve strengthen enhance increase raise boost reinforce
    improve expand extend widen broaden grow maximise
    continue maintain keep sustain remain ongoing
    support help assist enable facilitate promote encourage
    implement deliver apply embed
    review evaluate evaluation assess assessment appraise analyse analysis
    review examine explore consider study investigate
    refresh update revise renew amend rewrite modify revision
    agree approve confirm settle ratify endorse finalise sign adopt
    publish issue circulate release distribute
    train training course
    recruit appoint
    involve engage participate include participation
    consult consultation
    reduce cut decrease lower minimise shorten shorter fewer
    stop cease discontinue
    buy purchase procure procurement tender
    monitor track oversee scrutinise scrutiny oversight
    clarify clear clarity define specify describe
    simplify simple streamline
    combine merge join unify
    show demonstrate evidence illustrate
    compare benchmark comparison
    identify find
    fund money grant
    spend expenditure spent
    move transfer shift relocate
    align link tie connect
    test pilot trial try experiment
    session workshop seminar event
    third 3rd voluntary charity charities
    independent private
    objective ambition vision aspiration priority goal
    lesson learn learning learnt
    capacity capability
    brief briefing notify
    decide decision determine
    barrier obstacle
    nurse nursing
    law legislation statutory legal
    equality equalities inequality inequalities
    bulletin newsletter
    induction orientation onboarding
    frail frailty
    escalate escalation
    public citizen resident
    staff workforce employee personnel colleague worker
    gp gps
    hospital acute
    unscheduled emergency urgent
    children child
    rehabilitation rehab
    annual yearly annually
    premises property estate accommodation
    plan strategy
    guide guidance handbook manual toolkit
    template format layout
    data information intelligence
    outcome result impact benefit
    dispute disagreement conflict argument
    role job post position
    digital electronic online technology web website
    survey questionnaire poll
    expense reimburse reimbursement
    accountable responsible accountability responsibility
    programme project scheme initiative
    timetable timescale schedule
    timely timeous prompt
    quick rapid fast
    method methodology
    spread disseminate
    locality neighbourhood
    need requirement
    visit tour walkround walkabout
    redesign transform transformation remodel reshape reconfigure restructure modernise reform
    saving efficiency
    recurring recurrent
    overspend deficit shortfall
    finance accountancy accounting accountant
    population demographic demography demographics
    forecast predict prediction predictive trend
    admission admit
    prevent prevention preventative preventive avoid avoidable
    cost price
    deputy depute deputise
    replace replacement substitute
    jargon glossary
    rota roster rostering
    represent representative representation rep
    dashboard scorecard
    indicator measure metric
    chair chairperson convener convenor
    ijb board
    pharmacy pharmacist
    medicine medication
    prescribe prescription
    physiotherapy physio physiotherapist
    podiatry podiatrist
    dentist dental dentistry
    education school
    poverty deprivation
    protect protection safeguard safeguarding
    autism autistic
    disability disabled
    absence sickness
    agency locum
    reserve contingency
    earmark ringfence ringfenced
    coach mentor mentoring
    skill competence competency
    procedure protocol
    charter compact concordat
    peer comparator
    vary variation variance
    register log
    directory catalogue
    prison custody
    homeless homelessness
    lonely loneliness isolation
    climate carbon
    overnight sleepover
    duplicate duplication
    socialmedia facebook twitter
    nominate nominee nomination
    vacancy shortage
    eligibility eligible
    culture ethos
    criterion criteria
    complex complexity
    refer referral
    visible visibility
""")
"""Words that mean the same in an action; the first of each line stands for all."""

EMPTY = _words("""
    a about above re after again against all already also always am an and any are as at be
    because been before being below between both but by can could did do does doing done down
    during each either etc every for from further had has have having he her here hers him his
    how if in into is it its itself just may me might more most must my new no nor not now of
    off on once one only undertake undertaken undertook utilise utilised utilising regard
    relation respect accordance basis order or other our ours out over own per s same shall she
    should since so some such t than that the their theirs them themselves then there these they
    this those through to too under until up upon us very was we were what when where whether
    which while who whom whose why will with within without would you your previously formerly
    known renamed underway together instead among around along towards enough much far someone
    something anyone everyone everything thing things many few little less least several another
    still yet ever never even however therefore rather quite everybody nobody two three four
    five six seven eight nine ten hold held run given give make made making take taken taking
    get use used using
""")
"""Words that say nothing by themselves."""

DATES = _words("""
    january february march april june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec spring summer autumn
""")
"""Words of dates, which change from cycle to cycle."""

WORKING = _words("""
    develop improve continue support implement ensure work process arrangement mechanism
    appropriate effective effectively robust regular regularly focus opportunity better greater
    good strong well wide wider key consistent current currently existing additional
    necessary possible potential relevant specific overall full fully need progress area
    different approach activity action way view aim intention commitment carry complete finish
    place provide lead address achieve number range level part set ongoing future joint jointly
    common share single total whole system various particular particularly first second
    sound rigorous next last long short high day week month year time date end remaining
    wherever bring allow ask tell offer see seek want wish decide know mean follow cover send
    receive come put look start play gain serve become raise exist feel deal handle arise
    base relate concern affect reflect recognise acknowledge recent recently
    proper properly easily closely actively successfully important
    significant major main central core essential useful helpful real true
    present past interim early late latest
""")
"""Words of doing, and of praise, that any action may hold."""

FORM = _words("""
    review refresh agree publish train recruit consult reduce stop buy monitor clarify simplify
    combine show compare identify move align test session plan report paper policy framework
    template guide programme document meeting group forum committee board team network panel
    member officer manager director chief executive head chair service partner partnership
    organisation staff council nhs health social care integration integrated ijb locality
    community strategic performance quarterly halfyearly leadership
    role outcome data accountable timetable method survey discussion discuss information
    public people provider sector professional senior management business record
""")
"""What form the work takes and who does it: half of what an action is about."""

BODIES = _words("""
    group groups forum forums committee committees board boards team teams network networks
    panel panels partnership partnerships alliance interface association officer officers
    executive executives
""")
"""The last word of the name of a body, or of a post."""

IRREGULAR = {
    pair[0]: pair[1]
    for pair in _lines("""
        author writer
        authors writer
        began begin
        begun begin
        brought bring
        built build
        chosen choose
        directories catalogue
        directory catalogue
        drawn draw
        found find
        grown grow
        kept keep
        learnt learn
        led lead
        lost lose
        medication medicine
        medications medicine
        met meet
        paid pay
        police constable
        publication publish
        publications publish
        residential residentialhome
        sent send
        shown show
        sought seek
        spent spend
        succession successor
        taught teach
        told tell
        universities college
        university college
        written write
        wrote write
    """)
}
"""Forms that no ending tells, and what they are forms of; and words that their ending would make
another of: the police is no policy."""
