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
from netgen.checks.cap001_platform_not_rendered import find_unrendered_platforms
from netgen.checks.cap002_too_many_tunnels import find_overloaded_hubs
from netgen.checks.cap003_firewall_slower_than_circuit import find_slow_firewalls
from netgen.checks.cap004_missing_protection import find_missing_protection
from netgen.checks.exc001_unknown_exception_path import find_unknown_exception_paths
from netgen.checks.exc002_not_exceptable import find_forbidden_exceptions
from netgen.checks.exc003_bad_exception_value import find_bad_exception_values
from netgen.checks.exc004_expired_exception import find_expired_exceptions
from netgen.checks.exc005_exception_expires_soon import find_expiring_exceptions
from netgen.checks.exc006_duplicate_exception import find_duplicate_exceptions
from netgen.checks.finding import Check
from netgen.checks.inv041_unknown_reference import find_unknown_references
from netgen.checks.inv042_unknown_reference_of_site import find_unknown_references_of_site
from netgen.checks.inv043_reserved_name import find_reserved_names
from netgen.checks.inv044_listed_twice import find_repeated_entries
from netgen.checks.inv045_duplicate_site_code import find_duplicate_site_codes
from netgen.checks.inv046_duplicate_urn import find_duplicate_urns
from netgen.checks.sec001_shared_tunnel_key import find_shared_tunnel_key
from netgen.checks.sec002_management_from_users import find_management_from_users
from netgen.checks.sec003_nobody_may_manage import find_lockouts
from netgen.checks.svc001_empty_service import find_empty_services
from netgen.checks.svc002_bad_port_range import find_bad_port_ranges
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
    Check("TOP014", "role-without-segment", of_site=find_roles_without_segment),
    Check("TOP015", "access-points-not-placed", of_site=find_unplaced_access_points),
    Check("TOP016", "too-little-poe-at-port", of_site=find_weak_ports, needs_gates=False),
    Check("TOP017", "poe-over-budget", of_site=find_overdrawn_switches, needs_gates=False),
    Check("TOP018", "port-too-slow", of_site=find_slow_ports, needs_gates=False),
    Check("TOP019", "not-one-management-segment", of_trust=find_wrong_special_segments, is_gate=True),
    Check("TOP020", "too-many-cables-in-lag", of_site=find_crowded_lags, needs_gates=False),
    Check("TOP021", "contradictory-role", of_trust=find_contradictory_roles, needs_gates=False),
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
)
