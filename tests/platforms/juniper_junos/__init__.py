"""What EX switches and SRX firewalls are told."""
