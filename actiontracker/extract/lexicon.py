"""Word classes of minutes' English, as data: what verbs do to a promise, and which nouns can make one.

Lemmas in lower case. Each class says what it means for a clause whose head verb or subject is in it; the cues in
`cues.py` refer to the classes by these names.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DELIVER: Final = _words(
    "provide circulate share send bring submit forward supply present distribute issue email e-mail mail table return "
    "write report feed inform notify update advise pass copy disseminate post publish resend re-send relay convey respond reply"
)
"""Hands something over to somebody: the best single sign of an action."""

TASK: Final = _words(
    "contact raise look investigate arrange add ask speak liaise obtain seek find check chase follow prepare produce draft "
    "draw compile organise organize explore clarify confirm invite consult order purchase buy get collect install repair "
    "replace fix remove cut trim clear clean paint erect visit inspect attend meet call ring phone telephone "
    "discuss review monitor include incorporate amend revise develop undertake carry set schedule programme place put apply "
    "request pursue enquire inquire establish commission engage recruit complete finalise finalize identify "
    "research source book pay reimburse claim register advertise promote display deliver talk approach refer escalate "
    "examine analyse analyze assess consider reconsider revisit determine evaluate conduct convene hold create make take give "
    "launch implement introduce trial survey measure map photograph list record log scope cost quote tender renew "
    "cancel transfer move relocate sort deal tidy mow strim plant water sweep lay mark open close lock fit hang "
    "secure store keep hand let try work lobby press urge challenge push show tell explain "
    "remind reiterate highlight flag express thank invest release upload download scan print type insert attach link "
    "convert transcribe translate train brief nominate select choose shortlist interview join form start begin commence "
    "proceed progress action address resolve rectify correct answer defer adjourn reschedule rearrange "
    "audit gather calculate test reissue object comment participate represent re-visit re-examine catch "
    "ensure agree decide drop mention retain lead chair act swap bid fund donate contribute grant award allocate "
    "sign fill locate trace track verify design redesign reinstate restore rebuild resurface "
    "re-instate re-paint repaint refurbish level dig empty litter-pick dispose withdraw end do help"
)
"""Work that somebody can do and finish after the meeting."""

STATIVE: Final = _words(
    "be have need want like allow enable mean result benefit cost remain become seem appear depend require continue "
    "affect impact lead cause increase decrease rise fall reduce improve grow exceed contain include consist comprise "
    "cover apply involve relate reflect represent understand know feel think believe hope expect wish love hate prefer "
    "welcome appreciate support oppose help assist ensure suffer struggle face last live exist happen occur come go "
    "stay belong own save stand vary differ range equal total amount attract generate create offer receive"
)
"""A state, an effect or an outcome: a forecast rather than a promise when a thing is its subject."""

NEVER: Final = _words(
    "like need want able appreciate seem appear prefer love think believe feel hope expect mean depend belong"
)
"""Heads no clause that binds anybody."""

FORMAL: Final = _words(
    "note receive approve accept adopt endorse ratify confirm agree thank welcome acknowledge support recognise recognize "
    "appoint elect re-elect co-opt grant refuse reject exclude adjourn sign commend congratulate waive "
    "authorise authorize delegate suspend dismiss permit allow affirm declare move second carry vote resolve "
    "minute record concur determine nominate enter pay close amend delete re-elect"
)
"""What a body does by deciding it: done when the vote is taken, so that nobody owes anything."""

MEETING_CONDUCT: Final = _words(
    "leave remain withdraw vacate abstain vote chair preside declare rejoin exclude retire sit stand"
)
"""Conduct of the meeting itself, over when the meeting is."""

ASK: Final = _words("ask request instruct invite direct task urge commission mandate remind call order remit")
SPEAK: Final = _words(
    "comment share speak introduce present outline explain elaborate expand address respond answer summarise summarize update "
    "describe note consider discuss clarify raise put give say ask highlight reflect debate question identify declare vote support"
)
"""What somebody is asked to do at the meeting itself, and does there and then."""
OUTCOME: Final = _words(
    "launch open complete implement introduce establish develop start begin finish create deliver build close improve hold use apply "
    "reduce increase replace roll expand extend fund pay take meet release set fix fulfil achieve"
)
"""What happens to a plan or a service; told as a forecast more often than promised."""

AGREE: Final = _words(
    "agree undertake promise commit offer volunteer pledge resolve decide determine assure conclude guarantee vow consent action"
)
SAY: Final = _words(
    "say advise report state explain inform note indicate add confirm clarify tell comment reply respond announce "
    "mention emphasise emphasize stress reiterate highlight outline remind observe answer update remark acknowledge assert "
    "describe point notify propose give hear understand reassure"
)
SUGGEST: Final = _words("suggest propose moot recommend advocate")
THINK: Final = _words(
    "think hope feel believe expect consider wish wonder question understand anticipate envisage intend plan aim appreciate "
    "enquire inquire query doubt fear worry concern view see imagine assume predict estimate forecast project like want wish "
    "anticipate argue trust wonder"
)
RECOMMEND: Final = _words("recommend")

ROLE_NOUNS: Final = _words(
    "clerk chair chairman chairwoman chairperson vice-chair vice-chairman convener convenor officer officers director "
    "directors head manager managers leader councillor councillors cllr cllrs member members secretary treasurer lead "
    "executive commissioner chief constable governor governors headteacher principal trustee trustees solicitor engineer "
    "surveyor accountant auditor auditors warden coordinator co-ordinator adviser advisor advisers advisors pcso inspector "
    "sergeant superintendent president mayor deputy planner analyst architect consultant nurse doctor consultant practitioner "
    "specialist partner partners representative representatives colleague colleagues staff rfo proper steward ranger caretaker "
    "handyman lengthsman groundsman monitor editor webmaster volunteer volunteers secretariat ceo cfo coo dpo section"
)
"""Post titles and words for those who are present or answer for their office."""

GROUP_NOUNS: Final = _words(
    "committee sub-committee subcommittee panel board group team council cabinet forum task-group taskforce executive commission "
    "department service services directorate authority partnership trust working party unit secretariat office governance "
    "management"
)
"""Bodies that act as one: the committee, a working group, a team."""

THIRD_PARTIES: Final = _words(
    "government ministry minister ministers highways police contractor contractors developer developers applicant residents "
    "resident landowner owner owners tenant tenants company farmer water bt openreach agency parliament mp scotrail network "
    "operator operators supplier providers provider school schools university college hospital church village farmers police "
    "ombudsman regulator inspectorate people patients children families public parents pupils customers businesses industry "
    "market users community drivers motorists landlord landlords"
)
"""Those who are seldom bound by the minutes: told as information when they are the subject."""

PERSON_TITLES: Final = _words(
    "mr mrs ms miss dr prof professor sir dame lord lady cllr cllrs councillor councillors rev revd father canon pc pcso sgt insp ald alderman baroness"
)

CALENDAR: Final = _words(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday spring summer autumn winter christmas easter"
)
"""Capitalised words that name a time, never somebody."""
EVERYBODY: Final = _words("members councillors all everyone everybody both trustees governors")
"""Those present as a whole."""

PERSON_PRONOUNS: Final = _words("he she they we i who")
THING_PRONOUNS: Final = _words("it this that these those there which")

CONDITION_MARKS: Final = _words("if unless should provided")
EVENT_MARKS: Final = _words("before after until following")
"""Prepositions by which a clause waits for an event: "after the May elections"."""
TIME_MARKS: Final = _words("when once after until before as while whilst since")

INFORMATION: Final = _words(
    "information report reports update updates data figures figure detail details breakdown briefing note briefings paper papers copy "
    "copies list summary analysis response clarification presentation slides plan link statistics evidence case "
    "studies example examples letter email minutes document documents explanation timeline assurance comparison review "
    "schedule advice quote quotes quotation quotations survey feedback confirmation map costs costings answer answers"
)
"""What is asked for and handed over."""

RECIPIENT_NOUNS: Final = (
    ROLE_NOUNS | GROUP_NOUNS | THIRD_PARTIES | _words("scrutiny everyone all them him her us meeting parishioners")
)

TO_PEOPLE: Final = _words(
    "provide inform update notify advise contact ask invite email brief consult approach send tell remind supply give issue show "
    "write call ring phone thank lobby engage instruct request"
)
"""Verbs whose object can be the one who receives: "provide members with"."""

IRREGULAR: Final = {
    "undertook": "undertake",
    "undertaken": "undertake",
    "sought": "seek",
    "brought": "bring",
    "sent": "send",
    "given": "give",
    "gave": "give",
    "written": "write",
    "drawn": "draw",
    "put": "put",
    "set": "set",
    "made": "make",
    "found": "find",
    "met": "meet",
    "taken": "take",
    "held": "hold",
    "fed": "feed",
    "shown": "show",
    "kept": "keep",
    "told": "tell",
    "bought": "buy",
    "cut": "cut",
    "chosen": "choose",
    "chased": "chase",
    "deferred": "defer",
    "referred": "refer",
}
"""Past forms that a trained lemmatiser sometimes leaves as they are."""
