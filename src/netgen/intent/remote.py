"""Remote access: who works from elsewhere, as whom they count inside, and who vouches for what a box cannot see."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netgen.intent import forms
from netgen.intent.fields import WRITTEN, Day, DomainName, Label, Model, Name, Names, PrefixField


class RemoteCertificate(Model):
    """The certificate that a hub shows to people's computers. The box enrols it; netgen names it."""

    name: Annotated[str, Field(pattern=forms.CERTIFICATE)] = Field(
        description="Name of the certificate in the box's store; it says the name that people connect to"
    )
    expires: Day = Field(description="The first day on which it is no longer valid")


class SecondFactor(Model):
    """The RADIUS servers ask remote people for a second factor, and who has seen that they do."""

    attested_by: Label
    expires: Day = Field(description="When somebody looks at it again")


class EndpointFilter(Model):
    """What filters the web on people's computers wherever they are, and who says so."""

    service: Label
    attested_by: Label
    expires: Day = Field(description="When somebody looks at it again")


class RemoteGroup(Model):
    """People of one RADIUS group: their zone, their addresses, what goes through the tunnel."""

    zone: Name = Field(description="A zone of kind hub of their own; the policy says what they reach")
    window: PrefixField = Field(
        description="Their addresses inside a hub's block, relative to its start: 0.0.56.0/24"
    )
    tunnel: Literal["full", "split"] = Field(
        default="full",
        description="full: everything goes through the trust and its filter; split: what is the trust's alone",
    )
    pupils: bool = Field(default=False, description="People under 18 are among them")
    endpoint_filter: Annotated[EndpointFilter | None, WRITTEN] = Field(
        default=None, description="Who filters their web at home; pupils with a split tunnel need it"
    )


class RemoteAccess(Model):
    """Work from elsewhere over IPsec, at hubs alone. The trust's RADIUS servers know the people; no box does."""

    at: Names = Field(min_length=1, description="Hubs where it ends")
    name: Annotated[DomainName, Field(max_length=63)] = Field(
        description="What people's computers connect to: remote.riverside.example"
    )
    certificate: RemoteCertificate
    second_factor: SecondFactor
    idle_minutes: int = Field(default=30, ge=5, le=240, description="Silence after which a session ends")
    session_hours: int = Field(default=10, ge=2, le=23, description="After which people log in again")
    groups: dict[Name, RemoteGroup] = Field(
        min_length=1, max_length=8, description="Group, as the RADIUS servers call it"
    )
