"""A country that does not exist.

What it catches: a code in `protection.geo` that ISO 3166-1 has not given to a country.
Why it matters in a school: no box knows such a country, so the rule is refused at the push, or matches nobody.
Example: `inbound_only_from: [UK]`
How to fix: write the code of ISO 3166-1; the United Kingdom is GB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
#: ISO 3166-1 alpha-2, officially assigned.
COUNTRIES = frozenset(re.findall("[A-Z]{2}", _CODES))
#: What people write in place of a code.
_MEANT = {"UK": "GB", "EN": "GB", "EL": "GR"}


def find_unknown_countries(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each code."""
    geo = trust.standard.protection.geo
    for field, codes in (("inbound_only_from", geo.inbound_only_from), ("deny", geo.deny)):
        for index, code in enumerate(codes):
            if code not in COUNTRIES:
                meant = _MEANT.get(code)
                advice = f"did you mean {meant}?" if meant else "write the code of ISO 3166-1, such as GB"
                path = f"standard/protection/geo/{field}/{index}"
                yield Finding(path, f"`{code}` is the code of no country", advice)
