"""Whatever a stranger does to a text, the judge answers and does not break."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgen.judge import judge_site
from netgen.judge.batfish.adaptations import adapt
from tests.judge.batfish_texts import small_texts
from tests.judge.small_site import SITE, TRUST

TEXTS = small_texts()
PLATFORMS = {plan.hostname: plan.platform for plan in SITE.devices}
words = st.text(alphabet="abz019./:-\" '\n!{}", max_size=30) | st.sampled_from(
    [
        "end",
        "next",
        "config system zone",
        "    set subnet 10.0.0.1 255.0.255.0",
        "    set vlanid 99999",
        "vlan 4096",
    ]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 400), st.integers(0, 3), words)
def test_an_edited_text_is_judged(host: str, place: int, removed: int, added: str) -> None:
    lines = TEXTS[host].splitlines()
    place = place % (len(lines) + 1)
    text = "\n".join([*lines[:place], added, *lines[place + removed :]]) + "\n"
    assert judge_site(TRUST, SITE, {**TEXTS, host: text})
    assert adapt(PLATFORMS[host], text).text.endswith("\n")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.text(max_size=200))
def test_any_text_is_judged(host: str, text: str) -> None:
    assert judge_site(TRUST, SITE, {**TEXTS, host: text})
    adapted = adapt(PLATFORMS[host], text)
    assert len(adapted.origins) == len(adapted.text.splitlines()) or not text.strip()
