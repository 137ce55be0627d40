"""Make the demo again from its story: `python data/demo/make.py [folder]`.

The same story gives the same bytes; where SQLite has another version, the same tables.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from archive import make_archive
from book import make_book
from cards import make_cards
from story import read_connections, read_people, read_table


def make_answers() -> dict[str, Any]:
    """The truth about every person, sorted in the book or not.

    Returns
    -------
    `people`: key, id (in the book), name, relation, place, network_type, sorted ("fully",
    "relation" or "no"), connection (name, url in the archive; None), cards (number from 0 and
    name in `phone.vcf`).
    """
    connections = read_connections()
    cards: dict[str, list[dict[str, Any]]] = {}
    for number, card in enumerate(read_table("phone")):
        cards.setdefault(card["key"], []).append({"card": number, "name": card["name"]})
    people = []
    for number, (key, row) in enumerate(read_people().items(), 1):
        here = connections.get(key)
        named = here and {"name": f"{here['first']} {here['last']}", "url": here["url"]}
        codes = {name: row[name] for name in ("relation", "place", "network_type", "sorted")}
        told = {"key": key, "id": number, "name": row["name"], **codes}
        people.append(told | {"connection": named or None, "cards": cards.get(key, [])})
    return {"people": people}


def make(folder: Path) -> None:
    """Write the four files of the demo into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "linkedin_archive.zip").write_bytes(make_archive())
    (folder / "phone.vcf").write_bytes(make_cards())
    answers = json.dumps(make_answers(), ensure_ascii=False, indent=1)
    (folder / "answers.json").write_text(f"{answers}\n", encoding="utf-8", newline="\n")
    make_book(folder / "demo.sqlite")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
