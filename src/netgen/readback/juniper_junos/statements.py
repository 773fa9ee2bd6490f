"""The Junos statements that the reader knows (23.4, EX and SRX), in the notation of `grammar.py`.

A statement that is not here is unread. One that is here and that no fact reads becomes a setting.
Source: Juniper's published YANG models of 23.4R1 for junos-ex and junos-es, and the CLI reference
where its keywords differ from the models' names.
"""

from __future__ import annotations

_INBOUND = """
host-inbound-traffic
    system-services
        <service>
            except
    protocols
        <protocol>
            except
"""

_ADDRESSES = """
description = ~
address *
    description = ~
    dns-name *
        ipv4-only
        ipv6-only
    wildcard-address =
    range-address *
        to =
    <prefix>
address-set *
    description = ~
    address =+
    address-set =+
attach
    zone *
"""

_POLICY = """
policy *
    description = ~
    match
        source-address =+
        destination-address =+
        source-address-excluded
        destination-address-excluded
        application =+
        source-identity =+
        dynamic-application =+
        url-category =+
        from-zone =+
        to-zone =+
    then
        deny
        reject
            profile =
        permit
            application-services
                utm-policy =
                idp-policy =
                idp
                ssl-proxy
                    profile-name =
                security-intelligence-policy =
                advanced-anti-malware-policy =
                application-traffic-control
                    rule-set =
                application-firewall
                    rule-set =
                gprs-gtp-profile =
            tcp-options
                initial-tcp-mss =
                reverse-tcp-mss =
                syn-check-required
                sequence-check-required
            destination-address
                drop-translated
                drop-untranslated
            tunnel
                ipsec-vpn =
                pair-policy =
            services-offload
        log
            session-init
            session-close
        count
    scheduler-name =
"""

_FILTER = """
filter *
    interface-specific
    term *
        from
            source-address
                <prefix>
                    except
            destination-address
                <prefix>
                    except
            address
                <prefix>
                    except
            source-prefix-list
                <name>
                    except
            destination-prefix-list
                <name>
                    except
            prefix-list
                <name>
                    except
            protocol =+
            protocol-except =+
            next-header =+
            payload-protocol =+
            source-port =+
            destination-port =+
            port =+
            source-port-except =+
            destination-port-except =+
            icmp-type =+
            icmp-code =+
            tcp-established
            tcp-initial
            tcp-flags =
            is-fragment
            first-fragment
            fragment-flags =
            dscp =+
            ttl =+
            interface =+
            ether-type =+
            ip-protocol =+
            user-vlan-id =+
            learn-vlan-id =+
            ip-source-address
                <prefix>
                    except
            ip-destination-address
                <prefix>
                    except
            source-mac-address
                <prefix>
                    except
            destination-mac-address
                <prefix>
                    except
            l2-encap-type =+
        then
            accept
            discard
            reject
                <reason>
            next =
            count =
            log
            syslog
            policer =
            forwarding-class =
            loss-priority =
            dscp =
            routing-instance =
            vlan =
            port-mirror
"""

_ROUTE = """
route *
    next-hop =+
    discard
    reject
    receive
    next-table =
    qualified-next-hop *
        preference =
        metric =
        interface =
    preference =
    metric =
    tag =
    retain
    no-retain
    no-install
    install
    resolve
    no-resolve
    readvertise
    no-readvertise
    passive
    active
    as-path ~
    bfd-liveness-detection
        minimum-interval =
        minimum-receive-interval =
        multiplier =
        neighbor =
        local-address =
"""

_ROUTING_OPTIONS = """
static
    defaults
        preference =
        <word>
    &route
rib *
    static
        &route
    aggregate
        &aggregate
aggregate
    &aggregate
autonomous-system
    loops =
    asdot-notation
    <number>
router-id =
nonstop-routing
graceful-restart
    disable
instance-import =+
interface-routes
    rib-group
        inet =
        inet6 =
rib-groups *
    import-rib =+
    import-policy =+
forwarding-table
    export =+
martians
    <prefix>
        exact
        longer
        orlonger
        allow
"""

_AGGREGATE = """
route *
    policy =+
    discard
    brief
    full
    preference =
    metric =
    tag =
"""

_BFD = """
bfd-liveness-detection
    minimum-interval =
    minimum-receive-interval =
    minimum-transmit-interval =
    multiplier =
    no-adaptation
    full-neighbors-only
    session-mode =
    transmit-interval
        minimum-interval =
        threshold =
"""

_BGP_NEIGHBOUR = """
description = ~
type =
local-address =
local-as *
    private
    no-prepend-global-as
peer-as =
authentication-key =
import =+
export =+
family
    inet
        unicast
            prefix-limit
                maximum =
                teardown
                    idle-timeout =
                    <percent>
            accepted-prefix-limit
                maximum =
                teardown
                    idle-timeout =
                    <percent>
    inet6
        unicast
            prefix-limit
                maximum =
                teardown
                    idle-timeout =
                    <percent>
            accepted-prefix-limit
                maximum =
                teardown
                    idle-timeout =
                    <percent>
hold-time =
passive
cluster =
remove-private
as-override
next-hop-self
multihop
    ttl =
    no-nexthop-change
ttl =
preference =
local-preference =
metric-out =
log-updown
no-advertise-peer-as
advertise-inactive
tcp-mss =
mtu-discovery
graceful-restart
multipath
    multiple-as
out-delay =
"""

_OSPF_AREA = """
area *
    stub
        no-summaries
        default-metric =
    nssa
        no-summaries
        default-lsa
            default-metric =
    area-range *
        restrict
        exact
    interface *
        interface-type =
        passive
        disable
        metric =
        priority =
        hello-interval =
        dead-interval =
        dynamic-neighbors
        authentication
            md5 *
                key =
                start-time =
            simple-password =
        neighbor *
            eligible
"""

_PROTOCOLS_L3 = """
bgp
    &bgp-neighbour
    group *
        &bgp-neighbour
        &bfd
        allow =+
        neighbor *
            &bgp-neighbour
            &bfd
ospf
    &ospf
ospf3
    &ospf
router-advertisement
    interface *
        managed-configuration
        other-stateful-configuration
        no-managed-configuration
        no-other-stateful-configuration
        max-advertisement-interval =
        min-advertisement-interval =
        default-lifetime =
        link-mtu =
        preference =
        virtual-router-only
        dns-server-address *
            lifetime =
        prefix *
            on-link
            no-on-link
            autonomous
            no-autonomous
            valid-lifetime =
            preferred-lifetime =
bfd
    <word>
"""

_OSPF = """
reference-bandwidth =
export =+
import =+
overload
    timeout =
preference =
external-preference =
spf-options
    delay =
    holddown =
    rapid-runs =
graceful-restart
    disable
&ospf-area
"""

_SPANNING = """
bridge-priority =
backup-bridge-priority =
max-age =
hello-time =
forward-delay =
max-hops =
configuration-name =
revision-level =
bpdu-block-on-edge
priority-hold-time =
extended-system-id =
force-version =
vpls-flush-on-topology-change
disable
interface *
    priority =
    cost =
    mode =
    edge
    no-root-port
    access-trunk
    disable
    bpdu-timeout-action
        block
        alarm
        log
msti *
    bridge-priority =
    vlan =+
    interface *
        priority =
        cost =
vlan *
    bridge-priority =
    interface *
        priority =
        cost =
        edge
        no-root-port
        mode =
"""

_VRRP = """
vrrp-group *
    virtual-address =+
    priority =
    preempt
        hold-time =
    no-preempt
    accept-data
    no-accept-data
    advertise-interval =
    fast-interval =
    authentication-type =
    authentication-key =
    track
        priority-hold-time =
        interface *
            priority-cost =
            bandwidth-threshold *
                priority-cost =
        route *
            routing-instance =
            priority-cost =
vrrp-inet6-group *
    virtual-inet6-address =+
    virtual-link-local-address =
    priority =
    preempt
        hold-time =
    no-preempt
    accept-data
    no-accept-data
    inet6-advertise-interval =
    advertise-interval =
"""

_UNIT = """
description = ~
disable
encapsulation =
vlan-id =
point-to-point
multipoint
mtu =
bandwidth =
traps
no-traps
proxy-arp
    restricted
    unrestricted
pppoe-options
    underlying-interface =
    auto-reconnect =
    idle-timeout =
    client
    access-concentrator =
    service-name =
ppp-options
    chap
        local-name =
        default-chap-secret =
        passive
    pap
        local-name =
        local-password =
        default-password =
        passive
dialer-options
    pool =
    always-on
    dial-string =
family
    inet
        dhcp
            client-identifier
                ascii =
                use-interface-description =
                user-id
                    ascii =
            no-dns-install
            lease-time =
            metric =
            server-address =
            update-server
            vendor-id =
            force-discover
            retransmission-attempt =
            retransmission-interval =
            options
                no-hostname
        negotiate-address
        mtu =
        no-redirects
        primary
        rpf-check
            fail-filter =
            mode
                loose
        filter
            input =
            output =
            input-list =+
            output-list =+
        policer
            arp =
            input =
            output =
        sampling
            input
            output
        next-hop-tunnel *
            ipsec-vpn =
        address *
            primary
            preferred
            destination =
            master-only
            arp *
                mac =
                publish
            &vrrp
        unnumbered-address *
            preferred-source-address =
    inet6
        dhcpv6-client
            client-type =
            client-ia-type =
            rapid-commit
            update-router-advertisement
                interface *
            client-identifier
                duid-type =
            req-option =
            update-server
            prefix-delegating
                preferred-prefix-length =
                sub-prefix-length =
        mtu =
        no-redirects
        dad-disable
        rpf-check
            fail-filter =
            mode
                loose
        filter
            input =
            output =
            input-list =+
            output-list =+
        sampling
            input
            output
        address *
            primary
            preferred
            eui-64
            &vrrp
    ethernet-switching
        interface-mode =
        port-mode =
        inter-switch-link
        vlan
            members =+
        native-vlan-id =
        filter
            input =
            output =
        storm-control =
        recovery-timeout =
        reflective-relay
    iso
    mpls
"""

_INTERFACE = """
description = ~
disable
mtu =
speed =
link-mode =
native-vlan-id =
vlan-tagging
flexible-vlan-tagging
encapsulation =
per-unit-scheduler
gratuitous-arp-reply
no-gratuitous-arp-request
hold-time
    up =
    down =
ether-options
    &ether-options
gigether-options
    &ether-options
aggregated-ether-options
    lacp
        active
        passive
        periodic =
        system-priority =
        system-id =
        admin-key =
        link-protection
            disable
    minimum-links =
    link-speed =
    flow-control
    no-flow-control
    mc-ae
        mc-ae-id =
        redundancy-group =
        chassis-id =
        mode =
        status-control =
redundant-ether-options
    redundancy-group =
    lacp
        active
        passive
        periodic =
    minimum-links =
fabric-options
    member-interfaces
        <interface>
redundant-pseudo-interface-options
    redundancy-group =
dialer-options
    pool *
        priority =
act-sim =
cellular-options
    <word>
unit *
    &unit
"""

_ETHER_OPTIONS = """
802.3ad
    lacp
        force-up
        port-priority =
    primary
    backup
    <bundle>
redundant-parent =
speed =
link-mode =
loopback
flow-control
no-flow-control
auto-negotiation
    remote-fault =
no-auto-negotiation
"""

_RADIUS = """
secret =
port =
accounting-port =
dynamic-request-port =
preauthentication-port =
timeout =
retry =
accounting-timeout =
accounting-retry =
max-outstanding-requests =
source-address =
routing-instance =
"""

_DHCP_RELAY = """
server-group
    <name>
        <address>
active-server-group *
    allow-server-change
group *
    active-server-group *
        allow-server-change
    interface *
        overrides
            <word>
    overrides
        <word>
    relay-option-82
        &relay-82
    route-suppression
        <word>
relay-option-82
    &relay-82
overrides
    <word>
forward-only
forward-only-replies
forward-snooped-clients
    all-interfaces
    configured-interfaces
    non-configured-interfaces
no-snoop
source-ip-change
maximum-hop-count =
route-suppression
    <word>
"""

_RELAY_82 = """
circuit-id
    prefix
        host-name
        routing-instance-name
    use-interface-description =
    use-vlan-id
    include-irb-and-l2
    vlan-id-only
remote-id
    prefix
        host-name
    use-interface-description =
server-id-override
"""

_DHCP_SERVER = """
group *
    interface *
        exclude
        overrides
            <word> =
    overrides
        interface-client-limit =
        process-inform
        delete-binding-on-renegotiation
        <word>
dhcpv6
    group *
        interface *
            exclude
        overrides
            interface-client-limit =
            process-inform
            delegated-pool =
            <word>
    overrides
        interface-client-limit =
        process-inform
        <word>
overrides
    interface-client-limit =
    process-inform
    <word>
pool-match-order
    <word>
"""

_POOL_BODY = """
network =
prefix =
range *
    low =
    high =
    prefix-length =
excluded-address *
excluded-range *
    low =
    high =
dhcp-attributes
    maximum-lease-time =
    grace-period =
    t1-renewal-time =
    t2-rebinding-time =
    valid-lifetime =
    preferred-lifetime =
    server-identifier =
    domain-name =
    boot-file =
    boot-server =
    next-server =
    tftp-server =
    netbios-node-type =
    propagate-settings =
    router
        <address>
    name-server
        <address>
    dns-server
        <address>
    wins-server
        <address>
    sip-server
        ip-address
            <address>
        name
            <name>
    option *
        string =
        hex-string =
        ip-address =
        flag =
        byte =
        short =
        integer =
        unsigned-integer =
        unsigned-short =
        array
            ip-address =+
            string =+
            hex-string =+
host *
    hardware-address =
    ip-address =
xauth-attributes
    primary-dns =
    secondary-dns =
    primary-wins =
    secondary-wins =
"""

_ACCESS = """
address-assignment
    pool *
        family
            inet
                &pool-body
            inet6
                &pool-body
        link =
profile *
    accounting-order =+
    authentication-order =+
    authentication-protocol =
    session-options
        <word> =
    address-assignment
        pool =
        inet6-pool =
    client *
        firewall-user
            password =
        client-group =+
    radius
        authentication-server =+
        accounting-server =+
        options
            nas-identifier =
            revert-interval =
            <word>
    radius-server *
        &radius
    accounting
        order =+
        accounting-stop-on-failure
        accounting-stop-on-access-deny
        immediate-update
        coa-immediate-update
        update-interval =
        statistics =
        duplication
    domain-name-server =+
radius-server *
    &radius
radius-disconnect-port =
radius-options
    revert-interval =
    <word> =
firewall-authentication
    web-authentication
        default-profile =
        banner
            success =
    pass-through
        default-profile =
domain
    <word> =
"""

_SNMP_USER = """
user *
    authentication-md5
        authentication-key =
        authentication-password =
    authentication-sha
        authentication-key =
        authentication-password =
    authentication-sha224
        authentication-key =
        authentication-password =
    authentication-sha256
        authentication-key =
        authentication-password =
    authentication-sha384
        authentication-key =
        authentication-password =
    authentication-sha512
        authentication-key =
        authentication-password =
    authentication-none
    privacy-des
        privacy-key =
        privacy-password =
    privacy-3des
        privacy-key =
        privacy-password =
    privacy-aes128
        privacy-key =
        privacy-password =
    privacy-none
"""

_SNMP = """
name =
description = ~
location = ~
contact = ~
engine-id
    local =
    use-mac-address
    use-default-ip-address
    use-fru-mac-address
interface =+
filter-duplicates
filter-interfaces
    all-internal-interfaces
    interfaces
        <name>
client-list *
    <prefix>
        restrict
community *
    authorization =
    view =
    client-list-name =
    clients
        <prefix>
            restrict
    routing-instance *
view *
    oid *
        include
        exclude
trap-options
    source-address =
    agent-address =
    routing-instance =
trap-group *
    version =
    destination-port =
    categories
        <category>
    targets
        <address>
    routing-instance =
routing-instance-access
    access-list
        <name>
            restrict
health-monitor
    <word> =
v3
    usm
        local-engine
            &snmp-user
        remote-engine *
            &snmp-user
    vacm
        security-to-group
            security-model *
                security-name *
                    group =
        access
            group *
                default-context-prefix
                    &snmp-access
                context-prefix *
                    &snmp-access
    target-address *
        address =
        port =
        timeout =
        retry-count =
        tag-list =
        target-parameters =
        address-mask =
        routing-instance =
    target-parameters *
        parameters
            message-processing-model =
            security-model =
            security-level =
            security-name =
        notify-filter =
    notify *
        type =
        tag =
    notify-filter *
        oid *
            include
            exclude
    snmp-community *
        community-name =
        security-name =
        context =
        tag =
"""

_SNMP_ACCESS = """
security-model *
    security-level *
        read-view =
        write-view =
        notify-view =
        context-match =
"""

_SYSTEM = """
host-name =
domain-name =
domain-search =+
time-zone =
ports
    console
        authentication-order =+
        log-out-on-disconnect
        insecure
        disable
        speed =
        type =
    auxiliary
        authentication-order =+
        log-out-on-disconnect
        insecure
        disable
        speed =
        type =
root-authentication
    encrypted-password =
    plain-text-password-value =
    no-public-keys
    ssh-rsa *
    ssh-dsa *
    ssh-ecdsa *
    ssh-ed25519 *
authentication-order =+
name-server
    <address>
        routing-instance =
        source-address =
radius-server *
    &radius
radius-options
    password-protocol =
    enhanced-accounting
    attributes
        nas-ip-address =
        nas-id =
tacplus-server *
    &radius
    single-connection
tacplus-options
    <word> =
accounting
    events =+
    destination
        radius
            server *
                &radius
        tacplus
            server *
                &radius
login
    idle-timeout =
    retry-options
        tries-before-disconnect =
        backoff-threshold =
        backoff-factor =
        minimum-time =
        maximum-time =
        lockout-period =
    message =
    announcement =
    class *
        idle-timeout =
        permissions =+
        allow-commands =
        deny-commands =
        allow-configuration =
        deny-configuration =
        allow-commands-regexps =+
        deny-commands-regexps =+
        allow-configuration-regexps =+
        deny-configuration-regexps =+
        login-alarms
        login-tip
        login-script =
        no-scp-server
        no-sftp-server
        access-start =
        access-end =
        allowed-days =+
    user *
        full-name = ~
        uid =
        class =
        authentication
            encrypted-password =
            plain-text-password-value =
            no-public-keys
            ssh-rsa *
            ssh-dsa *
            ssh-ecdsa *
            ssh-ed25519 *
        cli
            prompt = ~
    password
        minimum-length =
        maximum-length =
        format =
        change-type =
        minimum-changes =
        minimum-numerics =
        minimum-upper-cases =
        minimum-lower-cases =
        minimum-punctuations =
        minimum-character-changes =
        minimum-reuse =
        minimum-lifetime =
        maximum-lifetime =
    deny-sources
        address =+
services
    ssh
        root-login =
        protocol-version =+
        ciphers =+
        macs =+
        key-exchange =+
        hostkey-algorithm-list
            <algorithm>
        hostkey-algorithm
            <algorithm>
                allow
                deny
        client-alive-interval =
        client-alive-count-max =
        connection-limit =
        rate-limit =
        max-sessions-per-connection =
        max-pre-authentication-packets =
        authentication-order =+
        no-passwords
        no-password-authentication
        no-challenge-response
        no-public-keys
        allow-tcp-forwarding
        no-tcp-forwarding
        sftp-server
        port =
        fingerprint-hash =
        log-key-changes
        rekey
            data-limit =
            time-limit =
    netconf
        ssh
            connection-limit =
            rate-limit =
            client-alive-interval =
            client-alive-count-max =
            port =
        rfc-compliant
        yang-compliant
        tls
            <word> =
    telnet
        connection-limit =
        rate-limit =
        authentication-order =+
    ftp
        connection-limit =
        rate-limit =
        authentication-order =+
    tftp-server
        connection-limit =
        rate-limit =
    finger
        connection-limit =
        rate-limit =
    rlogin
    rsh
    xnm-clear-text
        connection-limit =
        rate-limit =
    xnm-ssl
        local-certificate =
        connection-limit =
        rate-limit =
    web-management
        management-url =
        http
            port =
            interface =+
        https
            port =
            interface =+
            local-certificate =
            pki-local-certificate =
            system-generated-certificate
        session
            idle-timeout =
            session-limit =
    rest
        http
            port =
            addresses =+
        https
            port =
            addresses =+
            server-certificate =
        enable-explorer
        control
            allowed-sources =+
            connection-limit =
    outbound-ssh
        client *
            device-id =
            secret =
            keep-alive
                retry =
                timeout =
            services =+
            reconnect-strategy =
            <address>
                port =
                retry =
                timeout =
    dns
        dns-proxy
            interface
                <interface>
            view *
                match-clients
                    <prefix>
                domain *
                    forwarders
                        <address>
            default-domain *
                forwarders
                    <address>
            propogate-setting =
        forwarders
            <address>
        max-cache-ttl =
    dhcp-local-server
        &dhcp-server
    extension-service
        request-response
            grpc
                <word> =
    subscriber-management
        enable
syslog
    archive
        size =
        files =
        world-readable
        no-world-readable
    user *
        match =
        <facility> =
    host *
        match =
        allow-duplicates
        port =
        facility-override =
        log-prefix =
        source-address =
        routing-instance =
        explicit-priority
        exclude-hostname
        transport =
        tlsdetails
            local-certificate =
            mutual-authentication
                certificate-authority =
            trusted-ca-group *
                ca-profiles =+
        structured-data
            brief
        <facility> =
    file *
        match =
        archive
            size =
            files =
            world-readable
            no-world-readable
        structured-data
            brief
        explicit-priority
        allow-duplicates
        <facility> =
    console
        <facility> =
    time-format
        year
        millisecond
    source-address =
    log-rotate-frequency =
ntp
    boot-server =
    server *
        key =
        version =
        prefer
        routing-instance =
        nts
            remote-identity
                hostname =
                distinguished-name
                    <word> =
    peer *
        key =
        version =
        prefer
    broadcast-client
    multicast-client
        <address>
    authentication-key *
        type =
        value =
    trusted-key =+
    source-address *
        routing-instance =
    restrict *
        mask =
        noquery
    threshold
        action =
        <seconds>
archival
    configuration
        transfer-on-commit
        transfer-interval =
        routing-instance =
        archive-sites
            <url>
                password =
commit
    synchronize
    fast-synchronize
    persist-groups-inheritance
    peers-synchronize
    server
        <word> =
compress-configuration-files
no-compress-configuration-files
max-configurations-on-flash =
max-configuration-rollbacks =
auto-snapshot
no-redirects
no-redirects-ipv6
no-ping-record-route
no-ping-time-stamp
no-multicast-echo
no-hidden-commands
default-address-selection
arp
    aging-timer =
    gratuitous-arp-on-ifup
internet-options
    tcp-drop-synfin-set
    no-tcp-reset =
    path-mtu-discovery
    no-path-mtu-discovery
    icmpv4-rate-limit
        packet-rate =
        bucket-size =
    icmpv6-rate-limit
        packet-rate =
        bucket-size =
    source-quench
    no-source-quench
    tcp-mss =
    no-ipv6-reject-zero-hop-limit
management-instance
license
    autoupdate
        url =
    renew
        <word> =
master-password
    <word> =
kernel-replication
    <word>
processes
    <process>
        disable
        enable
        failover =
export-format
    json
        <word>
autoinstallation
    <word>
phone-home
    <word> =
location ~
"""

_SECURITY = """
address-book *
    &addresses
zones
    functional-zone management
        interfaces
            <interface>
                &inbound
        screen =
        &inbound
    security-zone *
        description = ~
        tcp-rst
        address-book
            &addresses
        screen =
        &inbound
        interfaces
            <interface>
                &inbound
        application-tracking
        enable-reverse-reroute
        source-identity-log
        advance-policy-based-routing-profile
            <profile>
policies
    from-zone * to-zone *
        &policy
        application-services
            security-metadata-streaming-policy =
    global
        &policy
    default-policy
        permit-all
        deny-all
    policy-rematch
        extensive
    pre-id-default-policy
        then
            log
                session-init
                session-close
            session-timeout
                <word> =
    unified-policy
        max-lookups =
    policy-stats
        system-wide =
nat
    source
        pool *
            description = ~
            address *
                to =
            port
                no-translation
                range *
                    to =
            routing-instance
                <name>
            overflow-pool =
            address-pooling
                paired
                no-paired
        address-persistent
        port-randomization
            disable
        interface
            port-overloading
                off
            port-overloading-factor =
        rule-set *
            description = ~
            &nat-ends
            rule *
                description = ~
                &nat-match
                then
                    source-nat
                        off
                        interface
                            persistent-nat
                                <word> =
                        pool
                            persistent-nat
                                <word> =
                            <pool>
    destination
        pool *
            description = ~
            address
                to =
                port =
                <prefix>
            routing-instance
                <name>
        rule-set *
            description = ~
            &nat-ends
            rule *
                description = ~
                &nat-match
                then
                    destination-nat
                        off
                        pool
                            <pool>
    static
        rule-set *
            description = ~
            &nat-ends
            rule *
                description = ~
                &nat-match
                then
                    static-nat
                        prefix
                            routing-instance =
                            mapped-port
                                to =
                                <port>
                            <prefix>
                        prefix-name
                            <name>
                        inet
    proxy-arp
        interface *
            address *
                to =
    proxy-ndp
        interface *
            address *
                to =
screen
    ids-option *
        description = ~
        alarm-without-drop
        icmp
            ip-sweep
                threshold =
            fragment
            large
            flood
                threshold =
            ping-death
            icmpv6-malformed
        ip
            bad-option
            record-route-option
            timestamp-option
            security-option
            stream-option
            spoofing
            source-route-option
            loose-source-route-option
            strict-source-route-option
            unknown-protocol
            block-frag
            tear-drop
            ipv6-malformed-header
            ipv6-extension-header
                <word>
            ipv6-extension-header-limit =
        tcp
            syn-fin
            fin-no-ack
            tcp-no-flag
            syn-frag
            port-scan
                threshold =
            syn-ack-ack-proxy
                threshold =
            syn-flood
                alarm-threshold =
                attack-threshold =
                source-threshold =
                destination-threshold =
                queue-size =
                timeout =
                white-list *
                    source-address =+
                    destination-address =+
            land
            winnuke
            tcp-sweep
                threshold =
        udp
            flood
                threshold =
            udp-sweep
                threshold =
            port-scan
                threshold =
        limit-session
            source-ip-based =
            destination-ip-based =
    trap
        interval =
ike
    proposal *
        description = ~
        authentication-method =
        dh-group =
        authentication-algorithm =
        encryption-algorithm =
        lifetime-seconds =
    policy *
        description = ~
        mode =
        proposals =+
        proposal-set =
        reauth-frequency =
        pre-shared-key
            ascii-text =
            hexadecimal =
        seeded-pre-shared-key
            ascii-text =
            hexadecimal =
        certificate
            local-certificate =
            trusted-ca
                use-all
                ca-profile =
                trusted-ca-group =
            peer-certificate-type =
            policy-oids =+
    gateway *
        ike-policy =
        address =+
        dynamic
            hostname =
            inet =
            inet6 =
            user-at-hostname =
            distinguished-name
                container =
                wildcard =
            general-ikeid
            connections-limit =
            ike-user-type =
            reject-duplicate-connection
        dead-peer-detection
            optimized
            probe-idle-tunnel
            always-send
            interval =
            threshold =
        no-nat-traversal
        nat-keepalive =
        local-identity
            &identity
        remote-identity
            &identity
        external-interface =
        local-address =
        general-ikeid
        version =
        fragmentation
            disable
            size =
        tcp-encap-profile =
        aaa
            access-profile
                config-payload-password =
                <profile>
            client
                username =
                password =
        advpn
            suggester
                disable
            partner
                disable
                connection-limit =
                idle-time =
                idle-threshold =
    respond-bad-spi
        <word>
ipsec
    proposal *
        description = ~
        protocol =
        authentication-algorithm =
        encryption-algorithm =
        lifetime-seconds =
        lifetime-kilobytes =
        extended-sequence-number
    policy *
        description = ~
        perfect-forward-secrecy
            keys =
        proposals =+
        proposal-set =
    vpn *
        bind-interface =
        df-bit =
        copy-outer-dscp
        vpn-monitor
            optimized
            source-interface =
            destination-ip =
        ike
            gateway =
            ipsec-policy =
            idle-time =
            install-interval =
            no-anti-replay
            anti-replay-window-size =
            proxy-identity
                local =
                remote =
                service =
        traffic-selector *
            description = ~
            local-ip =
            remote-ip =
            protocol =
            source-port =
            destination-port =
            metric =
            preference =
        establish-tunnels =
        manual
            <word> =
    vpn-monitor-options
        interval =
        threshold =
    anti-replay-window-size =
flow
    tcp-mss
        all-tcp
            mss =
        ipsec-vpn
            mss =
        gre-in
            mss =
        gre-out
            mss =
    tcp-session
        rst-invalidate-session
        rst-sequence-check
        no-syn-check
        strict-syn-check
        no-syn-check-in-tunnel
        no-sequence-check
        tcp-initial-timeout =
        time-wait-state
            session-ageout
            session-timeout =
            apply-to-half-close-state
    syn-flood-protection-mode =
    allow-dns-reply
    route-change-timeout =
    aging
        early-ageout =
        low-watermark =
        high-watermark =
    allow-embedded-icmp
    log
        dropped-icmp-packet
        dropped-illegal-packet
forwarding-options
    family
        inet6
            mode =
        mpls
            mode =
        iso
            mode =
log
    mode =
    format =
    event-rate =
    rate-cap =
    utc-timestamp
    source-address =
    source-interface =
    report
        <word>
    cache
        limit =
    disable
    transport
        protocol =
        tls-profile =
        tcp-connections =
    stream *
        host
            port =
            routing-instance =
            log-tag =
            <address>
        port =
        severity =
        format =
        category *
        source-address =
        rate-limit =
        filter *
        transport
            protocol =
            tls-profile =
            tcp-connections =
    file *
        size =
        files =
        path =
alg
    <alg>
        disable
        <word>
utm
    custom-objects
        mime-pattern *
            value =+
        filename-extension *
            value =+
        url-pattern *
            value =+
        custom-url-category *
            value =+
        custom-message *
            type =
            content =
        category-package
            url =
            automatic
                enable
                interval =
                start-time =
    default-configuration
        web-filtering
            type =
            url-whitelist =
            url-blacklist =
            http-reassemble
            http-persist
            juniper-enhanced
                &web-engine
            ng-juniper
                &web-engine
            websense-redirect
                &web-engine
            juniper-local
                &web-engine
        anti-virus
            type =
            url-whitelist =
            scan-options
                <word> =
            fallback-options
                <word> =
            sophos-engine
                <word>
        anti-spam
            type =
            address-whitelist =
            address-blacklist =
    feature-profile
        web-filtering
            juniper-enhanced
                &web-engine
            ng-juniper
                &web-engine
            websense-redirect
                &web-engine
            juniper-local
                &web-engine
        anti-virus
            profile *
                fallback-options
                    <word> =
                scan-options
                    <word> =
                notification-options
                    <word>
        content-filtering
            <word>
        anti-spam
            sbl
                profile *
                    <word>
    utm-policy *
        web-filtering
            http-profile =
        anti-virus
            http-profile =
            smtp-profile =
            pop3-profile =
            imap-profile =
            ftp
                upload-profile =
                download-profile =
        anti-spam
            smtp-profile =
        content-filtering
            <word>
        traffic-options
            sessions-per-client
                limit =
                over-limit =
idp
    idp-policy *
        rulebase-ips
            rule *
                description = ~
                match
                    from-zone =
                    to-zone =
                    source-address =+
                    destination-address =+
                    application =
                    attacks
                        predefined-attacks =+
                        predefined-attack-groups =+
                        custom-attacks =+
                        dynamic-attack-groups =+
                then
                    action
                        <action>
                    ip-action
                        <word>
                        timeout =
                    notification
                        log-attacks
                            alert
                        packet-log
                            <word> =
                    severity =
                terminal
        rulebase-exempt
            rule *
                description = ~
                match
                    from-zone =
                    to-zone =
                    source-address =+
                    destination-address =+
                    attacks
                        predefined-attacks =+
                        predefined-attack-groups =+
    dynamic-attack-group *
        filters
            recommended
            no-recommended
            <word>
    active-policy =
    default-policy =
    security-package
        url =
        source-address =
        automatic
            enable
            interval =
            start-time =
        install
            <word>
    sensor-configuration
        <word>
pki
    ca-profile *
        ca-identity =
        enrollment
            url =
            retry =
            retry-interval =
        revocation-check
            disable
            use-crl
            use-ocsp
            crl
                url =
                refresh-interval =
                disable
                    on-download-failure
    trusted-ca-group *
        ca-profiles =+
    auto-re-enrollment
        <word>
ssh-known-hosts
    host *
        <word> =
dynamic-address
    feed-server *
        description = ~
        hostname =
        url =
        update-interval =
        hold-interval =
        tls-profile =
        validate-certificate-attributes
            subject-or-subject-alternative-names
        feed-name *
            description = ~
            path =
            update-interval =
            hold-interval =
    address-name *
        description = ~
        profile
            feed-name =
            category *
                feed =
                property *
                    string =+
user-identification
    <word>
firewall-authentication
    <word>
application-tracking
    disable
    first-update
    session-update-interval =
application-firewall
    rule-sets *
        rule *
            match
                dynamic-application =+
                dynamic-application-group =+
            then
                permit
                deny
                reject
        default-rule
            permit
            deny
            reject
advance-policy-based-routing
    profile *
        rule *
            match
                dynamic-application =+
                dynamic-application-group =+
                category =+
            then
                routing-instance =
                sla-rule
                    <rule>
    metrics-profile *
        sla-threshold
            <word> =
    sla-rule *
        metrics-profile
            <profile>
        <word> =
    from-zone *
        policy *
            match
                source-address =+
                destination-address =+
                application =+
            then
                application-services
                    advance-policy-based-routing-profile =
remote-access
    profile *
        ipsec-vpn =
        access-profile =
        client-config =
        description = ~
    client-config *
        connection-mode =
        dead-peer-detection
            interval =
            threshold =
        <word> =
    default-profile =
tcp-encap
    profile *
        ssl-profile =
        log
"""

_WEB_ENGINE = """
profile *
    &web-profile
cache
    timeout =
    size =
server
    host =
    port =
    <word> =
default =
fallback-settings
    &fallback
category *
    action =
    custom-message =
no-safe-search
site-reputation-action
    <reputation> =
block-message
    type =
    url =
base-filter =
"""

_WEB_PROFILE = """
base-filter =
category *
    action =
    custom-message =
default =
custom-block-message = ~
custom-message =
quarantine-custom-message =
block-message
    type =
    url =
fallback-settings
    &fallback
timeout =
no-safe-search
site-reputation-action
    <reputation> =
"""

_FALLBACK = """
default =
server-connectivity =
timeout =
too-many-requests =
"""

_IDENTITY = """
hostname =
inet =
inet6 =
user-at-hostname =
key-id =
distinguished-name
    container =
    wildcard =
"""

_NAT_ENDS = """
from
    zone =+
    interface =+
    routing-instance =+
to
    zone =+
    interface =+
    routing-instance =+
"""

_NAT_MATCH = """
match
    source-address =+
    source-address-name =+
    destination-address =+
    destination-address-name =+
    source-port *
        to =
    destination-port *
        to =
    protocol =+
    application =+
"""

_APPLICATION = """
protocol =
source-port =
destination-port =
icmp-type =
icmp-code =
icmp6-type =
icmp6-code =
inactivity-timeout =
application-protocol =
alg =
rpc-program-number =
uuid =
ether-type =
"""

_COS = """
classifiers
    dscp *
        import =
        &classes
    dscp-ipv6 *
        import =
        &classes
    ieee-802.1 *
        import =
        &classes
rewrite-rules
    dscp *
        import =
        &classes
    ieee-802.1 *
        import =
        &classes
code-point-aliases
    dscp
        <name> =
    ieee-802.1
        <name> =
forwarding-classes
    class *
        queue-num =
        priority =
        no-loss
    queue *
        <class>
drop-profiles *
    interpolate
        fill-level =+
        drop-probability =+
    fill-level *
        drop-probability =
schedulers *
    priority =
    transmit-rate
        percent =
        exact
        rate-limit
        remainder
            <percent>
        <rate>
    shaping-rate
        percent =
        <rate>
    buffer-size
        percent =
        exact
        remainder
            <percent>
        temporal =
    drop-profile-map loss-priority * protocol *
        drop-profile =
    explicit-congestion-notification
scheduler-maps *
    forwarding-class *
        scheduler =
traffic-control-profiles *
    shaping-rate =
    guaranteed-rate =
    scheduler-map =
interfaces
    <interface>
        scheduler-map =
        shaping-rate =
        output-traffic-control-profile =
        forwarding-class =
        classifiers
            dscp =
            ieee-802.1 =
        rewrite-rules
            dscp =
            ieee-802.1 =
        unit *
            forwarding-class =
            shaping-rate =
            scheduler-map =
            output-traffic-control-profile =
            classifiers
                dscp =
                dscp-ipv6 =
                ieee-802.1 =
            rewrite-rules
                dscp =
                dscp-ipv6 =
                ieee-802.1 =
host-outbound-traffic
    forwarding-class =
    dscp-code-point =
"""

_CLASSES = """
forwarding-class *
    loss-priority *
        code-points =+
        code-point =
"""

_DAY = """
start-time *
    stop-time =
all-day
exclude
"""

_SERVICES = """
rpm
    probe *
        test *
            target
                address =
                url =
                inet6-address =
            probe-type =
            probe-count =
            probe-interval =
            test-interval =
            destination-interface =
            source-address =
            next-hop =
            routing-instance =
            destination-port =
            history-size =
            moving-average-size =
            ttl =
            data-size =
            dscp-code-points =
            hardware-timestamp
            thresholds
                successive-loss =
                total-loss =
                <word> =
            traps =+
    probe-server
        <word> =
ip-monitoring
    policy *
        match
            rpm-probe =+
        then
            preferred-route
                withdraw
                route *
                    next-hop =+
                    discard
                    direct-next-hop
                    preferred-metric =
                routing-instances *
                    route *
                        next-hop =+
                        discard
                        direct-next-hop
                        preferred-metric =
            interface *
                enable
                disable
        no-preempt
security-intelligence
    url =
    authentication
        auth-token =
        tls-profile =
    profile *
        description = ~
        category =
        rule *
            match
                threat-level =+
                feed-name =+
            then
                action
                    permit
                    recommended
                    block
                        drop
                        close
                            <word>
                log
        default-rule
            then
                action
                    permit
                    recommended
                    block
                        drop
                        close
                            <word>
                log
    policy *
        <category> =
    <word>
advanced-anti-malware
    <word>
ssl
    proxy
        profile *
            root-ca =
            trusted-ca =+
            server-certificate =+
            whitelist =+
            whitelist-url-categories =+
            protocol-version =
            preferred-ciphers =
            custom-ciphers =+
            disable-session-resumption
            actions
                ignore-server-auth-failure
                renegotiation =
                crl
                    disable
                    if-not-present =
                    ignore-hold-instruction-code
                log
                    <word>
                allow-strong-certificate
        global-config
            <word>
    initiation
        profile *
            protocol-version =
            trusted-ca =+
            client-certificate =
            preferred-ciphers =
            custom-ciphers =+
            enable-flow-tracing
            enable-session-cache
            actions
                ignore-server-auth-failure
                crl
                    disable
                    if-not-present =
    termination
        profile *
            protocol-version =
            server-certificate =
            preferred-ciphers =
application-identification
    <word>
captive-portal
    <word>
user-identification
    <word>
flow-monitoring
    <word>
web-filter
    <word>
dns-filtering
    <word>
"""

_PROTOCOLS = """
rstp
    &spanning
mstp
    &spanning
vstp
    &spanning
stp
    &spanning
layer2-control
    nonstop-bridging
    bpdu-block
        interface *
            disable
            drop
        disable-timeout =
lldp
    disable
    interface *
        disable
        power-negotiation
            disable
        tlv-filter =+
    port-id-subtype =
    port-description-type =
    management-address =
    management-interface =
    advertisement-interval =
    transmit-delay =
    hold-multiplier =
    ptopo-configuration-trap-interval =
    neighbour-port-info-display =
    mau-type
    netbios-snooping
    tlv-filter =+
lldp-med
    disable
    fast-start =
    interface *
        disable
        location
            <word> =
        tlv-filter =+
dot1x
    authenticator
        authentication-profile-name =
        no-mac-table-binding
        ip-mac-session-binding
        radius-options
            use-vlan-id
            use-vlan-name
            add-interface-text-description
        radius-reachability
            query-period =
        static *
            vlan-assignment =
            interface =
        mac-radius
            password =
        interface *
            authentication-order =+
            disable
            supplicant =
            retries =
            quiet-period =
            transmit-period =
            mac-radius
                flap-on-disconnect
                restrict
                authentication-protocol
                    eap-md5
                    eap-peap
                        resume
                    pap
            no-reauthentication
            reauthentication =
            supplicant-timeout =
            server-timeout =
            maximum-requests =
            request-retry-count =
            guest-vlan =
            server-reject-vlan
                eapol-block
                block-interval =
                <vlan>
            eapol-block
                server-fail
                captive-portal
                mac-radius
            server-fail
                permit
                deny
                use-cache
                vlan-name =
            server-fail-voip
                permit
                deny
                use-cache
                vlan-name =
            multi-domain
                max-data-session =
                packet-action =
                recovery-timeout =
            lldp-med-bypass
            redirect-url =
            no-tagged-mac-authentication
            retain-mac-aged-session
            ignore-port-bounce
igmp-snooping
    vlan *
        immediate-leave
        proxy
        l2-querier
            source-address =
        query-interval =
        robust-count =
        interface *
            multicast-router-interface
            group-limit =
            host-only-interface
            <word>
mld-snooping
    vlan *
        immediate-leave
        interface *
            multicast-router-interface
            <word>
mvrp
    <word>
dcbx
    <word>
sflow
    agent-id =
    polling-interval =
    sample-rate
        ingress =
        egress =
    source-ip
        <address>
    collector *
        udp-port =
    interfaces *
        polling-interval =
        sample-rate
            ingress =
            egress =
loop-detect
    interface *
        <word> =
    <word>
loop-protect
    <word>
uplink-failure-detection
    <word>
oam
    <word>
iccp
    local-ip-addr =
    peer *
        <word> =
l2-learning
    global-mac-table-aging-time =
    global-mode =
    global-mac-move
        <word> =
&protocols-l3
"""

_FORWARDING_OPTIONS = """
storm-control-profiles *
    all
        bandwidth-percentage =
        bandwidth-level =
        burst-size =
        no-broadcast
        no-unknown-unicast
        no-multicast
        no-registered-multicast
        no-unregistered-multicast
    action-shutdown
dhcp-relay
    &dhcp-relay
    dhcpv6
        &dhcp-relay
access-security
    router-advertisement-guard
        interface *
            mark-interface =
            policy *
                stateful
                stateless
        vlans *
            policy *
                stateful
                stateless
        policy *
            accept
                match-list
                    &ra-match
                match-options
                    hop-limit
                        maximum =
                        minimum =
                    managed-config-flag
                    other-config-flag
                    route-preference
                        maximum =
            discard
                &ra-match
    slaac-snooping
        vlans *
        interface *
            mark-interface =
            <word>
helpers
    bootp
        <word>
    port *
        server *
        interface *
            server *
    domain
        <word>
enhanced-hash-key
    <word>
analyzer *
    input
        ingress
            interface *
            vlan *
        egress
            interface *
            vlan *
    output
        interface =
        vlan =
        ip-address =
sampling
    disable
    input
        &sampling-input
    family
        &sampling-families
    instance *
        disable
        input
            &sampling-input
        family
            &sampling-families
packet-capture
    <word>
vxlan-routing
    <word>
"""

_SAMPLING_INPUT = """
rate =
run-length =
max-packets-per-second =
maximum-packet-length =
"""

_SAMPLING_FAMILIES = """
inet
    disable
    input
        &sampling-input
    output
        flow-active-timeout =
        flow-inactive-timeout =
        flow-server *
            port =
            dscp =
            forwarding-class =
            routing-instance =
            source-address =
            version =
            version9
                template *
            version-ipfix
                template *
        inline-jflow
            source-address =
            flow-export-rate =
inet6
    <word>
"""

_RA_MATCH = """
source-ip-address-list =
source-mac-address-list =
prefix-list-name =
match-criteria =
"""

_VLAN = """
vlan-id =
vlan-id-list =+
description = ~
l3-interface =
interface *
private-vlan =
isolated-vlan =
community-vlans =+
no-local-switching
forwarding-options
    filter
        input =
        output =
    dhcp-security
        no-dhcp-snooping
        no-dhcpv6-snooping
        arp-inspection
        ip-source-guard
        ipv6-source-guard
        neighbor-discovery-inspection
        light-weight-dhcpv6-relay
        option-82
            circuit-id
                prefix
                    host-name
                    routing-instance-name
                use-interface-description =
                use-vlan-id
            remote-id
                host-name
                use-interface-description =
                use-string =
                mac
            vendor-id =
        dhcpv6-options
            <word>
        group *
            overrides
                trusted
                untrusted
                no-option82
                no-option37
                <word>
            interface *
                static-ip *
                    mac =
                static-ipv6 *
                    mac =
switch-options
    mac-table-size =
    interface-mac-limit =
    mac-move-limit
        packet-action =
        <limit>
    no-mac-learning
    interface *
        interface-mac-limit =
        no-mac-learning
        static-mac *
    static-mac *
mcae-mac-synchronize
"""

_SWITCH_OPTIONS = """
voip
    interface *
        vlan =
        forwarding-class =
interface-mac-limit
    packet-action =
    <limit>
mac-table-aging-time =
mac-notification
    notification-interval =
no-mac-learning
service-id =
interface-shutdown-action =
interface *
    interface-mac-limit
        packet-action =
        disable
        <limit>
    no-mac-learning
    persistent-learning
    no-mac-notification
unknown-unicast-forwarding
    vlan *
        interface =
redundant-trunk-group
    group *
        preempt-cutover-timer =
        interface *
            primary
"""

_POLICY_OPTIONS = """
prefix-list *
    apply-path =
    <prefix>
policy-statement *
    term *
        &routing-term
    &routing-term
community *
    members =+
as-path * *
route-filter-list *
    <prefix>
        exact
        longer
        orlonger
        upto =
condition *
    <word>
mac-list *
    <mac>
"""

_ROUTING_TERM = """
from
    protocol =+
    instance =
    interface =+
    neighbor =+
    community =+
    as-path =+
    prefix-list =+
    prefix-list-filter * *
        <word>
    route-filter *
        exact
        longer
        orlonger
        upto =
        prefix-length-range =
        through =
        accept
        reject
    rib =
    family =
    tag =
    metric =
    preference =
    area =
    next-hop =+
    route-type =
to
    rib =
    instance =
    protocol =+
then
    accept
    reject
    next =
    default-action =
    metric
        <word>
    preference =
    local-preference
        <word>
    origin =
    next-hop =
    as-path-prepend =
    community
        add =
        delete =
        set =
        <name>
    tag =
    load-balance
        <word>
    install-nexthop
        <word>
    external
        type =
"""

_CHASSIS = """
aggregated-devices
    ethernet
        device-count =
        lacp
            system-priority =
            link-protection
                <word>
alarm
    management-ethernet
        link-down =
    ethernet
        link-down =
    <word>
redundancy
    graceful-switchover
    failover
        <word>
    routing-engine * *
auto-image-upgrade
fpc *
    pic *
        port *
            channel-speed =
            speed =
        tunnel-port *
            tunnel-services
        <word>
    <word>
network-services =
cluster
    control-link-recovery
    reth-count =
    heartbeat-interval =
    heartbeat-threshold =
    configuration-synchronize
        no-secondary-bootup-auto
    redundancy-group *
        node *
            priority =
        preempt
        gratuitous-arp-count =
        hold-down-interval =
        interface-monitor
            <interface>
                weight =
        ip-monitoring
            global-weight =
            global-threshold =
            retry-interval =
            retry-count =
            family
                inet
                    <address>
                        weight =
                        interface =
                            secondary-ip-address =
high-availability
    <word>
lcd-menu
    <word>
usb
    <word>
disable-power-management
"""

_VIRTUAL_CHASSIS = """
preprovisioned
no-split-detection
auto-conversion
mac-persistence-timer =
id =
graceful-restart
    disable
member *
    role =
    serial-number =
    location = ~
    mastership-priority =
    no-management-vlan
aliases
    serial-number *
        alias-name =
fast-failover
    <word>
auto-sw-update
    <word> =
vcp-snmp-statistics
"""

_POE = """
management =
guard-band =
lldp-priority
notification-control
    fpc *
        disable
interface *
    disable
    priority =
    maximum-power =
    telemetries
        disable
        interval =
        duration =
    af-mode
    high-power
    ultrahigh-power
    legacy-pd
fpc *
    management =
    guard-band =
    maximum-power =
    lldp-priority
"""

_INSTANCE = """
description = ~
instance-type =
interface *
vrf-target *
    import =
    export =
vrf-import =+
vrf-export =+
vrf-table-label
route-distinguisher =
routing-options
    &routing-options
protocols
    &protocols-l3
forwarding-options
    dhcp-relay
        &dhcp-relay
        dhcpv6
            &dhcp-relay
system
    services
        dhcp-local-server
            &dhcp-server
access
    address-assignment
        pool *
            family
                inet
                    &pool-body
                inet6
                    &pool-body
            link =
"""

#: Parts by name, each before those that use it.
PARTS: dict[str, str] = {
    "inbound": _INBOUND,
    "addresses": _ADDRESSES,
    "policy": _POLICY,
    "filter": _FILTER,
    "route": _ROUTE,
    "aggregate": _AGGREGATE,
    "routing-options": _ROUTING_OPTIONS,
    "bfd": _BFD,
    "bgp-neighbour": _BGP_NEIGHBOUR,
    "ospf-area": _OSPF_AREA,
    "ospf": _OSPF,
    "protocols-l3": _PROTOCOLS_L3,
    "spanning": _SPANNING,
    "vrrp": _VRRP,
    "sampling-input": _SAMPLING_INPUT,
    "sampling-families": _SAMPLING_FAMILIES,
    "unit": _UNIT,
    "ether-options": _ETHER_OPTIONS,
    "interface": _INTERFACE,
    "radius": _RADIUS,
    "relay-82": _RELAY_82,
    "dhcp-relay": _DHCP_RELAY,
    "dhcp-server": _DHCP_SERVER,
    "pool-body": _POOL_BODY,
    "access": _ACCESS,
    "snmp-user": _SNMP_USER,
    "snmp-access": _SNMP_ACCESS,
    "snmp": _SNMP,
    "system": _SYSTEM,
    "fallback": _FALLBACK,
    "web-profile": _WEB_PROFILE,
    "web-engine": _WEB_ENGINE,
    "identity": _IDENTITY,
    "nat-ends": _NAT_ENDS,
    "nat-match": _NAT_MATCH,
    "security": _SECURITY,
    "application": _APPLICATION,
    "classes": _CLASSES,
    "cos": _COS,
    "day": _DAY,
    "services": _SERVICES,
    "protocols": _PROTOCOLS,
    "ra-match": _RA_MATCH,
    "forwarding-options": _FORWARDING_OPTIONS,
    "vlan": _VLAN,
    "switch-options": _SWITCH_OPTIONS,
    "routing-term": _ROUTING_TERM,
    "policy-options": _POLICY_OPTIONS,
    "chassis": _CHASSIS,
    "virtual-chassis": _VIRTUAL_CHASSIS,
    "poe": _POE,
    "instance": _INSTANCE,
}

STATEMENTS = """
version = ~
system
    &system
chassis
    &chassis
virtual-chassis
    &virtual-chassis
interfaces
    interface-range *
        member =+
        member-range =3+
        &interface
    <interface>
        &interface
snmp
    &snmp
forwarding-options
    &forwarding-options
policy-options
    &policy-options
firewall
    family
        inet
            &filter
        inet6
            &filter
        ethernet-switching
            &filter
    filter *
        term *
            from
                <word> =
            then
                <word>
    policer *
        if-exceeding
            bandwidth-limit =
            bandwidth-percent =
            burst-size-limit =
        then
            discard
            forwarding-class =
            loss-priority =
access
    &access
routing-instances
    <instance>
        &instance
routing-options
    &routing-options
protocols
    &protocols
switch-options
    &switch-options
class-of-service
    &cos
vlans
    <vlan>
        &vlan
poe
    &poe
security
    &security
applications
    application *
        description = ~
        &application
        term *
            &application
    application-set *
        description = ~
        application =+
        application-set =+
schedulers
    scheduler *
        description = ~
        start-date *
            stop-date =
        daily
            &day
        monday
            &day
        tuesday
            &day
        wednesday
            &day
        thursday
            &day
        friday
            &day
        saturday
            &day
        sunday
            &day
services
    &services
event-options
    <word>
"""
