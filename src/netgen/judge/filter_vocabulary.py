"""What web filters block, and what looks inside of sessions, in each vendor's words. Data from vendor documents alone.

Written apart from the templates on purpose: if a template says something else, the judge must notice.
"""

from __future__ import annotations

import msgspec


class Categories(msgspec.Struct, frozen=True):
    """Category ids of one key: `always` are blocked where the key is, `maybe` may be."""

    always: frozenset[str]
    maybe: frozenset[str] = frozenset()


def _ids(always: str, maybe: str = "") -> Categories:
    return Categories(frozenset(always.split()), frozenset(maybe.split()))


def _ewf(always: str, maybe: str = "") -> Categories:
    """Category names of SRX, all of which begin alike."""
    return _ids(*(" ".join(f"Enhanced_{name}" for name in names.split()) for names in (always, maybe)))


#: Kinds of generative AI that PAN-DB tells apart inside `artificial-intelligence`.
PAN_AI_KINDS = (
    "code-assistant", "conversational-assistant", "data-and-workflow-optimizer", "media-service",
    "meeting-assistant", "platform-service", "website-generator", "writing-assistant",
)  # fmt: skip

#: FortiGuard category ids (Fortinet, Web Filter Categories; IWF and CTIRU lists: FortiOS 7.0, 307617).
#: `maybe` are neighbours that a school may count in or leave out. Keys without an id have none.
WEB_CATEGORIES: dict[str, dict[str, Categories]] = {
    "fortinet_fortios": {
        "csam": _ids("83"),
        "terror": _ids("96"),
        "adult": _ids("8 13 14 66"),
        "discrim": _ids("5"),
        "drugs": _ids("1 57 64 65"),
        "extrem": _ids("12"),
        "gamble": _ids("11"),
        "malware": _ids("3 26 61 86 88 90 91"),
        "misinfo": _ids(""),
        "piracy": _ids("4 72"),
        "selfharm": _ids("", "6"),
        "violence": _ids("6 16 67"),
        "bypass": _ids("59 93"),
        "genai": _ids("100"),
        "dating": _ids("15"),
        "social": _ids("37 68 69"),
        "unrated": _ids("0"),
    },
    # Enhanced web filtering of SRX (names seen in configurations; Juniper, Web Filtering). There is no name for child
    # abuse, self-harm, lies or generative AI that a document or configuration shows.
    "juniper_junos": {
        "csam": _ids(""),
        "terror": _ewf("Militancy_and_Extremist"),
        "adult": _ewf("Adult_Content Adult_Material Nudity Sex", "Lingerie_and_Swimsuit"),
        "discrim": _ewf("Racism_and_Hate"),
        "drugs": _ewf("Abused_Drugs Drugs", "Alcohol_and_Tobacco Marijuana"),
        "extrem": _ewf("Militancy_and_Extremist"),
        "gamble": _ewf("Gambling"),
        "malware": _ewf(
            "Malicious_Web_Sites Phishing_and_Other_Frauds Spyware",
            "Keyloggers Bot_Networks Hacking Dynamic_DNS Emerging_Exploits Mobile_Malware Malicious_Embedded_Link"
            " Malicious_Embedded_iFrame Advanced_Malware_Command_and_Control Advanced_Malware_Payloads Parked_Domain",
        ),
        "misinfo": _ids(""),
        "piracy": _ewf("Illegal_or_Questionable", "Peer_to_Peer_File_Sharing"),
        "selfharm": _ids(""),
        "violence": _ewf("", "Violence Weapons"),
        "bypass": _ewf("Proxy_Avoidance", "Dynamic_DNS Hacking"),
        "genai": _ids(""),
        "dating": _ewf("", "Personals_and_Dating"),
        "social": _ewf("", "Social_Web_Facebook Social_Web_Youtube"),
        "unrated": _ids(""),
    },
    # PAN-DB (Palo Alto Networks, URL categories). Child abuse on the IWF list is filed under adult and questionable
    # (PAN-OS administrator's guide, custom URL categories); there is no category of self-harm or of lies.
    "paloalto_panos": {
        "csam": _ids("adult questionable"),
        "terror": _ids("extremism"),
        "adult": _ids("adult nudity", "swimsuits-and-intimate-apparel sex-education questionable"),
        "discrim": _ids("extremism", "questionable"),
        "drugs": _ids("abused-drugs", "alcohol-and-tobacco marijuana questionable"),
        "extrem": _ids("extremism", "questionable"),
        "gamble": _ids("gambling"),
        "malware": _ids(
            "command-and-control malware phishing",
            "compromised-website dynamic-dns grayware hacking high-risk newly-registered-domain parked ransomware"
            " scanning-activity",
        ),
        "misinfo": _ids("", "questionable"),
        "piracy": _ids("copyright-infringement", "peer-to-peer"),
        "selfharm": _ids("", "questionable"),
        "violence": _ids("weapons", "questionable hunting-and-fishing"),
        "bypass": _ids("proxy-avoidance-and-anonymizers", "encrypted-dns remote-access dynamic-dns"),
        "genai": _ids("artificial-intelligence", " ".join(f"ai-{kind}" for kind in PAN_AI_KINDS)),
        "dating": _ids("dating"),
        "social": _ids("social-networking", "internet-communications-and-telephony personal-sites-and-blogs"),
        "unrated": _ids("unknown", "insufficient-content newly-registered-domain parked"),
    },
}
#: What a filter blocks to be no filter that opens when the vendor's cloud is silent: no category of any key.
FAIL_CLOSED_CATEGORIES: dict[str, frozenset[str]] = {"paloalto_panos": frozenset({"not-resolved"})}

#: Blocked for everyone, whatever the inventory says: child sexual abuse and terrorist content.
LOCKED_CATEGORIES: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"83", "96"}),
    "juniper_junos": frozenset({"Enhanced_Militancy_and_Extremist"}),
    "paloalto_panos": frozenset({"adult", "extremism", "questionable"}),
}

#: Inspection words under which a web filter sees the host name of HTTPS.
INSPECTS_TLS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"certificate-inspection", "deep-inspection", "custom-deep-inspection"})
}
#: Those that also decrypt, for which every client needs the firewall's CA.
DECRYPTS_TLS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"deep-inspection", "custom-deep-inspection"}),
    "juniper_junos": frozenset({"ssl-proxy"}),
    "paloalto_panos": frozenset({"decrypt"}),
}

#: What is left closed for each kind of site that nobody reads along with (Fortinet, Web Filter Categories: brokerage
#: and finance, government and legal organisations, health and medicine, religion; Palo Alto Networks, URL categories).
CLOSED_CATEGORIES: dict[str, dict[str, frozenset[str]]] = {
    "fortinet_fortios": {
        "finance": frozenset({"18", "31"}),
        "government": frozenset({"51"}),
        "health": frozenset({"33", "35"}),
        "religion": frozenset({"40"}),
    },
    "paloalto_panos": {
        "finance": frozenset({"financial-services", "stock-advice-and-tools"}),
        "government": frozenset({"government", "legal"}),
        "health": frozenset({"health-and-medicine"}),
        "religion": frozenset({"religion"}),
    },
}
#: Servers that a platform must refuse, or it lets their sessions through unopened or signs what nobody vouches for.
REFUSED_SERVERS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset(
        {"cipher", "expired", "negotiation", "revoked", "untrusted", "unvalidated", "version"}
    ),
    "paloalto_panos": frozenset({"cipher", "expired", "untrusted", "version"}),
}
#: Versions of TLS that are good enough (RFC 8996 ends 1.0 and 1.1).
GOOD_TLS = frozenset({"1.2", "1.3"})

#: The application that carries web pages past a filter (FortiGuard application 40169: QUIC), and the words
#: under which a TLS profile stops or looks into it; an encrypted client hello hides the name of a page.
QUIC_APPLICATIONS: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"application:40169"})}
STOPS_QUIC: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"block"})}
STOPS_HIDDEN_NAMES: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"block"})}
#: Profiles that a device brings along, which say nothing of QUIC or hidden names in a text.
BUILT_IN_INSPECTIONS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"certificate-inspection", "deep-inspection", "custom-deep-inspection"})
}

#: Profiles of the vendor's that look for attacks and for malware, as readers say them.
IPS_WORDS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"ips-sensor default"}),
    "juniper_junos": frozenset({"idp recommended"}),
    "paloalto_panos": frozenset({"spyware strict", "vulnerability strict"}),
}
ANTIVIRUS_WORDS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"av-profile default"}),
    "juniper_junos": frozenset({"anti-virus junos-sophos-av-defaults"}),
    "paloalto_panos": frozenset({"virus default"}),
}
#: What an anti-spyware profile of one's own ends and refuses where it is as strict as the maker's, by the word of that.
STRICT_PROFILES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "spyware strict": (frozenset({"critical", "high", "medium"}), frozenset({"default-paloalto-dns"})),
}
#: How a domain with all below it is written in a filter (PAN-OS: a wildcard stands for at least one label, and the
#: slash at the end keeps other domains out that begin so).
DOMAIN_FORMS: dict[str, tuple[str, ...]] = {
    "fortinet_fortios": ("{}", "*.{}"),
    "paloalto_panos": ("{}/", "*.{}/"),
}
#: Platforms where an allowed domain is allowed whatever its category is (FortiOS: an exempted URL, tip 231334).
ALLOWS_PAST_CATEGORIES = frozenset({"fortinet_fortios", "paloalto_panos"})
