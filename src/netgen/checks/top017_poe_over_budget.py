"""More power planned than a switch can give.

What it catches: the watts of all roles on a switch above its PoE budget (error), or above it once up to 15
    % is lost in long cables (warning).
Why it matters in a school: the switch turns ports off, by its own choice, on a cold morning when all
    heaters run.
Example: 40 access points of 21.5 W on a switch with 740 W
How to fix: move devices to another switch, or fit larger power supplies and describe that model.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts, Switch

#: 25.5 W at the device are 30 W at the switch (IEEE 802.3at); the other classes lose about as much.
_LOSS = 30.0 / 25.5


def find_overdrawn_switches(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each switch."""
    watts: defaultdict[Switch, float] = defaultdict(float)
    watts_of_role = {key: role.poe_w for key, role in site.of_trust.standard.roles.items() if role.poe_w}
    for sockets in site.sockets:
        if sockets.role in watts_of_role and sockets.ports.count:
            watts[sockets.switch] += watts_of_role[sockets.role] * sockets.ports.count
    for switch, wanted in watts.items():
        hardware = site.switches.get(switch)
        budget = hardware.poe_budget_w if hardware else 0
        if hardware is None or not budget:
            continue  # TOP016 speaks of ports without power
        path = site.switch_path(switch)
        if wanted > budget:
            message = f"{switch} plans {wanted:g} W of PoE, `{hardware.model}` has {budget} W"
            yield Finding(path, message, "move devices to another switch")
        elif wanted * _LOSS > budget:
            message = f"{switch} plans {wanted:g} W of PoE, with long cables more than its {budget} W"
            yield Finding(path, message, "move devices to another switch", warning=True)
