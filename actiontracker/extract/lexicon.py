"""Word classes of minutes' English, as data: what verbs do to a promise, and which nouns can make one.

Lower case; verbs as lemmas, nouns in the forms that minutes use. The cues in `constructions.py` and `modifiers.py` refer
to the verb classes by the names in `facts.Verbs` and `governors.Matrix`. A word may be in several classes: what each says
of it is added up, unless a docstring below tells which class comes first.
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
"""Work that somebody can do and finish after the meeting.

A verb that is in `FORMAL` too ("confirm", "sign", "amend") can be either; as the first verb of a clause it counts as both.
"""

STATIVE: Final = _words(
    "be have need want like allow enable mean result benefit remain become seem appear depend require continue "
    "affect impact cause increase decrease rise fall reduce improve grow exceed contain consist comprise "
    "cover involve relate reflect understand know feel think believe hope expect wish love hate prefer "
    "welcome appreciate support oppose assist suffer struggle face last live exist happen occur come go "
    "stay belong own save stand vary differ range equal total amount attract generate offer receive"
)
"""A state, an effect or an outcome: a forecast rather than a promise. No verb of `DELIVER` or `TASK` is in it."""

NEVER: Final = _words(
    "like need want able appreciate seem appear prefer love think believe feel hope expect mean depend belong"
)
"""Heads no clause that binds anybody: a wish, a need or an opinion."""

FORMAL: Final = _words(
    "note receive approve accept adopt endorse ratify confirm agree thank welcome acknowledge support recognise recognize "
    "appoint elect re-elect co-opt grant refuse reject exclude adjourn sign commend congratulate waive "
    "authorise authorize delegate suspend dismiss permit allow affirm declare move second carry vote resolve "
    "minute record concur determine nominate enter pay close amend delete"
)
"""What a body does by deciding it: done when the vote is taken, so that nobody owes anything.

A verb that is in `TASK` too is work as well; a clause whose later verbs are plain work ("be agreed and sent") is not formal.
"""

CONDUCT: Final = _words(
    "leave remain withdraw vacate abstain vote chair preside declare rejoin exclude retire sit stand"
)
"""Conduct of the meeting itself, over when the meeting is."""

ASK: Final = _words("ask request instruct invite direct task urge commission mandate remind call order remit")
"""As a governing verb: somebody is asked to do the clause."""

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
"""As a governing verb: somebody takes the clause on, or the meeting decides it."""

SAY: Final = _words(
    "say advise report state explain inform note indicate add confirm clarify tell comment reply respond announce "
    "mention emphasise emphasize stress reiterate highlight outline remind observe answer update remark acknowledge assert "
    "describe point notify propose give hear reassure"
)
"""As a governing verb: the clause is told; the last of the governing classes to be looked in."""

SUGGEST: Final = _words("suggest propose moot recommend advocate")
"""As a governing verb: the clause is only put forward."""

THINK: Final = _words(
    "think hope feel believe expect consider wish wonder question understand anticipate envisage intend plan aim appreciate "
    "enquire inquire query doubt fear worry concern view see imagine assume predict estimate forecast project like want "
    "argue trust"
)
"""As a governing verb: the clause is hoped, supposed or asked after."""

RECOMMEND: Final = _words("recommend")
"""As a governing verb: the clause is a recommendation; looked in before `SUGGEST`."""

ROLE_NOUNS: Final = _words(
    "clerk chair chairman chairwoman chairperson vice-chair vice-chairman convener convenor officer officers director "
    "directors head manager managers leader councillor councillors cllr cllrs member members secretary treasurer lead "
    "executive commissioner chief constable governor governors headteacher principal trustee trustees solicitor engineer "
    "surveyor accountant auditor auditors warden coordinator co-ordinator adviser advisor advisers advisors pcso inspector "
    "sergeant superintendent president mayor deputy planner analyst architect consultant nurse doctor practitioner "
    "specialist partner partners representative representatives colleague colleagues staff rfo proper steward ranger caretaker "
    "handyman lengthsman groundsman monitor editor webmaster volunteer volunteers secretariat ceo cfo coo dpo section"
)
"""Post titles and words for those who are present or answer for their office; looked in before `GROUP_NOUNS`."""

GROUP_NOUNS: Final = _words(
    "committee sub-committee subcommittee panel board group team council cabinet forum task-group taskforce commission "
    "department service services directorate authority partnership trust working party unit office governance "
    "management"
)
"""Bodies that act as one: the committee, a working group, a team."""

THIRD_PARTIES: Final = _words(
    "government ministry minister ministers highways police contractor contractors developer developers applicant residents "
    "resident landowner owner owners tenant tenants company farmer water bt openreach agency parliament mp scotrail network "
    "operator operators supplier providers provider school schools university college hospital church village farmers "
    "ombudsman regulator inspectorate people patients children families public parents pupils customers businesses industry "
    "market users community drivers motorists landlord landlords"
)
"""Those who are seldom bound by the minutes: told as information when they are the subject."""

PERSON_TITLES: Final = _words(
    "mr mrs ms miss dr prof professor sir dame lord lady cllr cllrs councillor councillors rev revd father canon pc pcso sgt insp ald alderman baroness"
)
"""Stand before a name and show that it is a person's."""

CALENDAR: Final = _words(
    "january february march april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday spring summer autumn winter christmas easter"
)
"""Capitalised words that name a time, never somebody."""

EVERYBODY: Final = _words("members councillors all everyone everybody both trustees governors")
"""Those present as a whole, unless a name or a post stands with the word; looked in before `ROLE_NOUNS`."""

PERSON_PRONOUNS: Final = _words("he she they we i who")
THING_PRONOUNS: Final = _words("it this that these those there which")

CONDITION_MARKS: Final = _words("if unless should provided")
"""Words by which a clause holds only if something else happens."""

EVENT_MARKS: Final = _words("before after until following")
"""Prepositions by which a clause waits for an event: "after the May elections"."""

TIME_MARKS: Final = _words("when once after until before as while whilst since")
"""Words that open a clause telling when."""

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
"""Those to whom something can be handed, told or said."""

TO_PEOPLE: Final = _words(
    "provide inform update notify advise contact ask invite email brief consult approach send tell remind supply give issue show "
    "write call ring phone thank lobby engage instruct request"
)
"""Verbs whose object can be the one who receives: "provide members with"."""

PAST_FORMS: Final = {
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
"""Past forms and their lemmas, where a trained lemmatiser sometimes leaves the form as it is."""
