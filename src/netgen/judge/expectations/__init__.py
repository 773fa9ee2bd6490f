"""What must be true of a site's texts, a small file a subject. The tuples below are the whole list."""

from __future__ import annotations

from netgen.judge.case import Expectation
from netgen.judge.expectations.across_sites import judge_duplicates, judge_tunnel_pairs
from netgen.judge.expectations.dhcp import judge_pools
from netgen.judge.expectations.firewall_interfaces import judge_firewall_interfaces
from netgen.judge.expectations.firewall_routes import judge_firewall_routes
from netgen.judge.expectations.flood_guards import judge_flood_guards
from netgen.judge.expectations.management import judge_management
from netgen.judge.expectations.policy_attributes import judge_policy_attributes
from netgen.judge.expectations.ports import judge_ports
from netgen.judge.expectations.settings import judge_settings
from netgen.judge.expectations.spanning_tree import judge_snooping, judge_spanning_tree
from netgen.judge.expectations.switch_addresses import judge_switch_addresses, judge_switch_routes
from netgen.judge.expectations.texts import judge_hostnames, judge_reading, judge_texts
from netgen.judge.expectations.tunnels import judge_tunnels
from netgen.judge.expectations.vlans import judge_vlans
from netgen.judge.expectations.wlans import (
    judge_countries,
    judge_wlan_addresses,
    judge_wlan_uplinks,
    judge_wlans,
)
from netgen.judge.expectations.zone_policy import judge_zone_policy
from netgen.judge.expectations.zones import judge_zones

SITE_EXPECTATIONS: tuple[Expectation, ...] = (
    judge_texts,
    judge_hostnames,
    judge_reading,
    judge_vlans,
    judge_ports,
    judge_spanning_tree,
    judge_snooping,
    judge_switch_addresses,
    judge_switch_routes,
    judge_pools,
    judge_firewall_interfaces,
    judge_firewall_routes,
    judge_zones,
    judge_zone_policy,
    judge_policy_attributes,
    judge_tunnels,
    judge_countries,
    judge_wlans,
    judge_wlan_uplinks,
    judge_wlan_addresses,
    judge_management,
    judge_settings,
    judge_flood_guards,
)

TRUST_EXPECTATIONS = (judge_tunnel_pairs, judge_duplicates)

__all__ = ["SITE_EXPECTATIONS", "TRUST_EXPECTATIONS"]
