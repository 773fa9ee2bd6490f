"""Radios: the country whose rules they follow, and the channels, widths, powers and rates of each band."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import RadioPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wireless_vocabulary import CHANNELS_NOT_IN_TEXT, RADIOS_NOT_IN_TEXT
from netgen.readback import ObservedRadio

COUNTRY = Rule("JDG605", "regulatory-domain")
RADIO = Rule("JDG606", "radio")
SCAN = Rule("JDG610", "rogue-detection")


def judge_countries(case: SiteCase) -> Iterator[Verdict]:
    """Radios use the channels and powers that are allowed where the trust is."""
    claims, wanted = Claims(case, COUNTRY), case.trust.management.country
    for plan, observed in case.wireless():
        seen = observed.management.country
        wrong = [] if seen == wanted else [f"the regulatory domain is {seen or 'not said'}, not {wanted}"]
        claim = f"radios of {plan.hostname} follow the rules of {wanted}"
        yield claims.decide(plan.hostname, wrong, claim, device=plan.hostname, origin="trust/country")


def judge_radios(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a box and band that the trust has decided about."""
    claims = Claims(case, RADIO)
    used = {band for wlan in case.site.wlans for band in wlan.bands}
    for plan, observed in case.wireless():
        for band in case.trust.radios:
            if band.band not in used:
                continue
            subject = f"{plan.hostname}:{band.band}"
            reason = RADIOS_NOT_IN_TEXT.get(plan.platform)
            if reason:
                yield claims.undecided(subject, reason, device=plan.hostname, origin=band.origin)
                continue
            seen = [radio for radio in observed.radios if radio.band == band.band]
            wrong = [] if seen else [f"nothing is said of radios at {band.band} GHz"]
            unlisted = CHANNELS_NOT_IN_TEXT.get(plan.platform, {}).get(band.band, "")
            for radio in seen:
                wrong += _differences(band, radio, lists_channels=not unlisted)
            claim = f"radios at {band.band} GHz are as the trust wants them"
            if unlisted:
                claim += f", on any channel of the country: {unlisted}"
            yield claims.decide(
                subject,
                wrong,
                claim,
                device=plan.hostname,
                lines=[radio.line for radio in seen],
                origin=band.origin,
            )


def judge_rogue_detection(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a box whose text says of each radio whether it looks for foreign access points."""
    claims = Claims(case, SCAN)
    for plan, observed in case.wireless():
        said = [radio for radio in observed.radios if radio.enabled and radio.scans is not None]
        if not said:
            continue
        deaf = [radio for radio in said if not radio.scans]
        yield claims.decide(
            plan.hostname,
            [f"radio {radio.name} looks for no foreign access points" for radio in deaf],
            "every radio looks for foreign access points",
            device=plan.hostname,
            lines=[radio.line for radio in deaf],
            origin=plan.origin,
        )


def _differences(plan: RadioPlan, seen: ObservedRadio, *, lists_channels: bool) -> list[str]:
    wrong = [] if seen.enabled else [f"radio {seen.name} is off"]
    others = sorted(set(seen.channels) - set(plan.channels))
    if not seen.channels and lists_channels:
        wrong.append(f"radio {seen.name} may choose any channel")
    if others:
        wrong.append(f"radio {seen.name} may be on channel {', '.join(map(str, others))}")
    if seen.width_mhz != plan.width_mhz:
        wrong.append(f"channels of {seen.name} are {seen.width_mhz or '?'} MHz wide, not {plan.width_mhz}")
    if seen.max_dbm is None or seen.max_dbm > plan.max_dbm:
        wrong.append(f"radio {seen.name} sends with up to {_dbm(seen.max_dbm)} dBm, not {plan.max_dbm}")
    if seen.min_dbm is None or seen.min_dbm < plan.min_dbm:
        wrong.append(f"radio {seen.name} sends with down to {_dbm(seen.min_dbm)} dBm, not {plan.min_dbm}")
    if seen.lowest_kbps != plan.lowest_mbps * 1000:
        slow = seen.lowest_kbps or "?"
        wrong.append(f"clients of {seen.name} may be as slow as {slow} kbit/s, not {plan.lowest_mbps} Mbit/s")
    return wrong


def _dbm(power: int | None) -> str:
    return "any" if power is None else str(power)
