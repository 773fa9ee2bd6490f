"""An enterprise WLAN without a RADIUS server.

What it catches: a WLAN with enterprise security, or with segments that RADIUS assigns, that no server
    serves.
Why it matters in a school: nobody could log in.
Example: `security: wpa3-enterprise` with `radius: []`
How to fix: name the trust's RADIUS servers in trust.yaml; dynamic_segments need enterprise security.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_wlans_without_radius(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each WLAN."""
    has_radius = bool(trust.trust.services.radius)
    for name, wlan in trust.standard.wlans.items():
        path, enterprise = object_path("standard", "wlans", name), wlan.is_enterprise
        if (enterprise or wlan.per_device_psk) and not has_radius:
            message = f"WLAN `{name}` is {wlan.security}, but the trust has no RADIUS server"
            yield Finding(f"{path}/security", message, "add services.radius to trust.yaml")
        elif wlan.dynamic_segments and not enterprise and not wlan.per_device_psk:
            message = f"WLAN `{name}` is {wlan.security}: RADIUS cannot assign its segments"
            yield Finding(f"{path}/dynamic_segments", message, "remove them, or choose enterprise security")
