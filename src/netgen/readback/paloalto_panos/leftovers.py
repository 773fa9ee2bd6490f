"""What becomes of the ends of paths that no reader asked for: settings where they are known, unread where not.

`_SETTINGS` become settings, for whoever judges to allow or not; `_SILENT` change nothing at all. `*` is
any one word. What stands before `|` is the scope of a setting, what stands after it its text.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedSetting
from netgen.readback.paloalto_panos.tree import Node
from netgen.readback.paloalto_panos.words import shown

#: Text for people, marks, and what the device writes itself.
_SILENT = """
network interface ethernet * comment *
network interface aggregate-ethernet * comment *
network interface ethernet * layer3 units * comment *
network interface aggregate-ethernet * layer3 units * comment *
network interface tunnel units * comment *
network interface loopback units * comment *
network ike gateway * comment *
network tunnel ipsec * comment *
rulebase security rules * description *
rulebase security rules * tag *
rulebase security rules * group-tag *
rulebase security rules * uuid *
rulebase nat rules * description *
rulebase pbf rules * description *
rulebase pbf rules * tag *
rulebase nat rules * tag *
rulebase nat rules * uuid *
rulebase decryption rules * description *
rulebase decryption rules * tag *
rulebase default-security-rules rules * tag *
address * description *
address * tag *
address-group * description *
address-group * tag *
service * description *
service * tag *
service-group * tag *
application-group * tag *
tag * color *
tag * comments *
shared address * description *
shared service * description *
shared tag * color *
shared tag * comments *
profiles url-filtering * description *
profiles spyware * description *
external-list * type * description *
profiles vulnerability * description *
profiles virus * description *
profiles file-blocking * description *
profiles wildfire-analysis * description *
profiles custom-url-category * description *
profiles dos-protection * description *
network profiles zone-protection-profile * description *
shared log-settings profiles * description *
log-settings profiles * description *
shared log-settings profiles * match-list * action-desc *
log-settings profiles * match-list * action-desc *
shared log-settings system match-list * description *
shared log-settings config match-list * description *
network virtual-router * routing-table ip static-route * uuid *
network dhcp interface * server reserved * description *
deviceconfig system device-group *
deviceconfig system geo-location latitude *
deviceconfig system geo-location longitude *
deviceconfig system snmp-setting snmp-system contact *
deviceconfig system snmp-setting snmp-system location *
deviceconfig system motd-and-banner message *
import network interface *
import network virtual-router *
import network logical-router *
display-name *
"""

_SETTINGS = """
deviceconfig system | domain *
deviceconfig system | timezone *
deviceconfig system | type static
deviceconfig system | type dhcp-client *
deviceconfig system | ip-address *
deviceconfig system | netmask *
deviceconfig system | authentication-profile *
deviceconfig system | ssl-tls-service-profile *
deviceconfig system | ack-login-banner *
deviceconfig system | panorama *
deviceconfig system | panorama local-panorama *
deviceconfig system | update-server *
deviceconfig system | server-verification *
deviceconfig system | secure-proxy-server *
deviceconfig system | device-telemetry *
deviceconfig system | device-telemetry * *
deviceconfig system | lldp *
deviceconfig system service | * *
deviceconfig system snmp-setting | access-setting version v3 views * view * * *
deviceconfig system snmp-setting | snmp-system send-event-specific-traps *
deviceconfig system route service * | source interface *
deviceconfig system route service * | source address *
deviceconfig system route destination * | source interface *
deviceconfig system route destination * | source address *
deviceconfig system update-schedule | * recurring *
deviceconfig system update-schedule | * recurring * *
deviceconfig system update-schedule | * recurring * * *
deviceconfig system ssh | * *
deviceconfig system ssh | * * *
deviceconfig system ssh | * * * *
deviceconfig system ssh | * * * * *
deviceconfig setting management | * *
deviceconfig setting management | * * *
deviceconfig setting management | * * * *
deviceconfig setting config | rematch *
deviceconfig setting session | * *
deviceconfig setting session | * * *
deviceconfig setting tcp | * *
deviceconfig setting logging | * *
deviceconfig setting jumbo-frame | mtu *
deviceconfig setting ctd | * *
deviceconfig setting url | * *
deviceconfig setting | advance-routing *
deviceconfig high-availability | group description *
deviceconfig high-availability | group election-option heartbeat-backup *
deviceconfig high-availability | group election-option timers *
deviceconfig high-availability | group state-synchronization ha2-keep-alive *
deviceconfig high-availability | group state-synchronization ha2-keep-alive * *
deviceconfig high-availability | group state-synchronization transport *
deviceconfig high-availability | interface ha1 encryption enabled *
deviceconfig high-availability | interface ha1 monitor-hold-time *
mgt-config password-complexity | * *
mgt-config password-complexity | * * *
mgt-config users * | authentication-profile *
mgt-config users * | client-certificate-only *
mgt-config users * | preferences * *
mgt-config users * | preferences * * *
shared log-settings | system match-list * filter *
shared log-settings | system match-list * send-syslog *
shared log-settings | system match-list * send-to-panorama *
shared log-settings | config match-list * filter *
shared log-settings | config match-list * send-syslog *
shared log-settings | config match-list * send-to-panorama *
shared log-settings | userid match-list * * *
shared log-settings syslog * | server * format *
shared log-settings syslog * | server * facility *
log-settings syslog * | server * format *
log-settings syslog * | server * facility *
shared log-settings profiles * | match-list * send-to-panorama *
shared log-settings profiles * | enhanced-application-logging *
log-settings profiles * | match-list * send-to-panorama *
log-settings profiles * | enhanced-application-logging *
shared server-profile radius * | protocol *
shared server-profile radius * | protocol * radius-cert-profile *
shared server-profile radius * | protocol * anon-outer-id *
shared server-profile radius * | protocol * allow-pwd-change *
shared server-profile radius * | timeout *
shared server-profile radius * | retries *
server-profile radius * | protocol *
server-profile radius * | protocol * radius-cert-profile *
server-profile radius * | timeout *
server-profile radius * | retries *
shared server-profile netflow * | template-refresh-rate minutes *
shared server-profile netflow * | template-refresh-rate packets *
shared server-profile netflow * | active-timeout *
shared server-profile netflow * | export-enterprise-fields *
certificate-profile * | CA *
certificate-profile * | CA * *
certificate-profile * | * *
shared certificate-profile * | CA *
shared certificate-profile * | CA * *
shared certificate-profile * | * *
shared ssl-tls-service-profile * | certificate *
shared ssl-tls-service-profile * | protocol-settings * *
shared authentication-profile * | allow-list *
shared authentication-profile * | lockout * *
shared authentication-profile * | method radius checkgroup *
shared authentication-profile * | username-modifier *
authentication-profile * | allow-list *
authentication-profile * | lockout * *
authentication-profile * | method radius checkgroup *
authentication-profile * | username-modifier *
network interface ethernet * | link-speed *
network interface ethernet * | link-duplex *
network interface ethernet * | lacp port-priority *
network interface ethernet * | poe * *
network interface ethernet * layer3 | mtu *
network interface ethernet * layer3 | adjust-tcp-mss *
network interface ethernet * layer3 | adjust-tcp-mss * *
network interface ethernet * layer3 | lldp * *
network interface ethernet * layer3 | untagged-sub-interface *
network interface ethernet * layer3 | dhcp-client send-hostname * *
network interface ethernet * layer3 | pppoe authentication *
network interface ethernet * layer3 | pppoe passive enable *
network interface ethernet * layer3 | pppoe access-concentrator *
network interface ethernet * layer3 | pppoe service *
network interface ethernet * layer3 units * | mtu *
network interface ethernet * layer3 units * | adjust-tcp-mss *
network interface ethernet * layer3 units * | adjust-tcp-mss * *
network interface aggregate-ethernet * layer3 | mtu *
network interface aggregate-ethernet * layer3 | adjust-tcp-mss *
network interface aggregate-ethernet * layer3 | adjust-tcp-mss * *
network interface aggregate-ethernet * layer3 | lldp * *
network interface aggregate-ethernet * layer3 | untagged-sub-interface *
network interface aggregate-ethernet * layer3 | lacp transmission-rate *
network interface aggregate-ethernet * layer3 | lacp fast-failover *
network interface aggregate-ethernet * layer3 | lacp max-ports *
network interface aggregate-ethernet * layer3 | lacp high-availability *
network interface aggregate-ethernet * layer3 | lacp high-availability * *
network interface aggregate-ethernet * layer3 | lacp system-priority *
network interface aggregate-ethernet * layer3 units * | mtu *
network interface aggregate-ethernet * layer3 units * | adjust-tcp-mss *
network interface aggregate-ethernet * layer3 units * | adjust-tcp-mss * *
network interface tunnel units * | mtu *
network interface tunnel units * | adjust-tcp-mss * *
network profiles interface-management-profile * | * no
network profiles zone-protection-profile * | scan * enable *
network profiles zone-protection-profile * | scan * action *
network profiles zone-protection-profile * | scan * action * *
network profiles zone-protection-profile * | scan * interval *
network profiles zone-protection-profile * | scan * threshold *
network profiles zone-protection-profile * | discard-* *
network profiles zone-protection-profile * | remove-tcp-timestamp *
network profiles zone-protection-profile * | strip-* *
network profiles zone-protection-profile * | strict-ip-check *
network profiles zone-protection-profile * | suppress-* *
network profiles zone-protection-profile * | tcp-reject-non-syn *
network profiles zone-protection-profile * | asymmetric-path *
network profiles monitor-profile * | action *
network profiles monitor-profile * | interval *
network profiles monitor-profile * | threshold *
network lldp | enable *
zone * network | log-setting *
zone * network | enable-packet-buffer-protection *
zone * network | enable-device-identification *
zone * network | net-inspection *
zone * | enable-user-identification *
zone * | enable-device-identification *
global-protect global-protect-portal * | portal-config custom-login-page *
global-protect global-protect-portal * client-config configs * | save-user-credentials *
global-protect global-protect-portal * client-config configs * | gp-app-config config * value *
zone * | user-acl include-list *
zone * | user-acl exclude-list *
network virtual-router * | ecmp * *
network virtual-router * | admin-dists * *
network virtual-router * | protocol * enable no
network virtual-router * protocol bgp | reject-default-route *
network virtual-router * protocol bgp | allow-redist-default-route *
network virtual-router * protocol bgp | enforce-first-as *
network virtual-router * protocol bgp peer-group * | type ebgp import-nexthop *
network virtual-router * protocol bgp peer-group * | type ebgp export-nexthop *
network virtual-router * protocol bgp peer-group * | type ebgp remove-private-as *
network virtual-router * routing-table ip static-route * | route-table unicast
network virtual-router * routing-table ip static-route * | bfd profile None
network dhcp interface * server | probe-ip *
network dhcp interface * server | option inheritance source *
network ike gateway * | local-id type *
network ike gateway * | peer-id type *
network ike gateway * | peer-id matching *
network ike gateway * | disabled *
network ike gateway * | ipv6 *
network ike gateway * | authentication certificate strict-validation-revocation *
network ike gateway * protocol | ikev2 dpd interval *
network ike gateway * protocol | ikev2 require-cookie *
network ike gateway * protocol-common | nat-traversal * *
network ike gateway * protocol-common | fragmentation *
network ike gateway * protocol-common | fragmentation * *
network ike crypto-profiles ike-crypto-profiles * | lifetime * *
network ike crypto-profiles ike-crypto-profiles * | authentication-multiple *
network ike crypto-profiles ipsec-crypto-profiles * | lifetime * *
network ike crypto-profiles ipsec-crypto-profiles * | lifesize * *
network ike crypto-profiles ipsec-crypto-profiles * | esp authentication *
network tunnel ipsec * | anti-replay *
network tunnel ipsec * | anti-replay-window *
network tunnel ipsec * | copy-tos *
network tunnel ipsec * | disabled *
network tunnel ipsec * | ipv6 *
network tunnel ipsec * | ipsec-mode *
network tunnel ipsec * | tunnel-monitor destination-ip *
network tunnel ipsec * | tunnel-monitor tunnel-monitor-profile *
network tunnel ipsec * | tunnel-monitor proxy-id *
rulebase security rules * | log-start *
rulebase security rules * | icmp-unreachable *
rulebase default-security-rules rules * | log-start *
profiles url-filtering * | enable-container-page *
profiles url-filtering * | log-container-page-only *
profiles url-filtering * | log-http-hdr-* *
profiles url-filtering * | cloud-inline-cat *
profiles url-filtering * | local-inline-cat *
profiles url-filtering * | mlav-engine-urlbased-enabled * *
profiles url-filtering * | credential-enforcement mode *
profiles url-filtering * | credential-enforcement mode * *
profiles url-filtering * | credential-enforcement log-severity *
profiles url-filtering * | credential-enforcement block *
profiles url-filtering * | credential-enforcement alert *
profiles url-filtering * | credential-enforcement allow *
profiles url-filtering * | credential-enforcement continue *
profiles spyware * | botnet-domains sinkhole * *
profiles spyware * | botnet-domains lists * action *
profiles spyware * | botnet-domains lists * packet-capture *
profiles spyware * | botnet-domains dns-security-categories * * *
profiles spyware * | cloud-inline-analysis *
profiles spyware * | rules * * *
profiles spyware * | rules * action * *
profiles vulnerability * | cloud-inline-analysis *
profiles vulnerability * | rules * * *
profiles vulnerability * | rules * action * *
profiles virus * | decoder * * *
profiles virus * | packet-capture *
profiles virus * | mlav-engine-filebased-enabled * * *
profiles virus * | mlav-engine-filebased-enabled * *
profiles file-blocking * | rules * * *
profiles wildfire-analysis * | rules * * *
profiles decryption * | * * *
profiles decryption * | *
shared ssl-decrypt | * * *
shared ssl-decrypt | disabled-ssl-exclude-cert-from-predefined *
rulebase decryption rules * | log-* *
"""


class _Shapes:
    """Paths with `*` in them, found word by word."""

    def __init__(self, table: str) -> None:
        """Index every line of a table; a `|` says how many words the scope has."""
        self._top: dict[str, dict] = {}  # type: ignore[type-arg]
        self.scopes: dict[str, dict] = {}  # type: ignore[type-arg]
        for line in table.split("\n"):
            before, bar, after = line.partition("|")
            scope = before.split()
            words = [*scope, *after.split()]
            if not words:
                continue
            self._put(self._top, words, len(scope) if bar else 0)
            if bar:
                self._put(self.scopes, scope, len(scope))

    @staticmethod
    def _put(level: dict, words: list[str], scope: int) -> None:  # type: ignore[type-arg]
        for word in words:
            level = level.setdefault(word, {})
        level[""] = scope

    def scope_of(self, path: tuple[str, ...]) -> int | None:
        """How many words of a path are its scope; None for a path of no shape."""
        return _follow(self._top, path)

    def is_scope(self, path: tuple[str, ...]) -> bool:
        """True if settings can stand right below a path."""
        return _follow(self.scopes, path) is not None


def _follow(level: dict, path: tuple[str, ...]) -> int | None:  # type: ignore[type-arg]
    if not path:
        found: int | None = level.get("")
        return found
    word = path[0]
    for key in (word, "*"):
        below = level.get(key)
        if below is not None and key:
            found = _follow(below, path[1:])
            if found is not None:
                return found
    for key, below in level.items():
        if len(key) > 1 and key.endswith("*") and word.startswith(key[:-1]):
            found = _follow(below, path[1:])
            if found is not None:
                return found
    return None


SILENT, SETTINGS = _Shapes(_SILENT), _Shapes(_SETTINGS)


def report_leftovers(root: Node) -> tuple[ObservedSetting, ...]:
    """Walk the tree once: settings are returned, what nobody knows becomes unread, once a line and key."""
    settings: list[ObservedSetting] = []
    waiting = [root]
    skipped: set[tuple[int, tuple[str, ...]]] = set()
    while waiting:
        node = waiting.pop()
        if node.children:
            if node.path and SETTINGS.is_scope(node.path):
                settings.append(ObservedSetting(_words(node.path), "", node.line))
            waiting.extend(reversed(node.children.values()))
            continue
        if not node.path or (node.asked and not _is_also_setting(node.path)):
            continue
        scope = SETTINGS.scope_of(node.path)
        if scope:
            settings.append(ObservedSetting(_words(node.path[:scope]), _words(node.path[scope:]), node.line))
        elif not node.asked and SILENT.scope_of(node.path) is None:
            place = node.line, node.path[:-1]
            if place not in skipped:
                skipped.add(place)
                root.notes.skip(node.line, shown(("set", *node.path)))
    return tuple(sorted(settings, key=lambda each: each.line))


#: Facts of which the words themselves are judged too.
_ALSO_SETTINGS = _Shapes(
    """
deviceconfig system authentication-profile *
shared log-settings system match-list * send-syslog *
shared log-settings config match-list * send-syslog *
deviceconfig system service disable-telnet *
deviceconfig system service disable-http *
network ike gateway * local-id type *
network ike gateway * peer-id type *
"""
)


def _is_also_setting(path: tuple[str, ...]) -> bool:
    return _ALSO_SETTINGS.scope_of(path) is not None


def _words(path: tuple[str, ...]) -> str:
    """A path as words with single spaces; a name with spaces stays one word."""
    return " ".join("_".join(word.split()) or "-" for word in path)
