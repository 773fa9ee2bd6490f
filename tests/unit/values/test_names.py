"""No text of the inventory can become a command, a comment or a template on a device."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.values import HOSTNAME, LABEL, NAME, object_path, printable_problem


@pytest.mark.parametrize(
    "text",
    [
        "Block A",
        "Oak Primary (north)",
        "St John's",
        "A",
        "R&D / IT",
        "10.0.0.0/8",
        "staff@oak, room 2.",
        "a-b_c:d+e",
    ],
)
def test_labels_that_people_write(text: str) -> None:
    assert printable_problem(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("x\nno aaa new-model", "a line break", id="second command"),
        pytest.param("x\rreload", "a carriage return", id="carriage return"),
        pytest.param("x\ty", "a tab", id="tab: completes a command on a terminal"),
        pytest.param("x\x00y", "a NUL", id="NUL"),
        pytest.param('x" disable', "a double quote", id="end of a quoted string"),
        pytest.param("! reload", "an exclamation mark", id="IOS comment"),
        pytest.param("what?", "a question mark", id="IOS help"),
        pytest.param("{{ 7*7 }}", "a brace", id="Jinja expression"),
        pytest.param("x }", "a brace", id="end of a Junos block"),
        pytest.param("{% raw %}", "a brace", id="Jinja statement"),
        pytest.param("100%", "a percent sign", id="FortiOS replacement variable"),
        pytest.param("^C", "a caret", id="end of an IOS banner"),
        pytest.param("a\\nb", "a backslash", id="escape"),
        pytest.param("$(reboot)", "a dollar sign", id="shell substitution"),
        pytest.param("`reboot`", "a backtick", id="shell substitution, old form"),
        pytest.param("x; request system reboot", "a semicolon", id="end of a Junos statement"),
        pytest.param("x | tee", "a bar", id="pipe"),
        pytest.param("<script>", "an angle bracket", id="markup"),
        pytest.param("a > b", "an angle bracket", id="redirection"),
        pytest.param("x # y", "a hash", id="Junos comment"),
        pytest.param("\x1b[2J", "U+001B", id="terminal escape"),
        pytest.param("Ysgol Tŷ", "U+0177", id="a letter that not every device prints"),
        pytest.param("a\u202eb", "U+202E", id="right-to-left override"),
        pytest.param("x\x7f", "U+007F", id="delete"),
    ],
)
def test_a_text_that_a_device_could_obey_is_named(text: str, problem: str) -> None:
    assert problem in (printable_problem(text) or "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "must start", id="empty"),
        pytest.param(" x", "space", id="leading space"),
        pytest.param("x ", "space", id="trailing space"),
        pytest.param("-x", "must start", id="leading dash: an option"),
        pytest.param("/x", "must start", id="leading slash"),
        pytest.param("x,", "must start", id="trailing comma"),
        pytest.param("x*", "must start", id="character outside of the set"),
    ],
)
def test_a_text_of_the_wrong_form_is_named(text: str, problem: str) -> None:
    assert problem in (printable_problem(text) or "")


@given(st.text(st.characters()))
def test_what_has_no_problem_is_one_printable_line_of_harmless_characters(text: str) -> None:
    if printable_problem(text) is None:
        assert LABEL.match(text)
        assert text.isascii()
        assert text.isprintable()
        assert not set(text) & set('"!?{}^\\$`;|<>#%')


@pytest.mark.parametrize("text", ["staff", "guest-wifi", "a1", "cctv-2"])
def test_names(text: str) -> None:
    assert NAME.match(text)


@pytest.mark.parametrize("text", ["", "Staff", "1a", "a-", "-a", "a--b", "a_b", "a b", "a\n", "é"])
def test_no_names(text: str) -> None:
    assert not NAME.match(text)


@pytest.mark.parametrize("text", ["a", "oak-sw1", "x" * 63])
def test_host_names(text: str) -> None:
    assert HOSTNAME.match(text)


@pytest.mark.parametrize("text", ["", "1oak", "Oak", "oak-", "oak.sw1", "oak_sw1", "x" * 64, "oak\n"])
def test_no_host_names(text: str) -> None:
    assert not HOSTNAME.match(text)


def test_an_object_path_joins_names_and_numbers() -> None:
    assert object_path("sites", "oak", "vlans", 10) == "sites/oak/vlans/10"
