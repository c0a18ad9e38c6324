"""Word lists of English plans: verbs that open a duty, nouns that name a body, words that promise nothing."""

from __future__ import annotations

import re


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


def lowered(text: str) -> str:
    """The text in small letters, of the same length (a letter that would become two stays as it is)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[:1] for char in text)


VERBS = _words(
    """
    abolish accelerate achieve acquire adapt add address administer adopt advance advertise agree align allocate amend
    analyse analyze announce apply appoint approve arrange assemble assess assign assist attend audit award ban begin
    bring broaden build buy calculate carry cease certify chair check circulate clarify classify clean clear close
    co-design collaborate collate collect commence commission communicate compile complete comply conduct confirm
    connect conserve consider construct consult contact continue contract convene convert coordinate co-ordinate cover
    create curb cut daylight decarbonise decarbonize decide declare decommission decrease dedicate define deliver
    demolish deploy design designate determine develop devise digitise digitize direct disclose discontinue discuss
    display dispose distribute divert document double draft draw dredge earmark educate electrify eliminate embed employ
    enact encourage end enforce engage enhance enlarge enrol enroll ensure equip erect establish evaluate examine exceed
    expand expedite explore extend facilitate file fill finalise finalize finance finish fit fix
    form formalise formalize
    forward foster fund furnish gather generate give grow halve harmonise harmonize help hire hold host house identify
    implement impose improve include incorporate increase index inform initiate inspect install instal institute
    insulate integrate introduce inventory invest investigate invite issue join keep launch lay lead lease levy license
    light limit link list locate lower maintain make manage map mark match measure meet mentor merge migrate minimise
    minimize mobilise mobilize modernise modernize modify monitor mount move negotiate notify obtain offer open operate
    order organise organize outline overhaul oversee partner pass pave pay permit phase pilot place plan plant plug post
    prepare prescribe present preserve prevent prioritise prioritize procure produce prohibit promote propose protect
    provide publicise publicize publish purchase pursue put quadruple raise re-open re-let reach reallocate rebuild
    recommend record recruit recycle redesign redevelop reduce re-establish refer refill refit reform refresh refurbish
    refuse register regulate rehabilitate rehouse reinstate relocate remediate remove renew renovate repair repave
    replace report repurpose request require reroute research resolve respond restore restrict restructure resurface
    retain retire retrofit return reuse review revise revisit revoke roll roll-out route run safeguard scale schedule
    scope screen seal secure seek select sell send separate serve service set settle share shift shorten showcase sign
    simplify slow sponsor staff standardise standardize start stock stop store streamline strengthen structure study
    submit subsidise subsidize supply support survey suspend sweep switch tackle take target teach tender terminate test
    track train transfer transform transition translate transplant treat trial trim triple undertake unify update
    upgrade uphold upload use utilise utilize vaccinate validate verify visit waive weed widen withdraw work write
    paint repaint sow dig mow drain dispatch wire fence harvest sort rent lend loan feed escort patrol rank grade repay
    refund exempt rename brand rebrand relaunch reopen reconfigure revitalise revitalize regenerate rewild reforest
    reconnect rebalance vet log sample shut raze irrigate graze restock retrain reskill upskill onboard decentralise
    decentralize ring-fence co-fund match-fund pedestrianise pedestrianize signpost light floodlight landscape reskin
    demonstrate disaggregate disburse dismantle earmark pilot-test co-create co-produce spend save halt lift
    """
)
NOUNS_TOO = _words(
    """
    access address advance aim air answer appeal approach attempt audit award balance bank ban battle bill block board
    budget campaign care cause center centre chair challenge change charge check claim class clean close commission
    concern conduct contact contract control cost cover cut damage dance debate delay demand design display document
    double draft drive effect effort end estimate exercise experience file finance fish fit focus form function fund
    help host house impact increase index input inventory invite issue judge keep land lead lease light limit link list
    map mark market master match measure merit model monitor move notice offer open order outline park partner permit
    pilot place plan plant plug post practice present process produce profit program progress project promise prompt
    protest purchase question range rank rate reach record reform refuse repair report request rescue research reserve
    respect rest result return review reward risk roll route run sample scale schedule screen seal search service share
    shelter shift sign sponsor sport staff stage stand start state stock stop store structure study supply support
    survey switch target task tender test track trade traffic train transfer transition transport travel treat trial
    trust turn update upgrade use value view visit vote wage walk waste watch water wish work
    """
)
"""Verbs of ``VERBS`` (and some others) that often open a noun phrase as well."""

BODY_NOUNS = (
    r"(?:department|dept|division|directorate|office|agency|authority|council|board|commission|committee"
    r"|bureau|ministry"
    r"|services?|team|unit|section|trust|group|taskforce|task force|force|partnership|alliance|association"
    r"|society|foundation"
    r"|federation|institute|institution|company|corporation|utility|co-?operative|union|club|network|forum|panel"
    r"|consortium|chamber|district|school|university|college|academy|library|hospital|museum|police"
    r"|brigade|patrol|court|cabinet"
    r"|city|town|county|borough|village|parish|government|administration|secretariat|staff|workgroup|steering group"
    r"|manager|attorney|mayor|clerk|director|chief|officer|treasurer|superintendent|secretary|commissioner"
    r"|administrator|auditor|engineer|sheriff|head|lead|leader|executive|coordinator|co-ordinator"
    r"|controller|comptroller"
    r"|inspector|marshal|planner|architect|librarian|principal|registrar|supervisor|assessor|surveyor|ombudsman|warden"
    r"|president|chair|chairperson|chairman|chairwoman|minister|governor|councillor|councilmember|member"
    r"|solicitor|counsel|advocate"
    r"|contractor|operator|supplier|provider|vendor|landlord|owner|occupier|developer|applicant|licensee"
    r"|permittee|permit holder|licence holder"
    r"|employer|employee|volunteer|tenant|grantee|recipient|business|firm"
    r"|friend|party|body|organi[sz]ation|facility manager)"
)
BODY = re.compile(
    rf"\b{BODY_NOUNS}(?:s|es)?\b|\b(?:authorit|facult|agenc|librar|universit|compan|part|bod|utilit|societ"
    rf"|ministr|secretar|facilit|count|cit|academ)ies\b|\bpersonnel\b|\b(?:person|people|residents?)$",
    re.IGNORECASE,
)
"""A noun that names somebody who can act."""

THING = re.compile(
    r"\b(?:plan|strategy|policy|programme?|project|report|event|meeting|scheme|fund|funding|grant|budget"
    r"|act|ordinance|resolution"
    r"|law|bylaw|by-law|agreement|contract|permit|licen[cs]e|website|site|dashboard|centre|center|building"
    r"|hall|park|garden"
    r"|road|street|bridge|route|bus|facility|system|register|rate|share|number|level|emissions?"
    r"|consumption|participation"
    r"|satisfaction|time|work|works|construction|training|campaign|survey|review|audit|data|results?"
    r"|progress|action|goal"
    r"|measure|target|section|amount|proportion|percentage|success|application|complaint|request|invoice"
    r"|payment|fee|fine|service area)s?$",
    re.IGNORECASE,
)

NEVER = re.compile(
    r"^(?:not )?(?:be (?:known|cited|construed|interpreted|deemed|severable|in force|effective|void"
    r"|codified|defined|subject to|liable|entitled|eligible"
    r"|critical|essential|vital|key|central|crucial|important|needed|necessary|possible|able|based on"
    r"|guided by|shaped by|driven by|made up"
    r"|the (?:first|beginning|start|basis|foundation)|informed by|an? (?:opportunity|chance|challenge"
    r"|milestone|testament))"
    r"|take effect|come into (?:effect|force|operation)|enter into force|become (?:effective|law)|expire"
    r"|lapse|apply|have (?:the )?(?:same )?meaning|mean"
    r"|have (?:effect|the right|no effect)|supersede|repeal|prevail|govern|constitute|not affect|affect"
    r"|remain in (?:full )?(?:force|effect)"
    r"|depend|cost|need|contribute|enable|allow|benefit|guide|outline|describe|set out|form the|serve as"
    r"|inform|reflect|represent|cover|contain|mark|signal"
    r"|face|experience|see|bring together|help|build on|span|run (?:from|until|for|to)|require|shape"
    r"|underpin|demonstrate|take time|matter|tell|show"
    r"|lead to|result in|consist|comprise|refer to)\b",
    re.IGNORECASE,
)
"""What a law, plan or success "will" without anybody being bound."""

VAGUE = re.compile(
    r"^(?:also |always |never |all |together |collectively )*(?:continue to )?(?:strive|endeavou?r|seek"
    r"|aspire|hope|recogni[sz]e|value|believe|embrace|champion|celebrate|cherish|honou?r"
    r"|remember|reflect|listen|care|respect|acknowledge|appreciate|aim|look|work (?:hard|together"
    r"|tirelessly|closely|towards?|with)|lead by example"
    r"|consider|explore|encourage|foster|promote|inspire|rise to|stand|embody|play|pursue|be (?:mindful"
    r"|committed|proud|transparent|bold|open to|guided|able"
    r"|ready|the|a|an|part)|do (?:our|its|their|everything|all)|have regard|take (?:pride|seriously"
    r"|responsibility)|remain committed|support|help|put .{0,30}(?:first|heart)|give .{0,40}worth"
    r"|prioriti[sz]e|enhance|strengthen|improve)\b",
    re.IGNORECASE,
)
"""What nobody can check when neither number nor date nor frequency stands beside it."""
