"""What helps to remember who somebody is: a few facts, as one page of a pack of cards."""

from __future__ import annotations

from typing import Any

import pandas as pd

from shabakati.forms.listing import cell_text, schema_column
from shabakati.language import say
from shabakati.people.mine import mail_domain
from shabakati.schema import ME

_FIRST = ("relation", "place", "network_type", "met_on")
_LAST = ("city", "field", "tags", "notes", "source")


def facts(person: pd.Series, people: pd.DataFrame, asked: str) -> list[dict[str, str]]:
    """What is known of a person beside name, role and organisation, without what is asked.

    Returns
    -------
    For each fact `label`, `text` and `dir`, the direction of its text.
    """
    shown = [_fact(person, name) for name in _FIRST if name != asked]
    shown.append(_said("introduced_by", _name(person["introduced_by"], people)))
    shown += [_fact(person, name) for name in _LAST]
    domains = dict.fromkeys(filter(None, map(mail_domain, person["emails"])))
    shown.append(_said("emails", " · ".join(domains), "ltr"))
    return [fact for fact in shown if fact["text"]]


def _fact(person: pd.Series, name: str) -> dict[str, str]:
    col = schema_column("people", name)
    return _said(name, cell_text(col, person[name]), col.dir)


def _said(name: str, text: str, way: str = "auto") -> dict[str, str]:
    return {"label": say(f"schema.people.{name}"), "text": text, "dir": way}


def _name(id_: Any, people: pd.DataFrame) -> str:
    """Who somebody is, by their id; "" for nobody, and for you, who need not be told."""
    if pd.isna(id_) or int(id_) == ME or int(id_) not in people.index:
        return ""
    return str(people.at[int(id_), "name"])
