"""Inventory files are found in a stable order and read without trust."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgen.diagnostics import Collector
from netgen.loader.files import MAX_BYTES, display_name, find_inventory_files, read_inventory_file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An inventory folder with room beside it."""
    folder = tmp_path / "inventory"
    (folder / "sites").mkdir(parents=True)
    return folder


def read(root: Path, path: Path) -> tuple[str | None, list[tuple[str, str]]]:
    collector = Collector()
    text = read_inventory_file(root, path, collector)
    assert all(item.help for item in collector)
    return text, [(item.code, str(item.span)) for item in collector]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(b"a: 1\n", "a: 1\n", id="plain"),
        pytest.param(b"\xef\xbb\xbfa: 1\n", "a: 1\n", id="byte order mark"),
        pytest.param(b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n", id="CRLF becomes LF"),
        pytest.param("a: Ysgol Gymraeg Tŷ\n".encode(), "a: Ysgol Gymraeg Tŷ\n", id="UTF-8"),
        pytest.param(b"a: x\ty\n", "a: x\ty\n", id="tab: YAML decides"),
        pytest.param(b"", "", id="empty"),
    ],
)
def test_reads_text(root: Path, content: bytes, text: str) -> None:
    path = root / "trust.yaml"
    path.write_bytes(content)
    assert read(root, path) == (text, [])


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        pytest.param(b"a: 1\nb: \xe9t\xe9\n", "INV014", ":2:4", id="Latin-1, at its first byte"),
        pytest.param("a: é\nb: é".encode() + b"\xff", "INV014", ":2:5", id="columns count characters"),
        pytest.param("a: 1".encode("utf-16"), "INV014", ":1:1", id="UTF-16"),
        pytest.param(b"a: \x00\n", "INV016", ":1:4", id="NUL"),
        pytest.param(b"a: 1\nb: \x1b[2J\n", "INV016", ":2:4", id="terminal escape"),
        pytest.param(b"a: 1\rb: 2\n", "INV016", ":1:5", id="lone carriage return"),
        pytest.param("a: \u202ex\n".encode(), "INV016", ":1:4", id="right-to-left override"),
        pytest.param(
            "a: x\u2028b: y\n".encode(), "INV016", ":1:5", id="line separator that editors do not count"
        ),
        pytest.param("a: x\u0085b: y\n".encode(), "INV016", ":1:5", id="next line"),
        pytest.param("a: \ufeffx\n".encode(), "INV016", ":1:4", id="byte order mark inside"),
        pytest.param(b"#" * (MAX_BYTES + 1), "INV013", "", id="one byte too large"),
    ],
)
def test_refuses_content(root: Path, content: bytes, code: str, place: str) -> None:
    path = root / "sites" / "oak.yaml"
    path.write_bytes(content)
    assert read(root, path) == (None, [(code, f"inventory/sites/oak.yaml{place}")])


def test_a_huge_file_is_refused_unread(root: Path) -> None:
    path = root / "trust.yaml"
    with path.open("wb") as stream:
        stream.truncate(1024**4)  # sparse: more than the memory of the machine
    assert read(root, path) == (None, [("INV013", "inventory/trust.yaml")])


def test_the_largest_file_is_read(root: Path) -> None:
    path = root / "trust.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert read(root, path)[1] == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        pytest.param("/etc/passwd", "INV011", id="absolute"),
        pytest.param("../../secret.yaml", "INV011", id="relative"),
        pytest.param("../../inventory-copy/a.yaml", "INV011", id="beside, with the same start of its name"),
        pytest.param("../../nothing.yaml", "INV015", id="dangling"),
        pytest.param("oak.yaml", "INV015", id="to itself"),
        pytest.param("/dev/zero", "INV011", id="device"),
    ],
)
def test_refuses_links_that_lead_out(root: Path, target: str, code: str) -> None:
    (root.parent / "secret.yaml").write_text("password: hunter2")
    (root.parent / "inventory-copy").mkdir()
    (root.parent / "inventory-copy" / "a.yaml").write_text("a: 1")
    path = root / "sites" / "oak.yaml"
    path.symlink_to(target)
    assert read(root, path) == (None, [(code, "inventory/sites/oak.yaml")])


def test_refuses_a_file_behind_a_linked_folder(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()
    (root.parent / "elsewhere" / "a.yaml").write_text("a: 1")
    (root / "linked").symlink_to("../elsewhere")
    assert read(root, root / "linked" / "a.yaml")[1] == [("INV011", "inventory/linked/a.yaml")]


def test_refuses_a_path_that_climbs_out(root: Path) -> None:
    (root.parent / "a.yaml").write_text("a: 1")
    assert read(root, root / ".." / "a.yaml")[1][0][0] == "INV011"


def test_a_link_inside_of_the_inventory_is_read(root: Path) -> None:
    (root / "a.yaml").write_text("a: 1")
    (root / "sites" / "b.yaml").symlink_to("../a.yaml")
    assert read(root, root / "sites" / "b.yaml") == ("a: 1", [])


def test_an_inventory_that_is_itself_a_link_is_read(root: Path) -> None:
    (root / "a.yaml").write_text("a: 1")
    link = root.parent / "link"
    link.symlink_to(root)
    assert read(link, link / "a.yaml") == ("a: 1", [])


def test_a_named_pipe_does_not_block(root: Path) -> None:
    os.mkfifo(root / "pipe.yaml")
    assert read(root, root / "pipe.yaml") == (None, [("INV012", "inventory/pipe.yaml")])


def test_a_folder_and_a_socket_are_no_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "folder.yaml").mkdir()
    monkeypatch.chdir(root)  # a socket's path is at most 107 bytes
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.yaml")
        assert read(root, root / "socket.yaml")[1] == [("INV012", "inventory/socket.yaml")]
    assert read(root, root / "folder.yaml")[1] == [("INV012", "inventory/folder.yaml")]


@pytest.mark.parametrize("name", ["missing.yaml", "x" * 300 + ".yaml"], ids=["missing", "name too long"])
def test_what_the_system_cannot_open_is_a_finding(root: Path, name: str) -> None:
    assert read(root, root / name) == (None, [("INV015", f"inventory/{name}")])


def test_a_forbidden_file_is_a_finding(root: Path) -> None:
    path = root / "trust.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    is_superuser = os.geteuid() == 0
    if is_superuser:
        os.seteuid(65534)  # the superuser may read everything; nobody may not
    try:
        assert read(root, path) == (None, [("INV015", "inventory/trust.yaml")])
    finally:
        if is_superuser:
            os.seteuid(0)


def test_finds_yaml_files_in_a_stable_order(root: Path) -> None:
    for name in (
        "trust.yaml",
        "sites/oak.yml",
        "sites/elm.yaml",
        "README.md",
        ".hidden.yaml",
        "sites/b.yaml.bak",
    ):
        (root / name).write_text("")
    (root / ".git").mkdir()
    (root / ".git" / "a.yaml").write_text("")
    found = [path.relative_to(root).as_posix() for path in find_inventory_files(root)]
    assert found == ["sites/elm.yaml", "sites/oak.yml", "trust.yaml"]


def test_an_inventory_without_files_is_an_error(root: Path) -> None:
    collector = Collector()
    assert find_inventory_files(root, collector) == []
    assert [(item.code, str(item.span)) for item in collector] == [("INV010", "inventory")]


@pytest.mark.parametrize("name", ["nowhere", "trust.yaml"], ids=["missing", "a file"])
def test_an_inventory_that_is_no_folder_is_an_error(root: Path, name: str) -> None:
    (root / "trust.yaml").write_text("a: 1")
    collector = Collector()
    assert find_inventory_files(root / name, collector) == []
    assert [item.code for item in collector] == ["INV010"]


def test_a_linked_folder_is_reported_not_followed(root: Path) -> None:
    (root / "trust.yaml").write_text("")
    (root / "sites" / "loop").symlink_to("..")
    collector = Collector()
    assert find_inventory_files(root, collector) == [root / "trust.yaml"]
    assert [(item.code, str(item.span)) for item in collector] == [("INV011", "inventory/sites/loop")]


@pytest.mark.parametrize(
    ("root", "path", "shown"),
    [
        pytest.param("inventory", "inventory/sites/oak.yaml", "inventory/sites/oak.yaml", id="relative"),
        pytest.param("/srv/x/inventory", "/srv/x/inventory/a.yaml", "inventory/a.yaml", id="absolute"),
        pytest.param(".", "sites/oak.yaml", "sites/oak.yaml", id="here"),
        pytest.param("inventory", "/etc/passwd", "/etc/passwd", id="outside"),
        pytest.param(
            "inv", "inv/a\n\x1b[2J.yaml", "inv/a\\n\\x1b[2J.yaml", id="a name that a terminal would obey"
        ),
        pytest.param("inv", os.fsdecode(b"inv/\xff.yaml"), "inv/\\udcff.yaml", id="a name that is no UTF-8"),
    ],
)
def test_display_name(root: str, path: str, shown: str) -> None:
    assert display_name(Path(root), Path(path)) == shown


@settings(deadline=None, max_examples=200)
@given(content=st.binary(max_size=200))
def test_any_bytes_give_text_or_findings(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    root = tmp_path_factory.getbasetemp()
    path = root / "any.yaml"
    path.write_bytes(content)
    text, found = read(root, path)
    assert (text is None) == bool(found)
    if text is not None:
        assert "\r" not in text
