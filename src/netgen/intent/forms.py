"""The forms that short texts of the inventory have, each with the words that tell a person how to write it.

A field takes its pattern from here, so that a finding advises in words and never shows a regular expression.
"""

from __future__ import annotations

SWITCH_KEY = r"^sw[1-9]$"
CONTROLLER_PORT = r"^u?[1-9][0-9]?$"
FIREWALL_PORT = r"^[a-z][a-z0-9]{0,14}(-[0-9]{1,2}|-[ab])?(/[0-9]{1,2}){0,2}$"
HARDWARE_MODEL = r"^[A-Za-z0-9][A-Za-z0-9+-]{1,31}$"
LOGIN = r"^[A-Za-z0-9][A-Za-z0-9@._-]{0,62}$"
INTERFACE_ADDRESS = r"^[0-9.]+/[0-9]{1,2}$"
EXCEPTION_PATH = r"^[a-z0-9_.-]+$"
URN = r"^[0-9]{6}$"
PORT = r"^[0-9]{1,5}(-[0-9]{1,5})?$"
BOOT_FILE = r"^[A-Za-z0-9][A-Za-z0-9_-]*([./][A-Za-z0-9_-]+)*$"
CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
POWER = r"^(0|[1-9][0-9]?)-(0|[1-9][0-9]?)$"
PORTAL = r"^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(/[A-Za-z0-9._~-]*)*$"
FEED = r"^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(/[A-Za-z0-9._~-]+)+$"
COUNTRY = r"^[A-Z]{2}$"
CERTIFICATE = r"^[A-Za-z][A-Za-z0-9-]{0,30}$"

#: Pattern to advice.
FORMS: dict[str, str] = {
    SWITCH_KEY: "write sw1 to sw9",
    CONTROLLER_PORT: "write the port as on the box, such as 1 or u1",
    FIREWALL_PORT: "write the port as its vendor prints it, such as wan1, ethernet1/1 or ge-0/0/0",
    HARDWARE_MODEL: "write a model name of the hardware catalogue, such as C9300-48P",
    LOGIN: "use at most 63 letters, digits, dots, dashes, underscores and @, such as school@isp.example",
    INTERFACE_ADDRESS: "write an IPv4 address with its length, such as 192.0.2.2/29",
    EXCEPTION_PATH: "write it like segments.cctv.vlan",
    URN: "write the six digits of the DfE's register, in quotes",
    PORT: 'write a port or a range in quotes, such as "443" or "5060-5061"',
    BOOT_FILE: "write a path of letters, digits, dots and dashes below the server's root, such as boot/x64.efi",
    CLOCK: 'write hours and minutes from "00:00" to "23:59" in quotes, such as "07:30"',
    POWER: "write the lowest and the highest dBm, such as 6-15",
    PORTAL: "write https://, a domain name and a path in plain letters, such as https://guests.example/school",
    FEED: "write https://, a domain name and the path of a text file, such as https://feeds.example/addresses.txt",
    COUNTRY: "write the two capital letters of ISO 3166, such as GB",
    CERTIFICATE: "use at most 31 letters, digits and dashes, starting with a letter",
}
