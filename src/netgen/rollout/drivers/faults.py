"""Four families of exceptions come out of the libraries; one kind of fault leaves an adapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import paramiko
import pyeapi.eapilib as eapi
import requests
from jnpr.junos import exception as junos_errors
from napalm.base import exceptions as napalm_errors
from napalm_fortigate import _rest as fortios
from ncclient.transport import errors as netconf_errors
from netmiko import exceptions as netmiko_errors

from netgen.rollout.drivers.driver import DriverFault, Fault

_LONGEST = 600

#: Looked at from the first to the last; the whole chain of causes is asked each time.
_KINDS: tuple[tuple[Fault, tuple[type[BaseException], ...]], ...] = (
    (
        Fault.LOGIN,
        (
            netmiko_errors.NetmikoAuthenticationException,
            paramiko.AuthenticationException,
            fortios.FortiOSAuthError,
            fortios.FortiOSPermissionError,
            junos_errors.ConnectAuthError,
        ),
    ),
    (
        Fault.LOST,
        (
            fortios.FortiOSTransportError,
            eapi.ConnectionError,
            junos_errors.ConnectClosedError,
            junos_errors.RpcTimeoutError,
            netconf_errors.TransportError,
            netmiko_errors.NetmikoTimeoutException,
            netmiko_errors.ReadException,
            netmiko_errors.ReadTimeout,
            napalm_errors.ConnectionClosedException,
            paramiko.SSHException,
            requests.RequestException,
            OSError,
            EOFError,
        ),
    ),
    (Fault.BUSY, (napalm_errors.SessionLockedException, napalm_errors.LockError)),
    (Fault.UNSUPPORTED, (NotImplementedError, napalm_errors.UnsupportedVersion)),
    (Fault.UNREACHABLE, (napalm_errors.ConnectionException, junos_errors.ConnectError)),
)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def kind_of(error: BaseException, *, opening: bool) -> Fault:
    """The kind of a library's exception. While a connection is opened, a lost one is an unreachable one."""
    chain = list(_chain(error))
    if any(isinstance(item, eapi.ConnectionError) and "Unauthorized" in str(item) for item in chain):
        return Fault.LOGIN
    for fault, types in _KINDS:
        if any(isinstance(item, types) for item in chain):
            return Fault.UNREACHABLE if opening and fault is Fault.LOST else fault
    return Fault.REJECTED


@contextmanager
def guarded(clean: Callable[[str], str], *, opening: bool = False) -> Iterator[None]:
    """Turn whatever a library raises into a DriverFault with a clean message and no traceback of theirs."""
    try:
        yield
    except DriverFault:
        raise
    except Exception as error:  # noqa: BLE001 - the libraries raise a dozen unrelated classes
        texts = [" ".join(str(item).split()) for item in _chain(error)]
        text = "; ".join(dict.fromkeys(text for text in texts if text)) or type(error).__name__
        fault = DriverFault(kind_of(error, opening=opening), clean(text)[:_LONGEST])
    else:
        return
    # Raised outside of the handler: the library's exception holds command texts and must not be chained.
    raise fault
