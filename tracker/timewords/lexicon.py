"""The words of timescales: which phrases of a timescale cell mean what.

Owns the phrases, as data. Finding them in a text is `words`; what follows from them is
`scan`. A word that is not here is unknown, and unknown words never make a date.
"""

from __future__ import annotations

from enum import StrEnum, auto


class Word(StrEnum):
    """What a word or phrase does in a timescale."""

    # Dates, whole or in part.
    DATE = auto()
    RANGE = auto()
    """Two dates made one stretch."""
    FINANCIAL_YEAR = auto()
    YEAR = auto()
    MONTH = auto()
    """A month without its year."""
    DAY = auto()
    """A day and month without their year."""
    NUMBER = auto()
    QUARTER = auto()
    HALF = auto()
    SEASON = auto()
    SPAN = auto()
    """A length of time."""
    FAULT = auto()
    """A date that cannot be: the reason stands in the token."""

    # What stands before a date and bears on its day.
    BEFORE = auto()
    END = auto()
    LATE = auto()
    MID = auto()
    EARLY = auto()
    OUTSET = auto()
    WEEK = auto()
    BETWEEN = auto()

    # What a date is for.
    BY = auto()
    UNTIL = auto()
    FROM = auto()
    BEGIN = auto()
    BEGUN = auto()
    SINCE = auto()
    ONWARDS = auto()
    WAS = auto()
    NOW = auto()
    REVISED = auto()
    """Replaces a date, if one stands before it."""
    REVIEW = auto()
    REVIEWED = auto()
    NEXT = auto()
    WEEKDAY = auto()
    SLIPPED = auto()
    """Late; without a new date it leaves the old one open."""
    EVERY = auto()
    REPEAT = auto()
    THEREAFTER = auto()

    # Answers that need no date.
    IN_PLACE = auto()
    ONGOING = auto()
    COMPLETE = auto()
    TO_BE_AGREED = auto()
    NOTHING = auto()
    IN_PROGRESS = auto()
    NOT_STARTED = auto()
    ON_HOLD = auto()
    WITHDRAWN = auto()
    SUPERSEDED = auto()
    UNDATED = auto()
    """An answer that names no time, such as as soon as possible."""

    # What holds a cell together.
    AND = auto()
    COMMA = auto()
    TO = auto()
    DASH = auto()
    SLASH = auto()
    COLON = auto()
    STOP = auto()
    OPEN = auto()
    CLOSE = auto()

    # All other words.
    LINK = auto()
    """A preposition or article: joins, and adds nothing."""
    PLAIN = auto()
    """A word that belongs to any date, such as target or expected."""
    NOUN = auto()
    """A thing that a date is often the date of, such as a meeting."""
    UNKNOWN = auto()
    BE = auto()
    """Puts the participle after it into the future."""
    PAST = auto()
    """Something that has happened, as far as the words tell."""
    NOTE = auto()
    """Opens a remark on the date before it."""
    HINGE = auto()
    """Makes a date hang on something else, unless it stands behind the date."""
    DOUBT = auto()
    """Turns or hedges the meaning, so that nothing is certain."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PHRASES: dict[Word, str] = {
    Word.BEFORE: "before|before the|prior to|prior to the|ahead of|ahead of the|in advance of",
    Word.END: "end|ends|end of|the end of|end of the|the end of the|close of|the close of"
    "|year end|year end of|ending|year ended|quarter ended|month ended|period ended|end date"
    "|end of the year|end of the month of|end of month|end of year|month end|quarter end"
    "|end of quarter|end of the quarter",
    Word.LATE: "late|later in|latter part of|late in",
    Word.MID: "mid|middle of|the middle of|middle of the|in the middle of|mid way through"
    "|halfway through",
    Word.EARLY: "early|early in|early part of|beginning|beginning of|the beginning of"
    "|beginning of the|at the beginning of",
    Word.OUTSET: "start of|the start of|start of the|the start of the|outset of|by beginning of"
    "|by the beginning of|by the beginning of the|by the start of|by start of"
    "|by the start of the",
    Word.WEEK: "w/c|wc|wk c|week commencing|week beginning|the week commencing"
    "|the week beginning|week commencing on|w/b|week of|the week of|week starting",
    Word.BETWEEN: "between",
    Word.BY: "on or before|on or before the|on or by|by or before|by|by the|no later than"
    "|not later than|no later than the|at the latest|at latest|latest|latest by|due|due by"
    "|due in|due on|due for|w/e|week ending|the week ending|to complete|to complete by"
    "|complete by|completes|completes in|will complete|due to complete|for completion"
    "|for completion by|for completion in|completion|completion by|completion in|completion date"
    "|completion due|completion expected|completion anticipated|completion planned"
    "|completion scheduled|in place by|in place no later than|for delivery by"
    "|for implementation by|for approval by|for approval in|target|target date|target completion"
    "|target completion date|target date for completion|target timescale|deadline|due date"
    "|timescale|timescales|timeline|timeframe|time frame|planned completion"
    "|planned completion date|anticipated completion|anticipated completion date"
    "|expected completion|expected completion date|estimated completion"
    "|estimated completion date|scheduled completion|delivery by|delivery date|implementation by"
    "|implementation date|to be put in place|will be put in place|should be put in place|aim for"
    "|aiming for|aim to complete by|aim by|working to",
    Word.UNTIL: "until|till|up until|up to|up to the|until the|through until|up till",
    Word.FROM: "from|from the|as from|as of|with effect from|effective from|effective|wef"
    "|on and from",
    Word.BEGIN: "starting|starting from|starting in|start|starts|starts in|start in|start date"
    "|start from|starting on|commencing|commencing from|commencing in|commencing on|commence"
    "|commence in|commence from|commences|to commence|to commence in|to commence from"
    "|to commence by|to start|to start in|to start from|to begin|to begin in|begin|begin in"
    "|begins|begins in|beginning in|beginning from|to be commenced|to be started|will commence"
    "|will commence in|will start|will start in|will begin|will begin in|commencement"
    "|commencement date|due to start|due to commence|due to begin|will be commenced"
    "|planned start|planned start date|to commence as part of|to start as part of"
    "|to begin as part of|will commence as part of",
    Word.BEGUN: "commenced|commenced in|commenced on|started|started in|started on|began"
    "|began in|begun|has commenced|has started|has begun|work commenced|work started|work began"
    "|work has commenced|work has started|work has begun|already commenced|already started"
    "|already begun|began on|commenced from|started from",
    Word.SINCE: "since|in effect since|running since",
    Word.ONWARDS: "onwards|onward|and onwards|and onward|forwards|going forward|and beyond",
    Word.WAS: "was|were|was due|was due by|was to be|was due in|was originally|original"
    "|originally|original date|original timescale|original target|original target date"
    "|original deadline|original due date|original completion date|originally due"
    "|originally due by|originally planned for|originally scheduled for|initially|initial date"
    "|initial timescale|previous|previously|previous date|previous timescale|previous target"
    "|previous target date|previous deadline|previously due|former|formerly|former date|old date"
    "|revised from|moved from|extended from|changed from|slipped from|delayed from|deferred from"
    "|rescheduled from|postponed from|amended from|updated from|carried forward from"
    "|brought forward from|carried over from|pushed back from|put back from|moved back from"
    "|rolled forward from|instead of|rather than|replaces|replacing|in place of",
    Word.NOW: "now|is now|now due|now due by|now due in|now expected|now expected by"
    "|now expected in|now planned for|now anticipated|now to be completed by|now scheduled for"
    "|now by|revised to|revised date|revised timescale|revised timescales|revised target"
    "|revised target date|revised deadline|revised due date|revised completion date"
    "|revised timeline|revised completion|new date|new timescale|new target|new target date"
    "|new deadline|new due date|updated to|updated date|updated timescale|extended to"
    "|extended until|extension to|slipped to|slipped until|slippage to|moved to|moved back to"
    "|moved out to|delayed to|delayed until|delay to|delay until|deferred to|deferred until"
    "|rescheduled to|rescheduled for|re scheduled to|re scheduled for|pushed back to"
    "|pushed back until|pushed to|put back to|put back until|postponed to|postponed until"
    "|changed to|amended to|carried forward to|carried over to|brought forward to"
    "|rolled forward to|has been revised to|has been extended to|has been moved to|has moved to"
    "|has slipped to|has been delayed to|has been delayed until|now extended to|now revised to"
    "|now moved to|now delayed to|now delayed until|timescale revised to|timescale extended to"
    "|date revised to|date extended to|date moved to|deadline extended to|further extended to"
    "|further revised to|further extension to|re profiled to|reprofiled to",
    Word.REVISED: "revised|updated|amended|extended|rescheduled|new|re scheduled|reprofiled"
    "|re profiled",
    Word.REVIEW: "review|reviews|to be reviewed|will be reviewed|for review|review date"
    "|review due|to review|review again|reviewing|be reviewed|rereview|re review|will review"
    "|review meeting|due for review|subject to review|review point|must be reviewed"
    "|should be reviewed",
    Word.REVIEWED: "reviewed|last reviewed|last review|previously reviewed|was reviewed"
    "|was last reviewed|has been reviewed|last review date|last updated|reviewed and updated"
    "|reviewed during",
    Word.NEXT: "next|the next|next date|next due|next one",
    Word.SLIPPED: "overdue|delay|delays|delayed|slippage|slipping|slipped|deferred|postponed"
    "|behind schedule",
    Word.EVERY: "every|each|once every|at least every",
    Word.THEREAFTER: "thereafter|after that|and thereafter|from then on|from then onwards",
    Word.IN_PLACE: "business as usual|bau|embedded|fully embedded|in place|all in place"
    "|already in place|now in place|now all in place|is in place|are in place|are all in place"
    "|fully in place|currently in place|is now in place|are now in place|has been put in place"
    "|have been put in place|established and in place|remains in place|in place already"
    "|in place now|is already in place|are already in place|in place and embedded"
    "|in place and under review|arrangements in place|process in place|processes in place"
    "|arrangements are in place",
    Word.ONGOING: "ongoing|on going|is ongoing|are ongoing|all ongoing|ongoing live work"
    "|live work|continuous|continuously|continuing|continual|continually|continues|rolling"
    "|rolling programme|continuous improvement|open ended|no end date|in perpetuity|ongoing work"
    "|ongoing process|ongoing activity|ongoing action|work ongoing|work is ongoing"
    "|work continues|this is ongoing|no fixed end date|now ongoing|remains ongoing|still ongoing"
    "|will be ongoing|to be ongoing|ongoing basis|on an ongoing basis|ongoing programme"
    "|ongoing commitment|ongoing and continuous",
    Word.COMPLETE: "complete|completed|is complete|now complete|now completed|fully complete"
    "|fully completed|all complete|all completed|already complete|already completed"
    "|has been completed|have been completed|was completed|done|all done|now done|achieved"
    "|finished|delivered|closed|concluded|implemented|fully implemented|actioned"
    "|this is complete|action complete|action completed|action closed|action now complete"
    "|work complete|work completed|work now complete|task complete|task completed"
    "|complete and closed|completed and closed|100% complete|100% completed|is now complete"
    "|completed in|completed on|completed during|complete in|was completed in|was completed on"
    "|has now been completed|has been done|completion achieved",
    Word.TO_BE_AGREED: "to be agreed|to be confirmed|to be determined|to be decided|to be set"
    "|to be advised|to be established|to be identified|to be arranged|to be scheduled"
    "|to be finalised and agreed|tba|tbc|tbd|not yet agreed|not yet set|not yet known"
    "|not yet confirmed|not yet determined|yet to be agreed|yet to be confirmed"
    "|yet to be determined|yet to be set|still to be agreed|still to be confirmed"
    "|still to be determined|awaiting confirmation|awaiting agreement|not known|unknown"
    "|no date agreed|no date set|no date yet|date to be agreed|date to be confirmed|date tbc"
    "|date tba|dates to be agreed|dates to be confirmed|dates tbc|timescale to be agreed"
    "|timescale to be confirmed|timescales to be agreed|timescales to be confirmed|timescale tbc"
    "|timescales tbc|timescale tba|under discussion|not yet fixed|date not yet agreed"
    "|no timescale agreed|no timescale set|to be agreed and confirmed|timescale not yet agreed"
    "|timescales not yet agreed|to be discussed|to be discussed and agreed",
    Word.NOTHING: "n/a|not applicable|none|nil|no timescale|no timescales|none given|none stated"
    "|no date|blank|not stated|none specified|not specified",
    Word.IN_PROGRESS: "in progress|is in progress|work in progress|underway|under way"
    "|is underway|is under way|work underway|work is underway|work under way|progressing|in hand"
    "|already underway|currently underway|now underway|work is in progress|currently in progress"
    "|already in progress|now in progress",
    Word.NOT_STARTED: "not started|not yet started|not commenced|not yet commenced|not begun"
    "|not yet begun|yet to start|yet to commence|yet to begin",
    Word.ON_HOLD: "on hold|paused|suspended|currently on hold|currently paused|on pause"
    "|now on hold|is on hold",
    Word.WITHDRAWN: "withdrawn|cancelled|no longer required|no longer applicable"
    "|no longer needed|no longer relevant|not being progressed|not being taken forward"
    "|discontinued|not proceeding|abandoned",
    Word.SUPERSEDED: "superseded|superseded by events|now superseded",
    Word.UNDATED: "asap|as soon as possible|as soon as practicable|as soon as practical"
    "|immediate|immediately|immediate effect|with immediate effect|as required|as and when"
    "|as and when required|as needed|when required|as appropriate|as necessary|if required"
    "|urgent|urgently|short term|medium term|long term|longer term|shorter term"
    "|short to medium term|medium to long term|short medium term",
    Word.AND: "and|then|and then|plus|followed by",
    Word.TO: "to|through to|thru|to the",
    Word.LINK: "in|on|at|for|of|the|during|within|with|via|through|throughout|under|a|an|in the"
    "|on the|at the|for the|of the|within the|during the|alongside|across|per|course of"
    "|over the next|over next|in the next|within the next|during the next|for the next"
    "|over the course of|over the|the course of|in the course of|out of",
    Word.PLAIN: "status|it|is|are|this|that|these|those|will|we|our|all|work|works|action"
    "|actions|task|tasks|date|dates|expected|anticipated|expected by|anticipated by|planned"
    "|proposed|scheduled|scheduled for|planned for|proposed for|targeted|estimated|required"
    "|needed|intended|likely|aim|aims|aiming|hope|approx|approximately|circa|c|around|about"
    "|currently|calendar|financial|fiscal|reporting|year|month|quarter|it is anticipated"
    "|it is expected|is expected|is anticipated|is planned|it is planned|it is intended"
    "|is intended|is scheduled|is due|are due|are expected|period|timing|already|still|also|full"
    "|fully|final completion|overall|delivery|implementation|implement|deliver|date of|date for"
    "|kept under review|kept under regular review|to be kept under review"
    "|to be kept under regular review|under regular review|and under regular review"
    "|under continuous review|under constant review|under ongoing review|keep under review"
    "|regularly reviewed|reviewed regularly|is reviewed regularly|and reviewed regularly"
    "|to be reviewed regularly|with regular review|regular review|subject to regular review"
    "|and subject to regular review|reviewed on an ongoing basis|under continual review"
    "|kept under constant review|kept under continuous review|latest date|at present|this is"
    "|this will|so|as|final date",
    Word.NOUN: "meeting|meetings|board|ijb|mijb|committee|council|paper|session|workshop|cycle"
    "|report|reports|update|agenda|group|stage|phase|part|step|draft|final|publication|launch",
    Word.BE: "be|due to be|to be|will be|should be|must be|shall be|is to be|are to be|would be"
    "|can be|will have been|to have been|being|can then be",
    Word.NOTE: "because|because of|due to|owing to|as a result of|using|by means of|in time for"
    "|to inform|in line with|as part of|linked to|aligned to|aligned with|to align with"
    "|to support|to allow|to enable|to fit with|to feed into|to tie in with|in preparation for"
    "|in conjunction with|to coincide with|in readiness for|in support of|as per"
    "|in accordance with|to reflect|to meet",
    Word.HINGE: "after|as at|to date|to present|to the present|following|post|subject to|pending"
    "|awaiting|await|awaits|once|upon|when|under review|dependent on|dependent upon|depending on"
    "|depends on|on completion of|on approval of|on receipt of|after the|following the"
    "|following on from",
    Word.DOUBT: "see|refer|refers|ditto|above|below|last|week|weeks|weekend|fortnight|first of"
    "|second of|third of|fourth of|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    "|thirtieth|twenty|thirty|over|not|no|never|isn't|won't|cannot|can't|wasn't|didn't|doesn't"
    "|don't|hasn't|haven't|without|unless|if|provided|providing|assuming|but|however|although"
    "|though|except|excluding|or|either|neither|nor|earliest|at the earliest|earlier|sooner"
    "|later|later than|earlier than|than|beyond|minimum|maximum|at least|more|less|least"
    "|partially|partly|nearly|almost|mostly|substantially|largely|part complete|some"
    "|half complete|incomplete|unfinished|ago|unlikely|unachievable|unable|impossible"
    "|unrealistic|uncertain|unclear|undetermined|outstanding|possibly|possible|maybe|perhaps"
    "|hopefully|potentially|potential|provisionally|provisional|tentative|tentatively|might"
    "|could|would|should|depend|depends|depending|dependent|contingent|conditional|academic"
    "|school|tax|term|parliamentary|missed|lapsed|expired|fail|failed|tbr|new year|working days"
    "|working day|working weeks|previous year|last year|next year|this year|next month|next week"
    "|only|same|other|both dates|various|multiple|pre|semi|non|un|ex|exc|anti|tri|bi|quad"
    "|put in place|putting in place|half|nearing|towards|toward|close to|beforehand|aspirational"
    "|indicative|ideally|soon|shortly|imminent|imminently|far|too|lieu|present|presently|current"
    "|void|obsolete|moot|stale|wrong|incorrect|error|tardy|nominal|default|example|eg|e g|worst"
    "|best case",
}
"""Phrases by what they do; the longest that fits is taken."""

REPEATS: dict[str, str] = {
    "FREQ=YEARLY": "annual|annually|yearly|each year|every year|once a year|once per year"
    "|once per annum|every 12 months|each and every year|each financial year"
    "|every financial year|on an annual basis|an annual basis|annual basis|annual cycle"
    "|year on year|once yearly|every twelve months|each calendar year",
    "FREQ=YEARLY;INTERVAL=2": "biennial|biennially|every other year|every second year"
    "|alternate years",
    "FREQ=YEARLY;INTERVAL=3": "triennial|triennially|every third year",
    "FREQ=MONTHLY": "monthly|each month|every month|once a month|once per month"
    "|on a monthly basis|a monthly basis|monthly basis",
    "FREQ=MONTHLY;INTERVAL=2": "every other month|every second month",
    "FREQ=MONTHLY;INTERVAL=3": "quarterly|each quarter|every quarter|once a quarter"
    "|once per quarter|on a quarterly basis|a quarterly basis|quarterly basis",
    "FREQ=MONTHLY;INTERVAL=6": "half yearly|every half year",
    "FREQ=WEEKLY": "weekly|each week|every week|once a week|once per week|on a weekly basis"
    "|weekly basis",
    "FREQ=WEEKLY;INTERVAL=2": "fortnightly|every fortnight|each fortnight|every other week"
    "|every second week",
    "FREQ=WEEKLY;INTERVAL=4": "every fourth week",
    "FREQ=DAILY": "daily|each day|every day",
    "": "per year|per annum|per month|per quarter|per week|times a year|times per year"
    "|times each year|times yearly|times a month|times annually|twice a year|twice yearly"
    "|two times a year|twice each year|twice per year|twice annually|twice a month|regularly"
    "|regular|on a regular basis|periodically|recurring|repeating|repeated|at regular intervals"
    "|each meeting|every meeting|each cycle|every cycle",
}
"""Repetitions by their RFC 5545 rule; no rule where the words do not say when."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

ADJECTIVES = frozenset(
    {"annual", "monthly", "quarterly", "weekly", "daily", "regular", "yearly", "biennial"}
)
"""Repetitions that belong to a noun, where one follows: an annual report."""

AMBIGUOUS: dict[str, str] = {
    "biannual|biannually|bi annual|bi annually": "may mean twice a year or every two years",
    "bimonthly|bi monthly": "may mean twice a month or every two months",
    "biweekly|bi weekly": "may mean twice a week or every two weeks",
}

ADJECTIVAL_ENDINGS = _words(
    "need feed speed seed red bed embed exceed proceed indeed succeed shared integrated delegated"
    " unscheduled aged based related detailed dedicated combined limited led united hundred"
    " unmet joined accredited advanced mixed learned varied fixed blended certified set-aside"
    " consolidated multi-disciplined unified coordinated skilled valued improved enhanced"
)
"""Words that end like a participle and tell nothing of the past."""

BYGONES = _words(
    "held met sent made gone began went took taken given gave set put drawn brought built"
    " became ran said saw shown told written wrote won lost left paid read sought"
)
"""Participles and past tenses that do not end in -ed."""

ORDINALS = _words("first second third fourth")
"""Before a month these may be its day."""

NUMBERED = _words(
    "phase stage part step tranche wave milestone year week month cohort group version"
    " workstream lot option round level tier locality area theme module pillar team ward site unit"
    " cluster domain deliverable output sprint iteration edition issue volume form schedule model"
    " cycle category type band grade class quarter yr day principle commitment driver"
)
"""Words whose number, if it is one figure, is easily taken for the day of the month after it."""

REFERENCES = _words(
    "section item action recommendation proposal objective priority outcome annex appendix kpi"
    " standard indicator feature para paragraph bullet point number no ref reference table row page"
    " task strand element component chapter question goal aim"
)
"""The same, for a number of any length."""
