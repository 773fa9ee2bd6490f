"""A lab file points any device anywhere; a bad one is explained by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.platforms.arista_eos.change import CHANGE
from netgen.rollout import read_lab
from netgen.rollout.lab import access_for


def lab(path: Path, text: str) -> Path:
    (path / "lab.yaml").write_text(text, encoding="utf-8")
    return path / "lab.yaml"


def test_an_entry_overrides_the_defaults_which_override_the_platform(tmp_path):
    (tmp_path / "ca.pem").write_text("x", encoding="utf-8")
    text = """\
emulated: true
defaults: {username: lab, ca: ca.pem}
devices:
  oak-sw1: {host: 127.0.0.2, port: 8443, credential: secret://env/LAB}
  oak-sw2: {username: other}
"""
    found, findings = read_lab(lab(tmp_path, text))
    assert found is not None, findings
    assert found.emulated
    first = access_for("oak-sw1", "192.0.2.1", CHANGE, found)
    second = access_for("oak-sw2", "192.0.2.2", CHANGE, found)
    assert first is not None
    assert second is not None
    assert (first.host, first.port, first.username, first.credential) == (
        "127.0.0.2",
        8443,
        "lab",
        "secret://env/LAB",
    )
    assert first.ca == str(tmp_path / "ca.pem")
    assert (second.host, second.port, second.username) == ("192.0.2.2", 443, "other")
    assert access_for("elm-sw1", "192.0.2.3", CHANGE, found) is None


def test_without_a_lab_the_plan_and_the_platform_say_where_a_device_is():
    access = access_for("oak-sw1", "192.0.2.1", CHANGE, None)
    assert access is not None
    assert (access.host, access.port) == ("192.0.2.1", 443)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("devices: [\n", "ROL002", 2),
        ("- a\n", "ROL003", 1),
        ("devices:\n  a: {port: 1}\n  a: {port: 2}\n", "ROL004", 3),
        ("devices:\n  a: {prot: 1}\n", "ROL004", 2),
        ("devices:\n  a: {port: 70000}\n", "ROL005", 2),
        ("devices:\n  a: {host: [1]}\n", "ROL005", 2),
        ("emulated: maybe\ndevices: {a: {}}\n", "ROL005", 1),
        ("defaults: {port: 1}\n", "ROL006", 1),
        ("devices:\n  'a;b': {}\n", "ROL007", 2),
        ("devices:\n  a: {ca: none.pem}\n", "ROL008", 2),
        ("devices:\n  a: {credential: hunter2-in-clear}\n", "ROL009", 2),
    ],
)
def test_a_bad_lab_is_explained_by_line(tmp_path, text, code, line):
    found, findings = read_lab(lab(tmp_path, text))
    assert found is None
    (finding,) = findings
    assert (finding.code, finding.span.line) == (code, line)
    assert finding.help
    assert "hunter2" not in finding.message + finding.help


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_lab_that_cannot_be_read_is_a_finding(tmp_path, content):
    path = tmp_path / "lab.yaml"
    if content:
        path.write_bytes(content)
    assert [item.code for item in read_lab(path)[1]] == ["ROL001"]


def test_deep_nesting_is_a_finding(tmp_path):
    assert [item.code for item in read_lab(lab(tmp_path, "[" * 20_000))[1]] == ["ROL002"]
