"""Secrets enter a text at the last moment, and leave every other text before it is written."""

from __future__ import annotations

import base64
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgen.rollout import SecretError, SecretStore
from netgen.values import SecretRef, placeholder
from netgen.values.secrets import PLACEHOLDER, reference_of


def test_placeholders_become_values_from_the_environment_and_from_files(tmp_path):
    (tmp_path / "network").mkdir()
    (tmp_path / "network" / "psk").write_text("from-file-1\n", encoding="utf-8")
    store = SecretStore(files=tmp_path, environment={"KEY": "from-env-1"})
    text = f"a {placeholder('secret://env/KEY')}\nb {placeholder('secret://file/network/psk')}\n"
    assert store.resolve(text) == "a from-env-1\nb from-file-1\n"


def test_all_missing_secrets_are_reported_at_once_and_by_reference():
    store = SecretStore(environment={})
    text = " ".join(placeholder(f"secret://env/{name}") for name in ("ONE", "TWO"))
    with pytest.raises(SecretError) as caught:
        store.resolve(text)
    assert [item.path for item in caught.value.diagnostics] == ["secret://env/ONE", "secret://env/TWO"]
    assert all(item.code == "ROL030" and item.help for item in caught.value.diagnostics)


@pytest.mark.parametrize("backend", ["vault", "sops"])
def test_a_store_that_netgen_cannot_read_says_what_to_do_instead(backend):
    with pytest.raises(SecretError) as caught:
        SecretStore(environment={}).value(f"secret://{backend}/a/b")
    assert "secret://env/NAME" in caught.value.diagnostics[0].help


@pytest.mark.parametrize(
    "value", ["two words", "x\nno aaa new-model", 'quo"te', "ques?tion", "back\\slash", "pfund£"]
)
def test_a_value_that_could_become_a_command_is_refused_without_being_shown(value):
    with pytest.raises(SecretError) as caught:
        SecretStore(environment={"KEY": value}).resolve(placeholder("secret://env/KEY"))
    assert value not in str(caught.value)
    assert "end of the value" in str(caught.value)


def test_a_link_out_of_the_secrets_folder_is_refused(tmp_path):
    (tmp_path / "outside").write_text("x1", encoding="utf-8")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "psk").symlink_to(tmp_path / "outside")
    with pytest.raises(SecretError, match="leads out"):
        SecretStore(files=tmp_path / "store").value("secret://file/psk")


def test_the_redactor_knows_the_spellings_of_libraries():
    store = SecretStore(environment={"KEY": "p%ss/w'rd"})
    store.value("secret://env/KEY")
    for spelling in ("p%ss/w'rd", "p%25ss%2Fw%27rd", base64.b64encode(b"p%ss/w'rd").decode()):
        assert spelling not in store.redactor.redact(f"error: {spelling} was refused")


def test_what_is_no_placeholder_is_left_alone():
    assert SecretStore(environment={}).resolve("key 7 0822455D0A16\n") == "key 7 0822455D0A16\n"


def is_reference(text: str) -> bool:
    try:
        SecretRef(text)
    except ValueError:
        return False
    return True


#: Few characters, so that references that differ by a dot or a slash alone are common.
REFERENCES = st.builds(
    lambda backend, parts: f"secret://{backend}/" + "/".join(parts),
    st.sampled_from(["env", "file", "keyring", "vault", "sops"]),
    st.lists(st.from_regex(re.compile(r"(?:[aE][.aEND_-]{0,3}|END|ENDa|a[.]END)\Z")), min_size=1, max_size=3),
).filter(is_reference)


# The pattern also makes what is no reference; more of that in one run than in another is no fault.
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(REFERENCES, st.sampled_from(["\n", " ", '"', ";", ".", ")", ""]))
def test_a_placeholder_is_found_whole_and_leads_back_to_its_reference_alone(reference, after):
    text = f"key 0 {placeholder(reference)}{after}"
    (found,) = PLACEHOLDER.finditer(text)
    assert found[0] == placeholder(reference)
    assert reference_of(found[1]) == reference


def test_dots_and_slashes_lead_to_different_files(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.c").write_text("one", encoding="utf-8")
    (tmp_path / "a.b").mkdir()
    (tmp_path / "a.b" / "c").write_text("two", encoding="utf-8")
    store = SecretStore(files=tmp_path)
    assert store.resolve(placeholder("secret://file/a/b.c")) == "one"
    assert store.resolve(placeholder("secret://file/a.b/c")) == "two"


def test_a_name_that_a_shell_cannot_set_is_found_with_underscores():
    reference = "secret://env/NETGEN_PSK_oak-primary.new"
    store = SecretStore(environment={"NETGEN_PSK_oak_primary_new": "typed-1"})
    assert store.value(reference) == "typed-1"
    assert store.resolve(placeholder(reference)) == "typed-1"
    exact = {"NETGEN_PSK_oak_primary_new": "typed-1", "NETGEN_PSK_oak-primary.new": "exact-1"}
    assert SecretStore(environment=exact).value(reference) == "exact-1"


def test_the_name_to_set_is_one_that_a_shell_can_set():
    with pytest.raises(SecretError) as caught:
        SecretStore(environment={}).value("secret://env/NETGEN_PSK_oak-primary")
    assert "set the environment variable NETGEN_PSK_oak_primary " in caught.value.diagnostics[0].help


def test_a_text_that_is_no_reference_is_not_repeated():
    with pytest.raises(SecretError) as caught:
        SecretStore(environment={}).value("hunter2-the-password")
    assert "hunter2" not in str(caught.value)
