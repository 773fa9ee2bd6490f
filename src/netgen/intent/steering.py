"""Steering: which circuit a class of traffic takes to the internet, in the words of applications and not of boxes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from netgen.intent.fields import Label, Model, Names, PrefixField

#: Applications that somebody keeps the addresses of: no address, service or port is said here.
Application = Literal[
    "dropbox", "gmail", "google-web", "microsoft-365", "microsoft-teams", "windows-update", "zoom"
]


class SteeringClass(Model):
    """A class of traffic to the internet and the circuit that it takes. Lower numbers are asked first.

    Says nothing about who may talk to whom: policy and filter are the same on every circuit.
    """

    number: int = Field(ge=1, le=60, description="Fixed for good: classes are asked in this order")
    title: Label
    from_: Names = Field(
        default=(), min_length=1, alias="from", description="Zones; left out: all that reach the internet"
    )
    services: Names = Field(
        default=(), min_length=1, description="Services; left out: every one that policy allows"
    )
    to: tuple[PrefixField, ...] = Field(
        default=(), min_length=1, description="Networks on the internet; left out: all of it"
    )
    applications: tuple[Application, ...] = Field(
        default=(),
        min_length=1,
        description="In place of services and networks, where the firewall knows the application",
    )
    prefer: Literal["primary", "backup", "lowest-latency", "spread"] = Field(
        description="primary: circuits in their order; backup: the last one first; lowest-latency: the one whose pings"
        " are answered first; spread: host by host over all of them",
    )
    latency_ms: int | None = Field(
        default=None, ge=1, le=500, description="A circuit that answers pings later gives way"
    )
    jitter_ms: int | None = Field(
        default=None, ge=1, le=500, description="A circuit whose answers vary by more gives way"
    )
    loss_percent: int | None = Field(
        default=None, ge=0, le=99, description="A circuit that loses more pings gives way"
    )

    @property
    def has_bounds(self) -> bool:
        """A circuit can be too bad for it while it is up."""
        return (self.latency_ms, self.jitter_ms, self.loss_percent) != (None, None, None)
