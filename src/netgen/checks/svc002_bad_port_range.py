"""A port number that does not exist, or a range that runs backwards.

What it catches: ports below 1 or above 65535, leading zeros, ranges whose end is before their start, and
    a port that a service lists twice.
Why it matters in a school: the firewall refuses the whole change, or reads another port.
Example: `tcp: ["8009-8008"]`
How to fix: write the smaller number first.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_bad_port_ranges(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each port or range."""
    for name, service in trust.standard.services.items():
        for protocol, ports in (("tcp", service.tcp), ("udp", service.udp)):
            seen: list[tuple[int, int, str]] = []
            for index, text in enumerate(ports):
                low, _, high = text.partition("-")
                path = object_path("standard", "services", name, protocol, index)
                if any(part.startswith("0") for part in (low, high)):
                    yield Finding(path, f"port `{text}` starts with a zero", "write it without leading zeros")
                elif not int(low) <= int(high or low) <= 65535:
                    yield Finding(
                        path, f"`{text}` is no port range", "write 1 to 65535, the smaller number first"
                    )
                else:
                    first, last = int(low), int(high or low)
                    other = next((words for a, b, words in seen if a <= last and first <= b), None)
                    if other is not None:
                        message = f"`{text}` of service `{name}` is already in `{other}`"
                        yield Finding(path, message, "write each port once")
                    seen.append((first, last, text))
