"""The services that every FortiOS device has before a text says anything.

Ports as a real device prints them (`show`, FortiOS 6.2.3, public sample of fortios-xutils); they are
printed in full by every backup. Only the destination side is kept.
"""

from __future__ import annotations

Flows = tuple[tuple[str, int, int], ...]


def _tcp(*ports: int | tuple[int, int]) -> Flows:
    return tuple(("tcp", *port) if isinstance(port, tuple) else ("tcp", port, port) for port in ports)


def _udp(*ports: int | tuple[int, int]) -> Flows:
    return tuple(("udp", *port) if isinstance(port, tuple) else ("udp", port, port) for port in ports)


#: Services that match every protocol.
ANY_SERVICE = "ALL"

BUILTIN_SERVICES: dict[str, Flows] = {
    "AFS3": _tcp((7000, 7009)) + _udp((7000, 7009)),
    "AH": (("51", -1, -1),),
    "ALL_ICMP": (("icmp", -1, -1),),
    "ALL_ICMP6": (("icmp6", -1, -1),),
    "ALL_TCP": _tcp((1, 65535)),
    "ALL_UDP": _udp((1, 65535)),
    "AOL": _tcp((5190, 5194)),
    "BGP": _tcp(179),
    "CVSPSERVER": _tcp(2401) + _udp(2401),
    "DCE-RPC": _tcp(135) + _udp(135),
    "DHCP": _udp((67, 68)),
    "DHCP6": _udp(546, 547),
    "DNS": _tcp(53) + _udp(53),
    "ESP": (("50", -1, -1),),
    "FINGER": _tcp(79),
    "FTP": _tcp(21),
    "FTP_GET": _tcp(21),
    "FTP_PUT": _tcp(21),
    "GOPHER": _tcp(70),
    "GRE": (("47", -1, -1),),
    "H323": _tcp(1720, 1503) + _udp(1719),
    "HTTP": _tcp(80),
    "HTTPS": _tcp(443),
    "IKE": _udp(500, 4500),
    "IMAP": _tcp(143),
    "IMAPS": _tcp(993),
    "INFO_ADDRESS": (("icmp", 17, 17),),
    "INFO_REQUEST": (("icmp", 15, 15),),
    "Internet-Locator-Service": _tcp(389),
    "IRC": _tcp((6660, 6669)),
    "KERBEROS": _tcp(88, 464) + _udp(88, 464),
    "L2TP": _tcp(1701) + _udp(1701),
    "LDAP": _tcp(389),
    "LDAP_UDP": _udp(389),
    "MGCP": _udp(2427, 2727),
    "MMS": _tcp(1755) + _udp((1024, 5000)),
    "MS-SQL": _tcp(1433, 1434),
    "MYSQL": _tcp(3306),
    "NetMeeting": _tcp(1720),
    "NFS": _tcp(111, 2049) + _udp(111, 2049),
    "NNTP": _tcp(119),
    "NTP": _tcp(123) + _udp(123),
    "ONC-RPC": _tcp(111) + _udp(111),
    "OSPF": (("89", -1, -1),),
    "PC-Anywhere": _tcp(5631) + _udp(5632),
    "PING": (("icmp", 8, 8),),
    "PING6": (("icmp6", 128, 128),),
    "POP3": _tcp(110),
    "POP3S": _tcp(995),
    "PPTP": _tcp(1723),
    "QUAKE": _udp(26000, 27000, 27910, 27960),
    "RADIUS": _udp(1812, 1813),
    "RADIUS-OLD": _udp(1645, 1646),
    "RAUDIO": _udp(7070),
    "RDP": _tcp(3389),
    "REXEC": _tcp(512),
    "RIP": _udp(520),
    "RLOGIN": _tcp(513),
    "RSH": _tcp(514),
    "RTSP": _tcp(554, 7070, 8554) + _udp(554),
    "SAMBA": _tcp(139),
    "SCCP": _tcp(2000),
    "SIP": _tcp(5060) + _udp(5060),
    "SIP-MSNmessenger": _tcp(1863),
    "SMB": _tcp(445),
    "SMTP": _tcp(25),
    "SMTPS": _tcp(465),
    "SNMP": _tcp((161, 162)) + _udp((161, 162)),
    "SOCKS": _tcp(1080) + _udp(1080),
    "SQUID": _tcp(3128),
    "SSH": _tcp(22),
    "SYSLOG": _udp(514),
    "TALK": _udp((517, 518)),
    "TELNET": _tcp(23),
    "TFTP": _udp(69),
    "TIMESTAMP": (("icmp", 13, 13),),
    "TRACEROUTE": _udp((33434, 33535)),
    "UUCP": _tcp(540),
    "VDOLIVE": _tcp((7000, 7010)),
    "VNC": _tcp(5900),
    "WAIS": _tcp(210),
    "WINFRAME": _tcp(1494, 2598),
    "WINS": _tcp(1512) + _udp(1512),
    "X-WINDOWS": _tcp((6000, 6063)),
}

#: Built-in groups of services, as the same device prints them.
BUILTIN_GROUPS: dict[str, tuple[str, ...]] = {
    "Email Access": ("DNS", "IMAP", "IMAPS", "POP3", "POP3S", "SMTP", "SMTPS"),
    "Web Access": ("DNS", "HTTP", "HTTPS"),
    "Windows AD": ("DCE-RPC", "DNS", "KERBEROS", "LDAP", "LDAP_UDP", "SAMBA", "SMB"),
    "Exchange Server": ("DCE-RPC", "DNS", "HTTPS"),
}
