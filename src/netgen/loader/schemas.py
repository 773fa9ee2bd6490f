"""JSON Schema (draft 2020-12) of every inventory file, made from the models that check it."""

from __future__ import annotations

import json

from netgen.loader.inventory import SCHEMAS


def schema_texts() -> dict[str, str]:
    """File name to schema text, in name order. An inventory file names its schema in its first line."""
    found = {}
    for name, model in sorted(SCHEMAS.items()):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        found[f"{name}.json"] = json.dumps(schema, indent=2, sort_keys=True) + "\n"
    return found
