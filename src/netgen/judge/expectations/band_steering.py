"""Band steering: clients that know 5 GHz are led there where the trust wants it, and left alone where it does not."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wireless_vocabulary import STEERING_NOT_IN_TEXT, STEERS_BY, STEERS_UNASKED
from netgen.readback import Observed

STEERING = Rule("JDG609", "band-steering")
_CROWDED, _BOTH = "2.4", frozenset({"2.4", "5"})


def judge_band_steering(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a box that offers SSIDs; none where nobody asks for it and no text has it."""
    claims = Claims(case, STEERING)
    asked = next((band for band in case.trust.radios if band.band_steering), None)
    for plan, observed in case.wireless():
        reason = STEERING_NOT_IN_TEXT.get(plan.platform, "")
        by_wlan = STEERS_BY.get(plan.platform) == "wlan"
        said = any(item.band_steering for item in (observed.wlans if by_wlan else observed.radios))
        if asked is None and (not said or plan.platform in STEERS_UNASKED):
            continue
        if reason and not said:
            # What the platform cannot do at all was a warning (CAP005); the claim says that it is not in it.
            wrong, claim = [], f"{plan.hostname} leads nobody to another band, though it was wished: {reason}"
        else:
            wanted = asked is not None
            wrong = _of_wlans(observed, wanted=wanted) if by_wlan else _of_radios(observed, wanted=wanted)
            claim = "clients that know 5 GHz are led there"
        origin = asked.origin if asked else plan.origin
        yield claims.decide(plan.hostname, wrong, claim, device=plan.hostname, origin=origin)


def _of_wlans(observed: Observed, *, wanted: bool) -> list[str]:
    return [
        f"clients of SSID {item.ssid} are {'led to' if item.band_steering else 'left on'} "
        f"{'another band' if item.band_steering else '2.4 GHz'}"
        for item in observed.wlans
        if item.band_steering != (wanted and set(item.bands) >= _BOTH)
    ]


def _of_radios(observed: Observed, *, wanted: bool) -> list[str]:
    radios = [item for item in observed.radios if item.band == _CROWDED]
    if wanted and not radios:
        return ["nothing is said of radios at 2.4 GHz"]
    return [
        f"clients of {item.name} are {'led to another band' if item.band_steering else 'left on 2.4 GHz'}"
        for item in radios
        if bool(item.band_steering) != wanted
    ]
