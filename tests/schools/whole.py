"""The reference trust with the rest of what a standard can ask for, all at once.

Its own standard leaves these out because few trusts begin with them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.schools.school import REFERENCE

_TRUST = """
remote_access:
  at: [dc]
  name: remote.riverside.example
  certificate: {name: remote-access, expires: 2031-08-31}
  second_factor: {attested_by: Head of IT, expires: 2031-08-31}
  groups:
    remote-staff: {zone: remote-staff, window: 0.0.57.0/24}
    remote-it: {zone: remote-it, window: 0.0.58.0/26}
"""
_ZONES = """
remote-staff: {number: 23, title: Staff at home, kind: hub, users: true}
remote-it: {number: 24, title: Network team at home, kind: hub}
"""
_POLICY = """
- from: remote-staff
  to: [trust-services, servers]
  allow: [dns, directory, files, https]
  why: Staff at home reach the trust's services and their school's servers
- from: remote-it
  to: [management, servers, trust-services]
  allow: [ssh, https, ping, dns]
  why: The network team at home looks after every box
- from: [remote-staff, remote-it]
  to: internet
  allow: [web]
  filter: staff
  why: Filtered at home like at school, since the whole of the traffic comes here
"""
_FILES = {
    "inspection": """
ca: riverside-inspection
expires: 2031-08-31
exempt:
  categories: [finance, health]
  domains:
    - {domain: counselling.example, reason: Pupils talk to the counsellor in confidence,
       approved_by: Designated safeguarding lead, expires: 2031-08-31}
""",
    "protection": """
ips: true
antivirus: true
threat_feeds:
  consortium: {number: 1, url: "https://feeds.consortium.example/addresses.txt", what: addresses, refresh: hourly}
""",
    "steering": """
lessons: {number: 10, title: Lessons, from: [staff, student], services: [web], prefer: primary, latency_ms: 150,
          loss_percent: 2}
updates: {number: 20, title: Updates, from: [servers, management], services: [https], prefer: backup}
""",
}
#: File, pattern and what takes its place; each is found once.
_EDITS = (
    ("trust.yaml", r"^  transit: ", '  ipv6: {ula: "fd5c:9e27:41b3::/48"}\n  transit: '),
    (
        "trust.yaml",
        r"^vpn:\n",
        "vpn:\n  routing: bgp\n  static_sites: [ash-primary]\n  bfd: {interval_ms: 1000, multiplier: 3}\n",
    ),
    ("trust.yaml", r"from_zones: \[it-admin\]", "from_zones: [it-admin, remote-it]"),
    ("standard/segments.yaml", r"^(print: .*)\}$", r"\1, ipv6: true}"),
    ("standard/segments.yaml", r"^(classroom-av: .*)\}$", r"\1, ipv6: true}"),
    ("standard/zones.yaml", r"(Managed staff devices, users: true)", r"\1, managed: true"),
    ("standard/zones.yaml", r"(Managed student devices, users: true)", r"\1, managed: true"),
    ("standard/filters.yaml", r"^(  title: Pupils of year 7 to 11\n)", r"\1  inspect: true\n"),
    ("sites/linden-nursery.yaml", r"^circuits:\n", "breakout: hub-or-local\ncircuits:\n"),
    (
        "sites/hazel-primary.yaml",
        r"^circuits:\n",
        "legacy:\n  classroom-av: {prefix: 192.168.20.0/24, expires: 2031-08-31}\ncircuits:\n",
    ),
)
_NO_IPV6 = """  - path: segments.{segment}.ipv6
    value: "false"
    reason: A pair of cores is no gateway for IPv6
    approved_by: Head of IT
    expires: 2031-08-31
"""


def write_whole_standard(folder: Path) -> Path:
    """The inventory as files below `folder`."""
    inventory = folder / "inventory"
    shutil.copytree(REFERENCE, inventory)
    for file, pattern, new in _EDITS:
        path = inventory / file
        text, count = re.subn(pattern, new, path.read_text(), flags=re.MULTILINE)
        if count != 1:
            msg = f"{file} has `{pattern}` {count} times"
            raise ValueError(msg)
        path.write_text(text)
    for file, text in (
        ("trust.yaml", _TRUST),
        ("standard/zones.yaml", _ZONES),
        ("standard/policy.yaml", _POLICY),
    ):
        path = inventory / file
        path.write_text(path.read_text().rstrip("\n") + "\n" + text.lstrip("\n"))
    for name, text in _FILES.items():
        (inventory / "standard" / f"{name}.yaml").write_text(text.lstrip("\n"))
    path = inventory / "sites" / "river-academy.yaml"
    exceptions = "".join(_NO_IPV6.format(segment=segment) for segment in ("print", "classroom-av"))
    path.write_text(path.read_text().rstrip("\n") + "\nexceptions:\n" + exceptions)
    return inventory
