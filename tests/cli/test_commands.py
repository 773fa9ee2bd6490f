"""The program as its users meet it: real processes, exit codes, what is printed where."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NETGEN = [sys.executable, "-c", "from netgen.cli import main; main()"]


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*NETGEN, *arguments],
        cwd=cwd,
        env={**os.environ, "NETGEN_TODAY": "2026-11-22", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """A folder with a copy of the reference inventory and nothing else."""
    shutil.copytree(ROOT / "inventory", tmp_path / "inventory")
    return tmp_path


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def test_validate_says_what_it_found(estate: Path) -> None:
    done = run("validate", cwd=estate)
    assert (done.returncode, done.stdout) == (0, "valid: Riverside Learning Trust, 14 sites, 74 switches\n")


def test_a_mistake_is_shown_with_file_line_column_code_and_advice(estate: Path) -> None:
    edit(estate / "inventory/sites/oak-primary.yaml", "archetype: primary-2fe", "archetype: primary-3fe")
    done = run("validate", cwd=estate)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "error[INV04" in done.stderr
    assert "--> inventory/sites/oak-primary.yaml:7:12" in done.stderr
    assert "primary-2fe" in done.stderr
    assert "Traceback" not in done.stderr


def test_mistakes_in_two_files_are_reported_at_once(estate: Path) -> None:
    edit(estate / "inventory/sites/oak-primary.yaml", "pupils: 418", "pupils: many")
    edit(estate / "inventory/sites/hazel-primary.yaml", "staff: 33", "staf: 33")
    done = run("validate", "--format", "concise", cwd=estate)
    assert done.returncode == 2
    assert "inventory/sites/oak-primary.yaml:8:9: error[INV023]" in done.stderr
    assert "inventory/sites/hazel-primary.yaml:9:1: error[INV021]" in done.stderr


@pytest.mark.parametrize("form", ["json", "junit", "sarif"])
def test_findings_for_programs(estate: Path, form: str) -> None:
    edit(estate / "inventory/sites/oak-primary.yaml", "pupils: 418", "pupils: many")
    done = run("validate", "--format", form, cwd=estate)
    assert done.returncode == 2
    if form == "json":
        first = json.loads(done.stdout)[0]
        assert (first["file"], first["line"], first["code"]) == (
            "inventory/sites/oak-primary.yaml",
            8,
            "INV023",
        )
    elif form == "junit":
        assert ET.fromstring(done.stdout).attrib["failures"] == "1"
    else:
        log = json.loads(done.stdout)
        assert log["version"] == "2.1.0"
        assert log["runs"][0]["results"][0]["ruleId"] == "INV023"


def test_wrong_input_writes_nothing(estate: Path) -> None:
    edit(estate / "inventory/sites/oak-primary.yaml", "number: 7", "number: 11")
    done = run("render", cwd=estate)
    assert done.returncode == 2
    assert "ADR003" in done.stderr
    assert not (estate / "golden_configs").exists()


def test_render_writes_then_finds_nothing_to_do(estate: Path) -> None:
    first = run("render", cwd=estate)
    assert first.returncode == 0, first.stderr
    assert "14 sites rendered, 0 reused" in first.stdout
    second = run("render", cwd=estate)
    assert "0 sites rendered, 14 reused, 0 files written" in second.stdout
    assert run("render", "--check", cwd=estate).returncode == 0


def test_a_change_of_one_school_renders_one_school(estate: Path) -> None:
    assert run("render", cwd=estate).returncode == 0
    edit(estate / "inventory/sites/oak-primary.yaml", "location: Server room", "location: Comms room")
    done = run("render", cwd=estate)
    assert "1 sites rendered, 13 reused" in done.stdout


def test_check_prints_a_diff_and_writes_nothing(estate: Path) -> None:
    assert run("render", cwd=estate).returncode == 0
    path = estate / "golden_configs/oak-primary/oak-ks1-sw1.cfg"
    before = path.read_bytes()
    path.write_bytes(before.replace(b"switchport mode access", b"switchport mode trunk", 1))
    edited = path.read_bytes()
    done = run("render", "--check", cwd=estate)
    assert done.returncode == 1
    assert "--- a/golden_configs/oak-primary/oak-ks1-sw1.cfg" in done.stdout
    assert "- switchport mode trunk" in done.stdout
    assert "+ switchport mode access" in done.stdout
    assert path.read_bytes() == edited


def test_an_edited_golden_file_is_restored(estate: Path) -> None:
    assert run("render", cwd=estate).returncode == 0
    path = estate / "golden_configs/oak-primary/oak-ks1-sw1.cfg"
    before = path.read_bytes()
    path.write_bytes(before + b"telnet\n")
    assert "1 files written" in run("render", cwd=estate).stdout
    assert path.read_bytes() == before


def test_a_school_that_left_takes_its_files_along_and_no_others(estate: Path) -> None:
    assert run("render", cwd=estate).returncode == 0
    mine = estate / "golden_configs/beech-special/notes.md"
    mine.write_text("kept by hand")
    (estate / "inventory/sites/beech-special.yaml").unlink()
    done = run("render", cwd=estate)
    assert done.returncode == 0, done.stderr
    assert not (estate / "golden_configs/beech-special/bee-fw1.conf").exists()
    assert mine.read_text() == "kept by hand"
    assert run("render", "--check", cwd=estate).returncode == 0


def test_one_device_only(estate: Path) -> None:
    done = run("render", "--device", "oak-fw1", cwd=estate)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (estate / "golden_configs/oak-primary").iterdir()] == ["oak-fw1.conf"]


def test_unknown_names_offer_the_nearest(estate: Path) -> None:
    done = run("render", "--site", "oak-primry", cwd=estate)
    assert done.returncode == 2
    assert "did you mean oak-primary?" in done.stderr


def test_help_fits_80_columns_and_cuts_no_sentence(estate: Path) -> None:
    done = run("--help", cwd=estate, COLUMNS="80")
    assert done.returncode == 0
    assert "..." not in done.stdout.replace("[ARGS]...", "")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_version_is_printed_as_people_ask_for_it(estate: Path) -> None:
    asked, named = run("--version", cwd=estate), run("version", cwd=estate)
    assert (asked.returncode, asked.stdout) == (0, named.stdout)
    assert asked.stdout.startswith("netgen ")


def test_a_wrong_name_is_answered_with_the_nearest_or_with_some_of_all(estate: Path) -> None:
    near = run("render", "--device", "oak-fw", "--site", "oak-primary", cwd=estate)
    assert (near.returncode, "did you mean oak-fw1?" in near.stderr) == (2, True)
    far = run("render", "--site", "zzz", cwd=estate)
    assert (far.returncode, "linden-nursery and 6 more" in far.stderr) == (2, True)


def test_explain_a_line_and_a_path(estate: Path) -> None:
    assert run("render", "--site", "oak-primary", cwd=estate).returncode == 0
    path = estate / "golden_configs/oak-primary/oak-wlan.cfg"
    number = path.read_text().split("\n").index(" essid RLT-Guest") + 1
    done = run("explain", f"golden_configs/oak-primary/oak-wlan.cfg:{number}", cwd=estate)
    assert done.returncode == 0, done.stderr
    assert "asked for by standard/wlans/guest" in done.stdout
    assert "inventory/standard/wlans.yaml:5:" in done.stdout
    assert "RLT-Guest" in done.stdout
    back = run("explain", "standard/wlans/guest", "--limit", "500", cwd=estate)
    assert f"golden_configs/oak-primary/oak-wlan.cfg:{number}:  essid RLT-Guest" in back.stdout


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("standard/segments.yaml:8", "standard/segments/it-admin  inventory/standard/segments.yaml:8:1"),
        ("standard/policy.yaml:5", "standard/policy/0  inventory/standard/policy.yaml:3:3"),
        ("sites/oak-primary.yaml:37", "sites/oak-primary/cabinets/ks1/uplink"),
        (
            "sites/hill-academy.yaml:15",
            "sites/hill-academy/firewall/pair  inventory/sites/hill-academy.yaml:13:3",
        ),
    ],
)
def test_a_line_of_yaml_is_explained_by_what_it_asked_for(estate: Path, line: str, path: str) -> None:
    done = run("explain", f"inventory/{line}", "--limit", "1", cwd=estate)
    assert done.returncode == 0, done.stderr
    heading, first, total = done.stdout.splitlines()
    assert heading.startswith(path)
    assert first.startswith("  golden_configs/")
    assert int(total.split()[0]) > 1


@pytest.mark.parametrize(
    "what",
    ["golden_configs/nowhere/x.cfg:3", "golden_configs/oak-primary/oak-fw1.conf:99999", "no/such/object"],
)
def test_explain_says_when_there_is_no_such_thing(estate: Path, what: str) -> None:
    done = run("explain", what, cwd=estate)
    assert done.returncode == 2
    assert "help:" in done.stderr


def test_diff_tells_what_a_change_means(estate: Path) -> None:
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=t", "-c", "user.email=t@t.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *words], cwd=estate, check=True)
    assert run("diff", cwd=estate).stdout == "no change of meaning\n0 files, 0 lines change\n"
    policy = estate / "inventory/standard/policy.yaml"
    policy.write_text(
        policy.read_text().replace("except: [trust-services]", "except: [trust-services, print]")
        + "- {from: guest, to: print, allow: [printing], why: Visitors print their talk}\n"
    )
    done = run("diff", cwd=estate)
    assert done.returncode == 0, done.stderr
    assert "guest may now reach print for printing (tcp/515, tcp/631, tcp/9100)" in done.stdout
    readme = (ROOT / "README.md").read_text()
    assert all(f"    {line}\n" in readme for line in done.stdout.splitlines()), "the README shows this change"


def test_judge_objects_to_a_strangers_edit(estate: Path) -> None:
    assert run("render", "--site", "oak-primary", cwd=estate).returncode == 0
    edit(
        estate / "golden_configs/oak-primary/oak-fw1.conf",
        'set dstaddr "net-oak-servers',
        'set dstaddr "all" "net-oak-servers',
    )
    arguments = ("judge", "--engine", "embedded", "--site", "oak-primary")
    good = run(*arguments, cwd=estate)
    assert good.returncode == 0, good.stdout
    bad = run(*arguments, "--configs", "golden_configs", cwd=estate)
    assert bad.returncode == 1
    assert "FAIL" in bad.stdout
    found = json.loads(run(*arguments, "--configs", "golden_configs", "--json", cwd=estate).stdout)
    failed = [item for item in found["verdicts"] if item["status"] == "fail"]
    assert failed
    assert all(item["id"] and item["rule"] for item in failed)


def test_batfish_engine_without_a_server_says_how_to_start_one(estate: Path) -> None:
    done = run("judge", "--engine", "batfish", "--batfish-port", "1", "--site", "oak-primary", cwd=estate)
    assert done.returncode == 2
    assert "JDG901" in done.stderr
    assert "netgen batfish start" in done.stderr


def test_auto_says_that_it_fell_back(estate: Path) -> None:
    done = run("judge", "--batfish-port", "1", "--site", "oak-primary", cwd=estate)
    assert done.returncode == 0
    assert "embedded engine alone" in done.stderr


def test_init_makes_an_estate_that_validates_renders_and_passes(tmp_path: Path) -> None:
    assert run("init", "estate", cwd=tmp_path).returncode == 0
    for arguments in (["validate"], ["render"], ["judge", "--engine", "embedded"]):
        done = run(*arguments, cwd=tmp_path / "estate")
        assert done.returncode == 0, done.stderr + done.stdout
    again = run("init", "estate", cwd=tmp_path)
    assert again.returncode == 2


def test_committed_schemas_are_up_to_date() -> None:
    assert run("schema", "--check", cwd=ROOT).returncode == 0


def test_every_inventory_file_names_a_schema_that_exists() -> None:
    for path in sorted((ROOT / "inventory").rglob("*.yaml")):
        first = path.read_text().split("\n")[0]
        name = first.partition("$schema=")[2]
        assert (path.parent / name).resolve().is_file(), f"{path}: {first}"


def test_no_colour_in_a_pipe(estate: Path) -> None:
    edit(estate / "inventory/sites/oak-primary.yaml", "pupils: 418", "pupils: many")
    assert "\x1b" not in run("validate", cwd=estate).stderr


def test_a_reader_that_leaves_early_is_no_error(estate: Path) -> None:
    command = (
        " ".join(["'" + word + "'" for word in NETGEN])
        + " explain standard/segments/staff --limit 5000 | head -1"
    )
    done = subprocess.run(
        ["bash", "-c", command], cwd=estate, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr


def test_an_interrupt_leaves_no_half_written_file(estate: Path) -> None:
    process = subprocess.Popen(
        [*NETGEN, "render"], cwd=estate, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(0.4)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert process.returncode in (0, 130)
    assert not list(estate.rglob("*.new"))
    assert run("render", cwd=estate).returncode == 0
    assert run("render", "--check", cwd=estate).returncode == 0


def test_an_empty_folder_is_no_inventory(tmp_path: Path) -> None:
    (tmp_path / "inventory").mkdir()
    done = run("validate", cwd=tmp_path)
    assert done.returncode == 2
    assert "error[INV0" in done.stderr
    missing = run("validate", cwd=tmp_path / "inventory")
    assert missing.returncode == 2
    assert "Traceback" not in missing.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["render", "--output", "inventory/trust.yaml"],
        ["render", "--output", "/proc/nowhere"],
        ["schema", "--output", "/proc/nowhere"],
        ["plan", "--offline", "--site", "oak-primary", "--output", "/proc/nowhere/plan.json"],
        ["push", "nowhere.json"],
        ["push", "inventory/trust.yaml"],
        ["undo", "nowhere.json"],
        ["judge", "--configs", "nowhere"],
        ["judge", "--engine", "none"],
        ["validate", "--inventory", "inventory/trust.yaml"],
        ["validate", "--format", "xml"],
        ["plan", "--lab", "inventory/trust.yaml"],
        ["diff", "nowhere"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_in_words_and_the_exit_code_for_input(estate: Path, arguments: list[str]) -> None:
    done = run(*arguments, cwd=estate)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "error[" in done.stderr
    assert "help:" in done.stderr
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr


def test_no_code_means_two_things() -> None:
    """A code in the command line's own messages is used by no check and no other room."""
    import re  # noqa: PLC0415

    own = {
        code
        for path in (ROOT / "src/netgen/cli").glob("*.py")
        for code in re.findall(r'"([A-Z]{3}[0-9]{3})"', path.read_text())
    }
    rest = {
        code
        for path in (ROOT / "src/netgen").rglob("*.py")
        if path.parent.name != "cli"
        for code in re.findall(r'"([A-Z]{3}[0-9]{3})"', path.read_text())
    }
    assert own
    assert not own & rest


def test_a_model_that_the_catalogue_lacks_can_be_described_in_the_inventory(estate: Path) -> None:
    (estate / "inventory/hardware").mkdir()
    (estate / "inventory/hardware/own.yaml").write_text(
        "models:\n"
        "  - model: C9999-52P\n    kind: switch\n    platform: cisco_iosxe\n    os_sku: c9999-52p\n"
        "    source: [the label on the box]\n    poe_budget_w: 740\n    psu_count: 1\n"
        "    ports:\n"
        '      - {kind: access, label: "{n}", count: 48, interface: "GigabitEthernet{member}/0/{n}",'
        " speeds_mbps: [1000], media: copper, poe: at, poe_w: 30}\n"
        '      - {kind: uplink, label: "u{n}", count: 4, interface: "TenGigabitEthernet{member}/1/{n}",'
        " speeds_mbps: [1000, 10000], media: sfp+}\n"
    )
    edit(estate / "inventory/sites/hazel-primary.yaml", "sw1: C9200L-48P-4X", "sw1: C9999-52P")
    for arguments in (
        ["render"],
        ["render", "--check"],
        ["judge", "--engine", "embedded", "--site", "hazel-primary"],
    ):
        done = run(*arguments, cwd=estate)
        assert done.returncode == 0, done.stderr + done.stdout
    assert (
        "switch 1 provision c9999-52p"
        in (estate / "golden_configs/hazel-primary/haz-main-sw1.cfg").read_text()
    )


def test_a_lost_manifest_is_made_anew(estate: Path) -> None:
    assert run("render", cwd=estate).returncode == 0
    manifest = estate / "golden_configs/manifest.txt"
    before = manifest.read_text()
    manifest.unlink()
    assert run("render", cwd=estate).returncode == 0
    assert manifest.read_text() == before
    manifest.write_text("<<<<<<< ours\n")
    assert run("render", cwd=estate).returncode == 0
    assert manifest.read_text() == before


def test_what_a_killed_render_left_behind_is_swept(estate: Path) -> None:
    assert run("render", cwd=estate).returncode == 0
    left = estate / "golden_configs/oak-primary/.oak-fw1.conf.999999999.new"
    left.write_text("half")
    new_school = estate / "golden_configs/.elm-primary.999999999.new"
    new_school.mkdir()
    (new_school / "elm-fw1.conf").write_text("half")
    foreign = estate / "golden_configs/oak-primary/.mine.new"
    foreign.write_text("kept")
    edit(estate / "inventory/sites/oak-primary.yaml", "location: Server room", "location: Comms room")
    assert run("render", cwd=estate).returncode == 0
    assert not left.exists()
    assert not new_school.exists()
    assert foreign.read_text() == "kept"


@pytest.mark.parametrize("kind", ["both spellings", "a folder"])
def test_a_school_is_never_dropped_silently(estate: Path, kind: str) -> None:
    path = estate / "inventory/sites/oak-primary.yaml"
    if kind == "both spellings":
        shutil.copy(path, path.with_suffix(".yml"))
    else:
        path.unlink()
        path.mkdir()
    done = run("validate", cwd=estate)
    assert done.returncode == 2
    assert "oak-primary" in done.stderr


def test_two_renders_at_once_end_with_the_right_files(estate: Path) -> None:
    command = [*NETGEN, "render", "--no-cache"]
    both = [
        subprocess.Popen(command, cwd=estate, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    for process in both:
        process.communicate()
    assert run("render", "--check", cwd=estate).returncode == 0
    assert not list(estate.rglob(".*.new"))


def test_two_texts_of_one_device_are_refused(estate: Path) -> None:
    assert run("render", "--site", "oak-primary", cwd=estate).returncode == 0
    folder = estate / "golden_configs/oak-primary"
    shutil.copy(folder / "oak-ks1-sw1.cfg", folder / "oak-ks1-sw1.conf")
    done = run(
        "judge", "--engine", "embedded", "--site", "oak-primary", "--configs", "golden_configs", cwd=estate
    )
    assert done.returncode == 2
    assert "CLI016" in done.stderr


def test_a_folder_that_is_no_site_is_not_passed_over(estate: Path) -> None:
    assert run("render", "--site", "oak-primary", cwd=estate).returncode == 0
    (estate / "golden_configs/oak-primary").rename(estate / "golden_configs/oak-primry")
    done = run(
        "judge", "--engine", "embedded", "--site", "oak-primary", "--configs", "golden_configs", cwd=estate
    )
    assert done.returncode == 2
    assert "CLI017" in done.stderr
    assert "oak-primry" in done.stderr


def test_a_plan_with_errors_and_a_push_of_nothing_are_no_success(estate: Path) -> None:
    planned = run("plan", "--offline", "--site", "oak-primary", "--window", "61", cwd=estate)
    assert planned.returncode == 1
    assert "error[ROL" in planned.stderr
    pushed = run("push", "plan.json", cwd=estate)
    assert pushed.returncode == 1
    assert "skipped" in pushed.stdout


def test_a_plan_for_an_unknown_device_is_refused(estate: Path) -> None:
    done = run("plan", "--offline", "--device", "oak-sw99", cwd=estate)
    assert done.returncode == 2
    assert "CLI004" in done.stderr
    assert not (estate / "plan.json").exists()
