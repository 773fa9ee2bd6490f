"""Every check, as an explicit list. A new rule is a file, a line here, and its cases in tests/checks."""

from __future__ import annotations

from netgen.checks.adr003_duplicate_site_number import find_duplicate_site_numbers
from netgen.checks.adr004_site_outside_supernet import find_sites_outside_supernet
from netgen.checks.adr005_overlapping_windows import (
    find_overlapping_windows,
    find_overlapping_windows_of_site,
)
from netgen.checks.adr006_unknown_host_unit import find_unknown_units, find_unknown_units_of_site
from netgen.checks.adr007_window_outside_site import (
    find_windows_outside_site,
    find_windows_outside_site_of_site,
)
from netgen.checks.adr008_segment_too_small import find_small_segments, find_small_segments_of_site
from netgen.checks.adr009_transit_window_too_small import find_small_transit_window
from netgen.checks.adr010_overlay_overlaps_site import find_overlay_over_sites
from netgen.checks.adr011_overlay_too_small import find_small_overlay
from netgen.checks.adr013_ipv6_not_supported import find_ipv6, find_ipv6_of_site
from netgen.checks.adr014_roll_exceeds_capacity import find_roll_over_capacity
from netgen.checks.adr015_more_sockets_than_planned import find_unplanned_sockets
from netgen.checks.adr016_management_subnet_too_small import find_small_management_subnet
from netgen.checks.adr017_circuit_inside_trust import find_circuits_inside_trust
from netgen.checks.adr018_dhcp_among_devices import (
    find_dhcp_among_devices,
    find_dhcp_among_devices_of_site,
)
from netgen.checks.adr019_unusable_supernet import find_unusable_supernet
from netgen.checks.adr020_not_a_host import find_addresses_of_nobody
from netgen.checks.bgp001_as_number_not_private import find_public_as_numbers
from netgen.checks.bgp002_idle_routing_setting import find_idle_routing_settings
from netgen.checks.bgp003_unreachable_neighbour import find_unreachable_neighbours
from netgen.checks.bgp004_hasty_bfd import find_hasty_bfd
from netgen.checks.cap001_platform_not_rendered import find_unrendered_platforms
from netgen.checks.cap002_too_many_tunnels import find_overloaded_hubs
from netgen.checks.cap003_firewall_slower_than_circuit import find_slow_firewalls
from netgen.checks.cap004_missing_protection import find_missing_protection
from netgen.checks.cap005_wish_not_granted import find_wishes_not_granted
from netgen.checks.crt001_expired_certificate import find_expired_certificates
from netgen.checks.crt002_circuits_with_one_name import find_circuits_with_one_name
from netgen.checks.dhc001_relay_to_nowhere import find_relays_to_nowhere, find_relays_to_nowhere_of_site
from netgen.checks.dhc002_unfit_reservation import find_unfit_reservations
from netgen.checks.dhc003_boot_file_without_server import find_boot_files_without_server
from netgen.checks.dhc004_relay_not_allowed import find_denied_relays
from netgen.checks.dhc005_guard_without_leases import (
    find_guards_without_leases,
    find_guards_without_leases_of_site,
)
from netgen.checks.dns001_idle_dns_domains import find_idle_dns_domains
from netgen.checks.dns002_forwarding_not_allowed import find_denied_forwarding
from netgen.checks.dns003_people_behind_one_resolver import find_people_behind_one_resolver
from netgen.checks.exc001_unknown_exception_path import find_unknown_exception_paths
from netgen.checks.exc002_not_exceptable import find_forbidden_exceptions
from netgen.checks.exc003_bad_exception_value import find_bad_exception_values
from netgen.checks.exc004_expired_exception import find_expired_exceptions
from netgen.checks.exc005_exception_expires_soon import find_expiring_exceptions
from netgen.checks.exc006_duplicate_exception import find_duplicate_exceptions
from netgen.checks.finding import Check
from netgen.checks.flt001_stale_domain import find_stale_domains
from netgen.checks.flt002_unfiltered_circuit import find_unfiltered_circuits
from netgen.checks.flt003_domain_too_wide import find_domains_too_wide
from netgen.checks.geo001_unknown_country import find_unknown_countries
from netgen.checks.geo002_country_shut_out import find_countries_shut_out
from netgen.checks.geo003_feeds_with_one_number import find_feeds_with_one_number
from netgen.checks.hap001_unpairable_firewall import find_unpairable_firewalls
from netgen.checks.hap002_unfit_heartbeat import find_unfit_heartbeats
from netgen.checks.hap003_uneven_pair import find_uneven_pairs
from netgen.checks.hap004_pair_on_one_switch import find_pairs_on_one_switch
from netgen.checks.hap005_pair_without_password import find_missing_pair_passwords
from netgen.checks.hap006_circuit_not_for_pairs import find_circuits_not_for_pairs
from netgen.checks.inv041_unknown_reference import find_unknown_references
from netgen.checks.inv042_unknown_reference_of_site import find_unknown_references_of_site
from netgen.checks.inv043_reserved_name import find_reserved_names
from netgen.checks.inv044_listed_twice import find_repeated_entries
from netgen.checks.inv045_duplicate_site_code import find_duplicate_site_codes
from netgen.checks.inv046_duplicate_urn import find_duplicate_urns
from netgen.checks.ipv001_not_a_local_prefix import find_prefixes_of_others
from netgen.checks.ipv002_site_outside_ipv6_prefix import find_sites_outside_ipv6_prefix
from netgen.checks.ipv003_ipv6_without_prefix import find_ipv6_without_prefix
from netgen.checks.ipv004_shared_ipv6_subnet import (
    find_shared_ipv6_subnets,
    find_shared_ipv6_subnets_of_site,
)
from netgen.checks.ipv005_ipv6_among_devices import find_ipv6_among_devices
from netgen.checks.ipv006_guard_without_ipv6 import find_guards_without_ipv6
from netgen.checks.ipv007_guessable_prefix import find_guessable_prefixes
from netgen.checks.ipv008_ipv6_on_a_pair import find_ipv6_on_pairs
from netgen.checks.mlg001_impossible_pair import find_impossible_pairs
from netgen.checks.mlg002_pair_beside_the_core import find_pairs_beside_the_core
from netgen.checks.mlg003_one_legged_lag import find_one_legged_lags
from netgen.checks.mlg004_peer_vlan_in_use import find_peer_vlans_in_use
from netgen.checks.mlg005_address_of_a_core import find_addresses_of_cores
from netgen.checks.mlg006_unfit_keepalive import find_unfit_keepalives
from netgen.checks.nac001_group_without_vlan import find_groups_without_vlan
from netgen.checks.nac002_access_without_radius import find_access_without_radius
from netgen.checks.nac003_idle_dynamic_role import find_idle_dynamic_roles
from netgen.checks.nac004_strangers_among_devices import find_strangers_among_devices
from netgen.checks.nac005_group_among_devices import find_groups_among_devices
from netgen.checks.nac006_refused_among_admitted import find_refused_among_admitted
from netgen.checks.nat001_legacy_without_place import find_legacy_without_place
from netgen.checks.nat002_unfit_legacy_prefix import find_unfit_legacy_prefixes
from netgen.checks.nat003_overdue_legacy_prefix import find_overdue_legacy_prefixes
from netgen.checks.ntp001_time_named_twice import find_times_named_twice
from netgen.checks.ntp002_unsigned_time_passed_on import find_unsigned_times_passed_on
from netgen.checks.oob001_out_of_band_without_window import find_out_of_band_without_window
from netgen.checks.oob002_out_of_band_beyond_site import find_out_of_band_beyond_site
from netgen.checks.par001_unreachable_partner import find_unreachable_partners
from netgen.checks.pub001_unanswered_publication import find_unanswered_publications
from netgen.checks.pub002_published_among_users import find_published_among_users
from netgen.checks.pub003_overdue_review import find_overdue_reviews
from netgen.checks.qos001_impossible_shares import find_impossible_shares
from netgen.checks.ras001_unusable_remote_pool import find_unusable_remote_pools
from netgen.checks.ras002_remote_access_elsewhere import find_remote_access_elsewhere
from netgen.checks.ras003_remote_zone_of_others import (
    find_remote_zones_of_others,
    find_remote_zones_of_partners,
)
from netgen.checks.ras004_remote_login_without_radius import find_remote_logins_without_radius
from netgen.checks.ras005_stale_remote_attestation import find_stale_remote_attestations
from netgen.checks.ras006_unfiltered_remote_people import (
    find_remote_people_without_phase,
    find_unfiltered_remote_people,
)
from netgen.checks.ras007_split_tunnel_breaks_out import find_split_tunnels_that_break_out
from netgen.checks.ras008_pupils_unfiltered_at_home import find_pupils_unfiltered_at_home
from netgen.checks.ras009_remote_management import find_remote_management
from netgen.checks.ras010_port_of_remote_access import find_ports_of_remote_access
from netgen.checks.ras011_remote_people_without_names import find_remote_people_without_names
from netgen.checks.sch001_schedule_never_opens import find_schedules_that_never_open
from netgen.checks.sec001_shared_tunnel_key import find_shared_tunnel_key
from netgen.checks.sec002_management_from_users import find_management_from_users
from netgen.checks.sec003_nobody_may_manage import find_lockouts
from netgen.checks.sec004_management_by_the_clock import find_management_by_the_clock
from netgen.checks.str001_duplicate_steering_number import find_duplicate_steering_numbers
from netgen.checks.str002_steering_without_probes import find_steering_without_probes
from netgen.checks.str003_bounds_without_effect import find_bounds_without_effect
from netgen.checks.str004_steering_inside_trust import find_steering_inside_trust
from netgen.checks.str005_application_with_addresses import find_applications_with_addresses
from netgen.checks.str006_steering_without_effect import find_steering_without_effect
from netgen.checks.str007_class_never_asked import find_classes_never_asked
from netgen.checks.str008_too_many_ports import find_crowded_classes
from netgen.checks.str009_hub_breaks_out_elsewhere import find_hubs_that_break_out_elsewhere
from netgen.checks.str010_publication_behind_hub import find_publications_behind_hub
from netgen.checks.str011_idle_upstream_filter import find_idle_upstream_filters
from netgen.checks.str012_breakout_by_one_circuit import find_breakouts_by_one_circuit
from netgen.checks.str013_breakout_of_old_addresses import find_breakouts_of_old_addresses
from netgen.checks.str014_groups_unknown_at_hub import find_groups_unknown_at_hub
from netgen.checks.str015_narrow_way_out import find_narrow_ways_out
from netgen.checks.svc001_empty_service import find_empty_services
from netgen.checks.svc002_bad_port_range import find_bad_port_ranges
from netgen.checks.tls001_unmanaged_zone_inspected import find_unmanaged_zones_inspected
from netgen.checks.tls002_stale_exemption import find_stale_exemptions
from netgen.checks.tls003_expired_inspection_ca import find_expired_inspection_ca
from netgen.checks.tls004_exemption_too_wide import find_exemptions_too_wide
from netgen.checks.tls005_inspection_without_ca import find_inspection_without_ca
from netgen.checks.tls006_exempt_and_denied import find_exempt_and_denied
from netgen.checks.tls007_private_pages_opened import find_private_pages_opened
from netgen.checks.top001_unknown_hardware import find_unknown_hardware
from netgen.checks.top002_wrong_kind_of_hardware import find_wrong_kinds
from netgen.checks.top003_impossible_stack import find_impossible_stacks
from netgen.checks.top004_duplicate_cabinet_number import find_duplicate_cabinet_numbers
from netgen.checks.top005_too_many_loose_switches import find_loose_switches
from netgen.checks.top006_unknown_switch import find_unknown_switches
from netgen.checks.top007_missing_port import find_missing_ports
from netgen.checks.top008_port_used_twice import find_ports_used_twice
from netgen.checks.top009_reversed_port_range import find_reversed_ranges
from netgen.checks.top010_uplink_speed_mismatch import find_speed_mismatches
from netgen.checks.top011_two_ways_up import find_two_ways_up
from netgen.checks.top012_switch_without_way_to_core import find_unconnected_switches
from netgen.checks.top013_firewall_on_two_switches import find_split_firewall_links
from netgen.checks.top014_role_without_segment import find_roles_without_segment
from netgen.checks.top015_access_points_not_placed import find_unplaced_access_points
from netgen.checks.top016_too_little_poe_at_port import find_weak_ports
from netgen.checks.top017_poe_over_budget import find_overdrawn_switches
from netgen.checks.top018_port_too_slow import find_slow_ports
from netgen.checks.top019_not_one_management_segment import find_wrong_special_segments
from netgen.checks.top020_too_many_cables_in_lag import find_crowded_lags
from netgen.checks.top021_contradictory_role import find_contradictory_roles
from netgen.checks.top022_uncontrolled_access_points import find_uncontrolled_access_points
from netgen.checks.top023_stack_port_in_use import find_stack_ports_in_use
from netgen.checks.usr001_groups_without_identity import find_groups_without_identity
from netgen.checks.usr002_group_out_of_reach import find_groups_out_of_reach
from netgen.checks.usr003_duplicate_group_number import find_duplicate_group_numbers
from netgen.checks.usr004_unfiltered_group import find_unfiltered_groups
from netgen.checks.usr005_conflicting_group_rules import find_conflicting_group_rules
from netgen.checks.usr006_stricter_group import find_stricter_groups
from netgen.checks.usr007_group_of_denied_pair import find_groups_of_denied_pairs
from netgen.checks.usr008_accounting_not_allowed import find_denied_accounting
from netgen.checks.vln002_reserved_vlan import find_reserved_vlans, find_reserved_vlans_of_site
from netgen.checks.vln003_vlan_used_twice import find_vlans_used_twice, find_vlans_used_twice_at_site
from netgen.checks.wan001_no_primary_circuit import find_missing_primary
from netgen.checks.wan002_hub_without_fixed_address import find_hubs_without_address
from netgen.checks.wan003_bad_circuit_address import find_bad_circuit_addresses
from netgen.checks.wan004_firewall_port_used_twice import find_shared_firewall_ports
from netgen.checks.wan005_slow_circuit import find_slow_circuits
from netgen.checks.wan006_primary_not_fibre import find_primaries_without_fibre
from netgen.checks.wan007_no_independent_backup import find_missing_backups
from netgen.checks.wan008_public_address_used_twice import find_shared_public_addresses
from netgen.checks.wan009_probe_inside_trust import find_probes_inside_trust
from netgen.checks.wan010_circuits_in_one_subnet import find_circuits_in_one_subnet
from netgen.checks.wln002_unfit_passphrase import find_wrong_passphrases
from netgen.checks.wln003_enterprise_without_radius import find_wlans_without_radius
from netgen.checks.wln004_six_ghz_with_old_security import (
    find_old_security_on_six_ghz,
    find_old_security_on_six_ghz_at_site,
)
from netgen.checks.wln005_duplicate_ssid import find_duplicate_ssids, find_duplicate_ssids_at_site
from netgen.checks.wln006_too_many_ssids import find_too_many_ssids
from netgen.checks.wln007_wlan_without_segment import find_wlans_without_segment
from netgen.checks.wln008_wlan_among_devices import find_wlans_among_devices
from netgen.checks.wln009_band_not_on_access_point import find_unserved_bands
from netgen.checks.wln010_channel_not_allowed import find_channels_not_allowed
from netgen.checks.wln011_unusable_radio import find_unusable_radios
from netgen.checks.wln012_per_device_psk_elsewhere import find_per_device_psk_elsewhere
from netgen.checks.wln013_portal_behind_a_key import find_portals_behind_a_key
from netgen.checks.wln014_unfit_federation_wlan import (
    find_unfit_federation_wlans,
    find_unfit_federation_wlans_at_site,
)
from netgen.checks.wln015_visitors_among_own_people import find_visitors_among_own_people
from netgen.checks.wln016_stale_federation import find_stale_federations
from netgen.checks.wln017_steering_to_nowhere import find_steering_to_nowhere
from netgen.checks.wol001_unfit_wake import find_unfit_wakes
from netgen.checks.wol002_wake_without_effect import find_wakes_without_effect
from netgen.checks.wol003_asleep_behind_login import find_sleepers_behind_login
from netgen.checks.zon001_not_one_internet_zone import find_wrong_internet_zones
from netgen.checks.zon002_duplicate_zone_number import find_duplicate_zone_numbers
from netgen.checks.zon003_segment_in_internet_zone import find_segments_in_internet_zone
from netgen.checks.zon004_unfiltered_users import find_unfiltered_users
from netgen.checks.zon005_no_filter_for_phase import find_phases_without_filter
from netgen.checks.zon006_denied_and_allowed import find_contradictions
from netgen.checks.zon007_conflicting_filters import find_conflicting_filters
from netgen.checks.zon008_filter_without_effect import find_filters_without_effect
from netgen.checks.zon009_rule_without_effect import find_rules_without_effect
from netgen.checks.zon010_unknown_category import find_unknown_categories
from netgen.checks.zon011_blocked_and_monitored import find_blocked_and_monitored
from netgen.checks.zon012_zone_names_too_alike import find_zone_names_too_alike
from netgen.checks.zon013_conflicting_schedules import find_conflicting_schedules
from netgen.checks.zon014_isolation_ends_at_socket import find_sockets_that_do_not_isolate

CHECKS: tuple[Check, ...] = (
    Check("INV041", "unknown-reference", of_trust=find_unknown_references, is_gate=True, needs_gates=False),
    Check(
        "INV042",
        "unknown-reference-of-site",
        of_site=find_unknown_references_of_site,
        is_gate=True,
        needs_gates=False,
    ),
    Check("INV043", "reserved-name", of_trust=find_reserved_names, needs_gates=False),
    Check("INV044", "listed-twice", of_trust=find_repeated_entries, needs_gates=False),
    Check("INV045", "duplicate-site-code", of_trust=find_duplicate_site_codes, needs_gates=False),
    Check("INV046", "duplicate-urn", of_trust=find_duplicate_urns, needs_gates=False),
    Check("ADR003", "duplicate-site-number", of_trust=find_duplicate_site_numbers, needs_gates=False),
    Check("ADR004", "site-outside-supernet", of_trust=find_sites_outside_supernet),
    Check("ADR005", "overlapping-windows", of_trust=find_overlapping_windows),
    Check("ADR005", "overlapping-windows", of_site=find_overlapping_windows_of_site),
    Check("ADR006", "unknown-host-unit", of_trust=find_unknown_units),
    Check("ADR006", "unknown-host-unit", of_site=find_unknown_units_of_site),
    Check("ADR007", "window-outside-site", of_trust=find_windows_outside_site),
    Check("ADR007", "window-outside-site", of_site=find_windows_outside_site_of_site),
    Check("ADR008", "segment-too-small", of_trust=find_small_segments),
    Check("ADR008", "segment-too-small", of_site=find_small_segments_of_site),
    Check("ADR009", "transit-window-too-small", of_trust=find_small_transit_window),
    Check("ADR010", "overlay-overlaps-site", of_trust=find_overlay_over_sites),
    Check("ADR011", "overlay-too-small", of_trust=find_small_overlay),
    Check("ADR013", "ipv6-not-supported", of_trust=find_ipv6, is_gate=True, needs_gates=False),
    Check("ADR013", "ipv6-not-supported", of_site=find_ipv6_of_site, is_gate=True, needs_gates=False),
    Check("ADR014", "roll-exceeds-capacity", of_site=find_roll_over_capacity),
    Check("ADR015", "more-sockets-than-planned", of_site=find_unplanned_sockets),
    Check("ADR016", "management-subnet-too-small", of_site=find_small_management_subnet),
    Check("ADR017", "circuit-inside-trust", of_trust=find_circuits_inside_trust),
    Check("ADR018", "dhcp-among-devices", of_trust=find_dhcp_among_devices),
    Check("ADR018", "dhcp-among-devices", of_site=find_dhcp_among_devices_of_site),
    Check("VLN002", "reserved-vlan", of_trust=find_reserved_vlans, needs_gates=False),
    Check("VLN002", "reserved-vlan", of_site=find_reserved_vlans_of_site),
    Check("VLN003", "vlan-used-twice", of_trust=find_vlans_used_twice, needs_gates=False),
    Check("VLN003", "vlan-used-twice", of_site=find_vlans_used_twice_at_site),
    Check("ZON001", "not-one-internet-zone", of_trust=find_wrong_internet_zones, needs_gates=False),
    Check("ZON002", "duplicate-zone-number", of_trust=find_duplicate_zone_numbers, needs_gates=False),
    Check("ZON003", "segment-in-internet-zone", of_trust=find_segments_in_internet_zone),
    Check("ZON004", "unfiltered-users", of_trust=find_unfiltered_users),
    Check("ZON005", "no-filter-for-phase", of_trust=find_phases_without_filter),
    Check("ZON006", "denied-and-allowed", of_trust=find_contradictions),
    Check("ZON007", "conflicting-filters", of_trust=find_conflicting_filters),
    Check("ZON008", "filter-without-effect", of_trust=find_filters_without_effect),
    Check("ZON009", "rule-without-effect", of_trust=find_rules_without_effect),
    Check("ZON010", "unknown-category", of_trust=find_unknown_categories, needs_gates=False),
    Check("ZON011", "blocked-and-monitored", of_trust=find_blocked_and_monitored, needs_gates=False),
    Check("ZON012", "zone-names-too-alike", of_trust=find_zone_names_too_alike, needs_gates=False),
    Check("SVC001", "empty-service", of_trust=find_empty_services, needs_gates=False),
    Check("SVC002", "bad-port-range", of_trust=find_bad_port_ranges, needs_gates=False),
    Check("SEC001", "shared-tunnel-key", of_trust=find_shared_tunnel_key, needs_gates=False),
    Check("SEC002", "management-from-users", of_trust=find_management_from_users),
    Check("SEC003", "nobody-may-manage", of_trust=find_lockouts),
    Check("TOP001", "unknown-hardware", of_site=find_unknown_hardware, needs_gates=False),
    Check("TOP002", "wrong-kind-of-hardware", of_site=find_wrong_kinds, needs_gates=False),
    Check("TOP003", "impossible-stack", of_site=find_impossible_stacks, needs_gates=False),
    Check("TOP004", "duplicate-cabinet-number", of_site=find_duplicate_cabinet_numbers, needs_gates=False),
    Check("TOP005", "too-many-loose-switches", of_site=find_loose_switches, needs_gates=False),
    Check("TOP006", "unknown-switch", of_site=find_unknown_switches, needs_gates=False),
    Check("TOP007", "missing-port", of_site=find_missing_ports, needs_gates=False),
    Check("TOP008", "port-used-twice", of_site=find_ports_used_twice, needs_gates=False),
    Check("TOP009", "reversed-port-range", of_site=find_reversed_ranges, needs_gates=False),
    Check("TOP010", "uplink-speed-mismatch", of_site=find_speed_mismatches, needs_gates=False),
    Check("TOP011", "two-ways-up", of_site=find_two_ways_up, needs_gates=False),
    Check("TOP012", "switch-without-way-to-core", of_site=find_unconnected_switches, needs_gates=False),
    Check("TOP013", "firewall-on-two-switches", of_site=find_split_firewall_links, needs_gates=False),
    Check("HAP001", "unpairable-firewall", of_site=find_unpairable_firewalls, needs_gates=False),
    Check("HAP002", "unfit-heartbeat", of_site=find_unfit_heartbeats, needs_gates=False),
    Check("HAP003", "uneven-pair", of_site=find_uneven_pairs, needs_gates=False),
    Check("HAP004", "pair-on-one-switch", of_site=find_pairs_on_one_switch, needs_gates=False),
    Check("HAP005", "pair-without-password", of_site=find_missing_pair_passwords, needs_gates=False),
    Check("HAP006", "circuit-not-for-pairs", of_site=find_circuits_not_for_pairs, needs_gates=False),
    Check("TOP014", "role-without-segment", of_site=find_roles_without_segment),
    Check("TOP015", "access-points-not-placed", of_site=find_unplaced_access_points),
    Check("TOP016", "too-little-poe-at-port", of_site=find_weak_ports, needs_gates=False),
    Check("TOP017", "poe-over-budget", of_site=find_overdrawn_switches, needs_gates=False),
    Check("TOP018", "port-too-slow", of_site=find_slow_ports, needs_gates=False),
    Check("TOP019", "not-one-management-segment", of_trust=find_wrong_special_segments, is_gate=True),
    Check("TOP020", "too-many-cables-in-lag", of_site=find_crowded_lags, needs_gates=False),
    Check("TOP021", "contradictory-role", of_trust=find_contradictory_roles, needs_gates=False),
    Check("TOP022", "uncontrolled-access-points", of_site=find_uncontrolled_access_points),
    Check("ADR019", "unusable-supernet", of_trust=find_unusable_supernet, needs_gates=False),
    Check("CAP001", "platform-not-rendered", of_site=find_unrendered_platforms, needs_gates=False),
    Check("CAP002", "too-many-tunnels", of_trust=find_overloaded_hubs, needs_gates=False),
    Check("CAP003", "firewall-slower-than-circuit", of_site=find_slow_firewalls, needs_gates=False),
    Check("CAP004", "missing-protection", of_site=find_missing_protection),
    Check("WAN001", "no-primary-circuit", of_site=find_missing_primary, needs_gates=False),
    Check("WAN002", "hub-without-fixed-address", of_site=find_hubs_without_address, needs_gates=False),
    Check("WAN003", "bad-circuit-address", of_site=find_bad_circuit_addresses, needs_gates=False),
    Check("WAN004", "firewall-port-used-twice", of_site=find_shared_firewall_ports, needs_gates=False),
    Check("WAN005", "slow-circuit", of_site=find_slow_circuits),
    Check("WAN006", "primary-not-fibre", of_site=find_primaries_without_fibre, needs_gates=False),
    Check("WAN007", "no-independent-backup", of_site=find_missing_backups),
    Check("WAN008", "public-address-used-twice", of_trust=find_shared_public_addresses, needs_gates=False),
    Check("WLN002", "unfit-passphrase", of_trust=find_wrong_passphrases, needs_gates=False),
    Check("WLN003", "enterprise-without-radius", of_trust=find_wlans_without_radius, needs_gates=False),
    Check("WLN004", "six-ghz-with-old-security", of_trust=find_old_security_on_six_ghz, needs_gates=False),
    Check("WLN004", "six-ghz-with-old-security", of_site=find_old_security_on_six_ghz_at_site),
    Check("WLN005", "duplicate-ssid", of_trust=find_duplicate_ssids, needs_gates=False),
    Check("WLN005", "duplicate-ssid", of_site=find_duplicate_ssids_at_site),
    Check("WLN006", "too-many-ssids", of_site=find_too_many_ssids),
    Check("WLN007", "wlan-without-segment", of_site=find_wlans_without_segment),
    Check("WLN008", "wlan-among-devices", of_trust=find_wlans_among_devices),
    Check("WLN009", "band-not-on-access-point", of_site=find_unserved_bands),
    Check("EXC001", "unknown-exception-path", of_site=find_unknown_exception_paths),
    Check("EXC002", "not-exceptable", of_site=find_forbidden_exceptions, needs_gates=False),
    Check(
        "EXC003", "bad-exception-value", of_site=find_bad_exception_values, is_gate=True, needs_gates=False
    ),
    Check("EXC004", "expired-exception", of_site=find_expired_exceptions, needs_gates=False),
    Check("EXC005", "exception-expires-soon", of_site=find_expiring_exceptions, needs_gates=False),
    Check("EXC006", "duplicate-exception", of_site=find_duplicate_exceptions, needs_gates=False),
    Check("NAC001", "group-without-vlan", of_trust=find_groups_without_vlan),
    Check("NAC002", "access-without-radius", of_trust=find_access_without_radius, needs_gates=False),
    Check("NAC003", "idle-dynamic-role", of_trust=find_idle_dynamic_roles, needs_gates=False),
    Check("NAC004", "strangers-among-devices", of_trust=find_strangers_among_devices),
    Check("QOS001", "impossible-shares", of_trust=find_impossible_shares, needs_gates=False),
    Check("SCH001", "schedule-never-opens", of_trust=find_schedules_that_never_open, needs_gates=False),
    Check("ZON013", "conflicting-schedules", of_trust=find_conflicting_schedules),
    Check("WLN010", "channel-not-allowed", of_trust=find_channels_not_allowed, needs_gates=False),
    Check("WLN011", "unusable-radio", of_trust=find_unusable_radios, needs_gates=False),
    Check("WLN012", "per-device-psk-elsewhere", of_trust=find_per_device_psk_elsewhere, needs_gates=False),
    Check("GEO001", "unknown-country", of_trust=find_unknown_countries, needs_gates=False),
    Check("GEO002", "country-shut-out", of_trust=find_countries_shut_out, needs_gates=False),
    Check("GEO003", "feeds-with-one-number", of_trust=find_feeds_with_one_number, needs_gates=False),
    Check("NAT001", "legacy-without-place", of_site=find_legacy_without_place),
    Check("NAT002", "unfit-legacy-prefix", of_site=find_unfit_legacy_prefixes),
    Check("NAT003", "overdue-legacy-prefix", of_site=find_overdue_legacy_prefixes),
    Check("PUB001", "unanswered-publication", of_site=find_unanswered_publications),
    Check("PUB002", "published-among-users", of_site=find_published_among_users),
    Check("FLT001", "stale-domain", of_trust=find_stale_domains, needs_gates=False),
    Check("ZON014", "isolation-ends-at-socket", of_trust=find_sockets_that_do_not_isolate),
    Check("PUB003", "overdue-review", of_site=find_overdue_reviews),
    Check("DHC001", "relay-to-nowhere", of_trust=find_relays_to_nowhere, needs_gates=False),
    Check("DHC002", "unfit-reservation", of_site=find_unfit_reservations),
    Check("DHC003", "boot-file-without-server", of_trust=find_boot_files_without_server, needs_gates=False),
    Check("DHC004", "relay-not-allowed", of_trust=find_denied_relays),
    Check("TOP023", "stack-port-in-use", of_site=find_stack_ports_in_use, needs_gates=False),
    Check("FLT002", "unfiltered-circuit", of_site=find_unfiltered_circuits, needs_gates=False),
    Check("PAR001", "unreachable-partner", of_site=find_unreachable_partners),
    Check("CAP005", "wish-not-granted", of_site=find_wishes_not_granted),
    Check("CRT001", "expired-certificate", of_trust=find_expired_certificates, needs_gates=False),
    Check("DHC001", "relay-to-nowhere", of_site=find_relays_to_nowhere_of_site),
    Check("ADR020", "not-a-host", of_trust=find_addresses_of_nobody),
    Check("WAN009", "probe-inside-trust", of_trust=find_probes_inside_trust),
    Check("WAN010", "circuits-in-one-subnet", of_site=find_circuits_in_one_subnet, needs_gates=False),
    Check("FLT003", "domain-too-wide", of_trust=find_domains_too_wide, needs_gates=False),
    Check("DHC005", "guard-without-leases", of_trust=find_guards_without_leases, needs_gates=False),
    Check("DHC005", "guard-without-leases", of_site=find_guards_without_leases_of_site),
    Check("NAC005", "group-among-devices", of_trust=find_groups_among_devices),
    Check("SEC004", "management-by-the-clock", of_trust=find_management_by_the_clock),
    Check("WLN013", "portal-behind-a-key", of_trust=find_portals_behind_a_key, needs_gates=False),
    Check("WLN014", "unfit-federation-wlan", of_trust=find_unfit_federation_wlans, needs_gates=False),
    Check("WLN014", "unfit-federation-wlan", of_site=find_unfit_federation_wlans_at_site),
    Check("WLN015", "visitors-among-own-people", of_trust=find_visitors_among_own_people),
    Check("WLN016", "stale-federation", of_trust=find_stale_federations, needs_gates=False),
    Check("WLN017", "steering-to-nowhere", of_trust=find_steering_to_nowhere, needs_gates=False),
    Check("NAC006", "refused-among-admitted", of_trust=find_refused_among_admitted, needs_gates=False),
    Check("CRT002", "circuits-with-one-name", of_site=find_circuits_with_one_name, needs_gates=False),
    Check("TLS001", "unmanaged-zone-inspected", of_trust=find_unmanaged_zones_inspected),
    Check("TLS002", "stale-exemption", of_trust=find_stale_exemptions, needs_gates=False),
    Check("TLS003", "expired-inspection-ca", of_trust=find_expired_inspection_ca, needs_gates=False),
    Check("TLS004", "exemption-too-wide", of_trust=find_exemptions_too_wide, needs_gates=False),
    Check("TLS005", "inspection-without-ca", of_trust=find_inspection_without_ca),
    Check("TLS006", "exempt-and-denied", of_trust=find_exempt_and_denied, needs_gates=False),
    Check("TLS007", "private-pages-opened", of_trust=find_private_pages_opened),
    Check("USR001", "groups-without-identity", of_trust=find_groups_without_identity, needs_gates=False),
    Check("USR002", "group-out-of-reach", of_trust=find_groups_out_of_reach),
    Check("USR003", "duplicate-group-number", of_trust=find_duplicate_group_numbers, needs_gates=False),
    Check("USR004", "unfiltered-group", of_trust=find_unfiltered_groups),
    Check("USR005", "conflicting-group-rules", of_trust=find_conflicting_group_rules),
    Check("USR006", "stricter-group", of_trust=find_stricter_groups),
    Check("USR007", "group-of-denied-pair", of_trust=find_groups_of_denied_pairs),
    Check("USR008", "accounting-not-allowed", of_trust=find_denied_accounting),
    Check("IPV001", "not-a-local-prefix", of_trust=find_prefixes_of_others, is_gate=True, needs_gates=False),
    Check("IPV002", "site-outside-ipv6-prefix", of_trust=find_sites_outside_ipv6_prefix),
    Check("IPV003", "ipv6-without-prefix", of_trust=find_ipv6_without_prefix, needs_gates=False),
    Check("IPV004", "shared-ipv6-subnet", of_trust=find_shared_ipv6_subnets),
    Check("IPV004", "shared-ipv6-subnet", of_site=find_shared_ipv6_subnets_of_site),
    Check("IPV005", "ipv6-among-devices", of_trust=find_ipv6_among_devices, needs_gates=False),
    Check("IPV006", "guard-without-ipv6", of_trust=find_guards_without_ipv6, needs_gates=False),
    Check("IPV007", "guessable-prefix", of_trust=find_guessable_prefixes),
    Check("IPV008", "ipv6-on-a-pair", of_site=find_ipv6_on_pairs),
    Check("RAS001", "unusable-remote-pool", of_site=find_unusable_remote_pools),
    Check("RAS002", "remote-access-elsewhere", of_trust=find_remote_access_elsewhere, needs_gates=False),
    Check("RAS003", "remote-zone-of-others", of_trust=find_remote_zones_of_others),
    Check("RAS003", "remote-zone-of-others", of_site=find_remote_zones_of_partners),
    Check(
        "RAS004", "remote-login-without-radius", of_trust=find_remote_logins_without_radius, needs_gates=False
    ),
    Check("RAS005", "stale-remote-attestation", of_trust=find_stale_remote_attestations, needs_gates=False),
    Check("RAS006", "unfiltered-remote-people", of_trust=find_unfiltered_remote_people),
    Check("RAS006", "unfiltered-remote-people", of_site=find_remote_people_without_phase),
    Check("RAS007", "split-tunnel-breaks-out", of_trust=find_split_tunnels_that_break_out),
    Check("RAS008", "pupils-unfiltered-at-home", of_trust=find_pupils_unfiltered_at_home, needs_gates=False),
    Check("RAS009", "remote-management", of_trust=find_remote_management),
    Check("RAS010", "port-of-remote-access", of_site=find_ports_of_remote_access),
    Check("RAS011", "remote-people-without-names", of_trust=find_remote_people_without_names),
    Check("BGP001", "as-number-not-private", of_trust=find_public_as_numbers, needs_gates=False),
    Check("BGP002", "idle-routing-setting", of_trust=find_idle_routing_settings, needs_gates=False),
    Check("BGP003", "unreachable-neighbour", of_site=find_unreachable_neighbours, needs_gates=False),
    Check("BGP004", "hasty-bfd", of_site=find_hasty_bfd, needs_gates=False),
    Check("MLG001", "impossible-pair", of_site=find_impossible_pairs, needs_gates=False),
    Check("MLG002", "pair-beside-the-core", of_site=find_pairs_beside_the_core),
    Check("MLG003", "one-legged-lag", of_site=find_one_legged_lags),
    Check("MLG004", "peer-vlan-in-use", of_site=find_peer_vlans_in_use),
    Check("MLG005", "address-of-a-core", of_site=find_addresses_of_cores),
    Check("MLG006", "unfit-keepalive", of_site=find_unfit_keepalives, needs_gates=False),
    Check("DNS001", "idle-dns-domains", of_trust=find_idle_dns_domains, needs_gates=False),
    Check("DNS002", "forwarding-not-allowed", of_trust=find_denied_forwarding),
    Check("DNS003", "people-behind-one-resolver", of_trust=find_people_behind_one_resolver),
    Check("OOB001", "out-of-band-without-window", of_site=find_out_of_band_without_window, needs_gates=False),
    Check("OOB002", "out-of-band-beyond-site", of_trust=find_out_of_band_beyond_site, needs_gates=False),
    Check("NTP001", "time-named-twice", of_trust=find_times_named_twice, needs_gates=False),
    Check("NTP002", "unsigned-time-passed-on", of_trust=find_unsigned_times_passed_on, needs_gates=False),
    Check("STR001", "duplicate-steering-number", of_trust=find_duplicate_steering_numbers, needs_gates=False),
    Check("STR002", "steering-without-probes", of_trust=find_steering_without_probes, needs_gates=False),
    Check("STR003", "bounds-without-effect", of_trust=find_bounds_without_effect, needs_gates=False),
    Check("STR004", "steering-inside-trust", of_trust=find_steering_inside_trust, needs_gates=False),
    Check(
        "STR005", "application-with-addresses", of_trust=find_applications_with_addresses, needs_gates=False
    ),
    Check("STR006", "steering-without-effect", of_trust=find_steering_without_effect),
    Check("STR007", "class-never-asked", of_trust=find_classes_never_asked, needs_gates=False),
    Check("STR008", "too-many-ports", of_trust=find_crowded_classes),
    Check(
        "STR009", "hub-breaks-out-elsewhere", of_site=find_hubs_that_break_out_elsewhere, needs_gates=False
    ),
    Check("STR010", "publication-behind-hub", of_site=find_publications_behind_hub, needs_gates=False),
    Check("STR011", "idle-upstream-filter", of_site=find_idle_upstream_filters, needs_gates=False),
    Check("STR012", "breakout-by-one-circuit", of_site=find_breakouts_by_one_circuit, needs_gates=False),
    Check("STR013", "breakout-of-old-addresses", of_site=find_breakouts_of_old_addresses, needs_gates=False),
    Check("STR014", "groups-unknown-at-hub", of_site=find_groups_unknown_at_hub),
    Check("WOL001", "unfit-wake", of_trust=find_unfit_wakes),
    Check("WOL002", "wake-without-effect", of_site=find_wakes_without_effect),
    Check("WOL003", "asleep-behind-login", of_trust=find_sleepers_behind_login),
    Check("STR015", "narrow-way-out", of_trust=find_narrow_ways_out, needs_gates=False),
)
