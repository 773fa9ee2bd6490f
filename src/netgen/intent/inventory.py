"""Intent: everything people wrote, in one frozen object."""

from __future__ import annotations

from netgen.intent.fields import Model, Name
from netgen.intent.site import Site
from netgen.intent.standard import Standard
from netgen.intent.trust import Trust


class Intent(Model):
    """Trust, standard and sites. Site keys are the file names without `.yaml`."""

    trust: Trust
    standard: Standard
    sites: dict[Name, Site]
