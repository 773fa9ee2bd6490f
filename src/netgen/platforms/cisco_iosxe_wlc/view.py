"""Device to the flat view of the Catalyst 9800 templates.

Reads: Device of role controller. Writes: View. Every value is final: the templates only print.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device
from netgen.platforms.cisco_iosxe.management_view import ManagementView, management_view
from netgen.platforms.cisco_iosxe_wlc.names import AAA_LIST
from netgen.platforms.cisco_iosxe_wlc.port_view import LagView, PortView, lag_views, port_views
from netgen.platforms.cisco_iosxe_wlc.site_view import (
    FlexVlanView,
    RadioView,
    SiteTagView,
    flex_vlans,
    radio_views,
    site_tags,
)
from netgen.platforms.cisco_iosxe_wlc.wlan_view import RateView, WlanView, rate_views, wlan_views
from netgen.values import placeholder


class VlanView(msgspec.Struct, frozen=True):
    """A VLAN of the controller's own ports."""

    id: int
    name: str
    origin: str


class View(msgspec.Struct, frozen=True):
    """Everything the templates see.

    `aaa_list` names the wireless AAA lists, `profile` what the site's access points share. `ap_syslog` is where
    access points log: one receiver, or none.
    `ntp_key_id` is 0 where time servers are not asked for a key. `has_service_port` is true on a box of its own.
    """

    hostname: str
    origin: str
    management: ManagementView
    address: str
    mask: str
    gateway: str
    ntp_key_id: int
    ntp_key: str
    vlans: tuple[VlanView, ...]
    lags: tuple[LagView, ...]
    ports: tuple[PortView, ...]
    blackhole_vlan: int
    has_service_port: bool
    country: str
    aaa_list: str
    profile: str
    ap_syslog: tuple[str, ...]
    native_vlan: int
    flex_vlans: tuple[FlexVlanView, ...]
    rates: tuple[RateView, ...]
    wlans: tuple[WlanView, ...]
    radios: tuple[RadioView, ...]
    rf_tag: str
    site_tags: tuple[SiteTagView, ...]


#: The RF tag that every access point has without one of ours.
_DEFAULT_RF_TAG = "default-rf-tag"


def build_view(device: Device) -> View:
    """The flat view of one controller; ValueError for a Device without a wireless part, a bug of the caller."""
    part = device.wireless
    if part is None:
        msg = f"{device.hostname} has no wireless part"
        raise ValueError(msg)
    management = device.management
    return View(
        hostname=device.hostname,
        origin=device.origin,
        management=management_view(device),
        address=management.address,
        mask=management.prefix.netmask,
        gateway=management.gateway,
        ntp_key_id=management.ntp_key_id,
        ntp_key=placeholder(management.ntp_key) if management.ntp_key_id else "",
        vlans=tuple(VlanView(vlan.id, vlan.name, vlan.origin) for vlan in device.vlans),
        lags=lag_views(device),
        ports=port_views(device),
        blackhole_vlan=device.blackhole_vlan,
        has_service_port=bool(device.ports),
        country=management.country,
        aaa_list=AAA_LIST,
        profile=device.site,
        ap_syslog=tuple(server.host for server in management.syslog[:1]),
        native_vlan=part.native_vlan,
        flex_vlans=flex_vlans(part),
        rates=rate_views(part),
        wlans=wlan_views(part),
        radios=radio_views(device, part),
        rf_tag=device.site if part.radios else _DEFAULT_RF_TAG,
        site_tags=site_tags(device, part),
    )
