"""Choosing an engine: never a silent fallback, never an endless wait."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time

import msgspec
import pytest

from netgen.judge import SiteTexts, Status
from netgen.judge.batfish.session import BatfishError, server_version, within
from netgen.judge.engines import disagreements, judge
from netgen.judge.views import as_text
from tests.judge.small_site import SITE, TRUST
from tests.judge.test_views import BAD, GOOD


@pytest.fixture
def dead_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


SITES = [SiteTexts(SITE, {})]


def test_batfish_without_a_server_fails_and_says_how_to_start_one(dead_port: int) -> None:
    result = judge(TRUST, SITES, engine="batfish", batfish_port=dead_port)
    assert result.judgement is None
    (problem,) = result.diagnostics
    assert problem.code == "JDG901"
    assert "netgen batfish start" in problem.help


def test_auto_without_a_server_falls_back_and_says_so(dead_port: int) -> None:
    result = judge(TRUST, SITES, engine="auto", batfish_port=dead_port)
    assert result.judgement is not None
    assert result.judgement.engines == ("embedded",)
    assert result.diagnostics[0].code == "JDG903"
    assert "judged by the embedded engine alone" in as_text(result.judgement)


def test_a_missing_text_is_no_success() -> None:
    result = judge(TRUST, SITES, engine="embedded")
    assert result.judgement is not None
    assert {item.id for item in result.judgement.objections if item.status is Status.FAIL} >= {
        f"oak/text-present/{name}" for name in ("oak-fw1", "oak-ks1-sw1", "oak-main-sw", "oak-wlan")
    }


def test_a_server_that_hangs_is_given_up() -> None:
    begun = time.monotonic()
    with pytest.raises(BatfishError, match="no answer within"):
        within(0.2, threading.Event().wait, "a question")
    assert time.monotonic() - begun < 30  # it ends, and does not hang


def test_a_port_that_answers_nothing_useful_is_no_server() -> None:
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        assert server_version("127.0.0.1", mute.getsockname()[1]) is None


def test_a_claim_that_two_engines_decide_differently_is_named() -> None:
    theirs = msgspec.structs.replace(GOOD, status=Status.FAIL, engine="batfish")
    assert disagreements([GOOD, BAD], [theirs]) == [
        "the engines disagree on oak/vlan-on-trunk/a: embedded pass, batfish fail"
    ]


def test_the_embedded_engine_needs_neither_pybatfish_nor_pandas() -> None:
    code = "import sys, netgen.judge.engines; print({'pybatfish', 'pandas'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
