"""The feature table has no empty cell: every platform speaks of every feature that concerns it, and of no other."""

from __future__ import annotations

import pytest
from tests.architecture.judge_rules import RULE_CODES

from netgen.platforms.features import FEATURE_NAMES, FEATURES, concerns
from netgen.platforms.platform import Level, Platform
from netgen.platforms.registry import PLATFORMS

each_platform = pytest.mark.parametrize("platform", PLATFORMS, ids=lambda item: item.key)


def test_no_feature_is_listed_twice() -> None:
    assert len(FEATURE_NAMES) == len(FEATURES)


@each_platform
def test_a_platform_speaks_of_every_feature_that_concerns_it_once(platform: Platform) -> None:
    spoken = sorted(row.feature for row in platform.capabilities)
    assert spoken == sorted(feature.name for feature in FEATURES if concerns(feature, platform))


@each_platform
def test_whatever_is_not_done_says_why(platform: Platform) -> None:
    silent = [row.feature for row in platform.capabilities if row.level is not Level.DONE and not row.why]
    assert not silent


def test_a_feature_is_judged_by_rules_that_exist() -> None:
    named = {code for feature in FEATURES for code in feature.judged}
    assert named <= RULE_CODES
