"""A bench: emulated devices, a plan for them, and a push. What every test of the rollout begins with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.emulators.device import EmulatedDevice
from tests.emulators.fleet import CREDENTIAL, Fleet

from netgen.rollout import Lab, Plan, SecretStore, make_plan
from netgen.rollout.device_push import PushOptions
from netgen.rollout.executor import push, resume
from netgen.rollout.plan import Expectation, Flag, Target
from netgen.rollout.results import DeviceResult, PushReport, ignore_progress

CASES = Path(__file__).parent
PASSWORD = "emulated-login-9f31"
SECRET = "Radius-Key-77c2d1"
PLATFORMS = ("arista_eos", "cisco_iosxe", "fortinet_fortios", "juniper_junos")
FAST = PushOptions(commit=True, gate_wait_s=0.5, pause_s=0.2, patience_s=30.0)
ENVIRONMENT = {CREDENTIAL: PASSWORD, "RADIUS_KEY": SECRET}
#: An interface that the change makes or touches, to be expected up.
INTERFACE = {
    "arista_eos": "Ethernet1",
    "cisco_iosxe": "GigabitEthernet1/0/1",
    "fortinet_fortios": "port1",
    "juniper_junos": "ge-0/0/0",
}


def running(platform: str) -> str:
    """What the device runs before the push."""
    return (CASES / platform / "access-port" / "running.cfg").read_text(encoding="utf-8")


def intended(platform: str) -> str:
    """What it should run."""
    return (CASES / platform / "access-port" / "intended.cfg").read_text(encoding="utf-8")


@dataclass
class Bench:
    """Emulated devices with a lab file, and the folder that a push writes to."""

    fleet: Fleet
    folder: Path
    lab: Lab
    texts: list[str] = field(default_factory=list)

    @property
    def device(self) -> EmulatedDevice:
        """The only device, or the first."""
        return next(iter(self.fleet.devices.values()))

    def secrets(self) -> SecretStore:
        """The secrets of the emulated devices."""
        return SecretStore(environment=ENVIRONMENT)

    def target(self, name: str, *, stage: int = 1, window_s: int = 300, expect: bool = True) -> Target:
        """The intended state of a device of the bench."""
        device = self.fleet.devices[name]
        facts = (Expectation("interface-up", INTERFACE[device.platform]),) if expect else ()
        text = intended(device.platform).replace("oak-dev1", name)
        return Target(
            hostname=name, site="oak", platform=device.platform, stage=stage, address="192.0.2.1",
            intended=text, expect=facts, window_s=window_s,
        )  # fmt: skip

    def plan(self, *targets: Target) -> Plan:
        """A plan whose texts a judge has passed."""
        wanted = targets or tuple(self.target(name) for name in self.fleet.devices)
        verified = {target.hostname: Flag(True, "judged") for target in wanted}
        plan, findings = make_plan(wanted, lab=self.lab, secrets=self.secrets(), verified=verified)
        self.texts += [item.message for item in findings]
        return plan

    def push(
        self, plan: Plan, options: PushOptions = FAST, progress: Callable = ignore_progress
    ) -> PushReport:
        """Push in this process."""
        report, findings = push(
            plan, journal=self.folder / "journal.db", backups=self.folder / "backups", lab=self.lab,
            secrets=self.secrets(), options=options, progress=progress,
        )  # fmt: skip
        assert report is not None, findings
        return report

    def resume(self, plan: Plan, options: PushOptions = FAST, *, go_on: bool = False) -> PushReport:
        """Resume in this process."""
        report, findings = resume(
            plan, journal=self.folder / "journal.db", backups=self.folder / "backups", lab=self.lab,
            secrets=self.secrets(), options=options, go_on=go_on,
        )  # fmt: skip
        assert report is not None, findings
        return report

    def only(self, report: PushReport) -> DeviceResult:
        """The result of the only device."""
        (result,) = report.results
        return result
