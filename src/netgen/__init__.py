"""netgen: the network of a school trust as code.

The road: inventory YAML -> Intent -> Blueprint -> Device -> text -> judged -> pushed.
Each room of this package has one purpose; `tests/architecture/layers.py` says who may import whom.
"""

__version__ = "0.1.0"
