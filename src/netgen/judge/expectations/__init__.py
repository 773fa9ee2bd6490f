"""What must be true of a site's texts, a small file a subject. The tuples below are the whole list."""

from __future__ import annotations

from netgen.judge.case import Expectation
from netgen.judge.expectations.access_points import (
    judge_access_point_groups,
    judge_wlan_addresses,
    judge_wlan_uplinks,
)
from netgen.judge.expectations.across_sites import judge_duplicates, judge_tunnel_pairs
from netgen.judge.expectations.band_steering import judge_band_steering
from netgen.judge.expectations.breakout import judge_breakout_filters
from netgen.judge.expectations.dhcp import judge_pools
from netgen.judge.expectations.dhcp_relay import judge_relays
from netgen.judge.expectations.edge_guards import judge_edge_guards
from netgen.judge.expectations.federations import judge_federations
from netgen.judge.expectations.firewall_interfaces import judge_firewall_interfaces
from netgen.judge.expectations.firewall_pairs import judge_firewall_pairs
from netgen.judge.expectations.firewall_routes import judge_firewall_routes
from netgen.judge.expectations.flood_guards import judge_flood_guards, judge_spoofing
from netgen.judge.expectations.ipv6_interfaces import judge_ipv6_interfaces
from netgen.judge.expectations.ipv6_policy import judge_ipv6_policy
from netgen.judge.expectations.ipv6_routes import judge_ipv6_routes
from netgen.judge.expectations.management import judge_management
from netgen.judge.expectations.network_access import judge_network_access
from netgen.judge.expectations.out_of_band import judge_out_of_band
from netgen.judge.expectations.overlay_routing import judge_bgp, judge_bgp_pairs
from netgen.judge.expectations.pairs import judge_pairs
from netgen.judge.expectations.people import judge_people
from netgen.judge.expectations.policy_attributes import judge_policy_attributes
from netgen.judge.expectations.policy_terms import judge_policy_terms
from netgen.judge.expectations.ports import judge_ports
from netgen.judge.expectations.publications import judge_publications
from netgen.judge.expectations.qos import judge_qos
from netgen.judge.expectations.radios import judge_countries, judge_radios, judge_rogue_detection
from netgen.judge.expectations.remote_access import judge_remote_access
from netgen.judge.expectations.remote_lists import judge_remote_lists
from netgen.judge.expectations.served_names import judge_served_names
from netgen.judge.expectations.served_time import judge_served_time
from netgen.judge.expectations.settings import judge_settings
from netgen.judge.expectations.shaping import judge_shaping
from netgen.judge.expectations.shared_gateways import judge_shared_gateways
from netgen.judge.expectations.sockets import judge_sockets
from netgen.judge.expectations.spanning_tree import judge_snooping, judge_spanning_tree
from netgen.judge.expectations.stacks import judge_stacks
from netgen.judge.expectations.steering import judge_steering
from netgen.judge.expectations.switch_addresses import judge_switch_addresses, judge_switch_routes
from netgen.judge.expectations.texts import judge_hostnames, judge_reading, judge_texts
from netgen.judge.expectations.time_and_flow import judge_time_and_flow
from netgen.judge.expectations.tls_inspection import judge_tls_inspection
from netgen.judge.expectations.translations import judge_translations
from netgen.judge.expectations.tunnels import judge_tunnels
from netgen.judge.expectations.vlans import judge_vlans
from netgen.judge.expectations.wake import judge_wake
from netgen.judge.expectations.wan_probes import judge_wan_probes
from netgen.judge.expectations.wlans import judge_wlans
from netgen.judge.expectations.zone_policy import judge_zone_policy
from netgen.judge.expectations.zones import judge_zones

SITE_EXPECTATIONS: tuple[Expectation, ...] = (
    judge_texts,
    judge_hostnames,
    judge_reading,
    judge_vlans,
    judge_ports,
    judge_network_access,
    judge_edge_guards,
    judge_sockets,
    judge_qos,
    judge_stacks,
    judge_pairs,
    judge_spanning_tree,
    judge_snooping,
    judge_switch_addresses,
    judge_shared_gateways,
    judge_out_of_band,
    judge_switch_routes,
    judge_pools,
    judge_relays,
    judge_wake,
    judge_served_time,
    judge_served_names,
    judge_firewall_interfaces,
    judge_firewall_pairs,
    judge_firewall_routes,
    judge_wan_probes,
    judge_steering,
    judge_zones,
    judge_zone_policy,
    judge_ipv6_interfaces,
    judge_ipv6_routes,
    judge_ipv6_policy,
    judge_policy_attributes,
    judge_breakout_filters,
    judge_policy_terms,
    judge_tls_inspection,
    judge_people,
    judge_publications,
    judge_remote_lists,
    judge_translations,
    judge_shaping,
    judge_tunnels,
    judge_bgp,
    judge_remote_access,
    judge_countries,
    judge_wlans,
    judge_federations,
    judge_wlan_uplinks,
    judge_wlan_addresses,
    judge_access_point_groups,
    judge_radios,
    judge_rogue_detection,
    judge_band_steering,
    judge_management,
    judge_time_and_flow,
    judge_settings,
    judge_flood_guards,
    judge_spoofing,
)

TRUST_EXPECTATIONS = (judge_tunnel_pairs, judge_bgp_pairs, judge_duplicates)

__all__ = ["SITE_EXPECTATIONS", "TRUST_EXPECTATIONS"]
