"""The model holds where a secret is kept, never the secret; a placeholder leads back to one place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.values import SecretRef, placeholder
from netgen.values.secrets import PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    ["secret://env/RADIUS_KEY", "secret://file/network/radius.key", "secret://keyring/netgen/admin", "secret://vault/network/oak/psk",
     "secret://sops/secrets.yaml/radius", "secret://env/ENDPOINT_KEY", "secret://env/BACKEND"],
)  # fmt: skip
def test_references(text: str) -> None:
    assert SecretRef(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("hunter2", id="a secret in clear"),
        pytest.param("secret://ftp/x", id="unknown store"),
        pytest.param("secret://env/", id="no place"),
        pytest.param("secret://env", id="no slash"),
        pytest.param("secret://file/../etc/shadow", id="climbs out of the store"),
        pytest.param("secret://file//etc/shadow", id="absolute path"),
        pytest.param("secret://file/a/.ssh", id="hidden file"),
        pytest.param("secret://env/A B", id="space"),
        pytest.param("secret://env/A\n", id="line break"),
        pytest.param("SECRET://env/A", id="upper case"),
        pytest.param("secret://env/A?x=1", id="query"),
        pytest.param("secret://vault/END", id="the end mark of a placeholder as a part"),
        pytest.param("secret://vault/a.END/b", id="the end mark of a placeholder after a dot"),
    ],
)
def test_no_references(text: str) -> None:
    with pytest.raises(ValueError, match="not a secret reference"):
        SecretRef(text)


def test_the_refusal_does_not_repeat_the_secret() -> None:
    with pytest.raises(ValueError, match="not a secret reference") as caught:
        SecretRef("hunter2")
    assert "hunter2" not in str(caught.value)


PARTS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,6}", fullmatch=True)
REFERENCES = st.tuples(
    st.sampled_from(["env", "file", "keyring", "vault", "sops"]), st.lists(PARTS, min_size=1, max_size=3)
).map(
    lambda pair: "/".join([f"secret://{pair[0]}", *pair[1]])
).filter(lambda text: not any(part == "END" for part in text.replace("/", ".").split(".")))  # fmt: skip


@given(REFERENCES)
def test_a_placeholder_is_found_whole_and_is_one_word(reference: str) -> None:
    word = placeholder(SecretRef(reference))
    (found,) = PLACEHOLDER.finditer(f'set password "{word}" {word[:-4]}\n')
    assert found[0] == word
