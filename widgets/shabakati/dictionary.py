"""The data dictionary, `data/README.md`, made from the schema: `python -m shabakati.dictionary`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

from shabakati.language import LANGUAGES, current_language, direction, say, use, word
from shabakati.schema import LINE_LIMIT, LIST_LIMIT, TABLES, Column, columns
from shabakati.vocabulary import GROUP_OF, Country, Group

README = Path(__file__).parents[2] / "data" / "README.md"

_BREAK = "<br>"  # a line break inside a cell
_HEADS = ("column", "title", "kind", "required", "allowed", "meaning")


def make_dictionary() -> str:
    """The whole page in Markdown: what lies in `data/`, then every table, language by language."""
    before = current_language()
    try:
        parts = []
        for language in LANGUAGES:
            use(language)
            parts.append(_half(language))
        return "\n---\n\n".join(parts)
    finally:
        use(before)


def _half(language: str) -> str:
    blocks = [
        f'<div dir="{direction()}" lang="{language}">',
        f"# {say('dictionary.title')}",
        f"## {say('dictionary.intro.heading')}",
        *(f"- {say(f'dictionary.intro.{part}')}" for part in ("demo", "mine", "ignored")),
        f"## {say('dictionary.tables.heading')}",
        say("dictionary.tables.intro"),
        *(_table(table) for table in TABLES),
        "</div>",
    ]
    return "\n\n".join(blocks) + "\n"


def _table(table: str) -> str:
    heads = [say(f"dictionary.head.{head}") for head in _HEADS]
    rows = [heads, ["---"] * len(heads)]
    for column in columns(table):
        rows.append(_column(table, column))
        if (table, column.name) == ("people", "relation"):
            rows.append(_group())
    lines = [f"| {' | '.join(row)} |" for row in rows]
    title = f"### {say(f'schema.{table}')} · `{table}`"
    return "\n\n".join([title, say(f"dictionary.means.{table}"), "\n".join(lines)])


def _column(table: str, column: Column) -> list[str]:
    required = say("dictionary.required.yes" if column.required else "dictionary.required.no")
    return [
        f"`{column.name}`",
        say(f"schema.{table}.{column.name}"),
        say(f"dictionary.kind.{column.kind}"),
        required,
        _BREAK.join(_allowed(table, column)),
        say(f"dictionary.means.{table}.{column.name}"),
    ]


def _group() -> list[str]:
    """The one derived column: each group with the relations that lead to it."""
    allowed = []
    for group in Group:
        relations = ", ".join(f"`{code.value}`" for code in GROUP_OF if GROUP_OF[code] is group)
        allowed.append(f"{_coded(group)} ({relations})")
    return [
        "`group`",
        say("schema.people.group"),
        say("dictionary.kind.computed"),
        say("dictionary.required.no"),
        _BREAK.join(allowed),
        say("dictionary.means.people.group"),
    ]


def _allowed(table: str, column: Column) -> Iterable[str]:
    """What a cell may hold, one rule a line."""
    limits = _limits(table, column.name)
    if column.reference:
        target = say(f"schema.{column.reference.table}")
        yield say(f"dictionary.reference.{column.reference.on_remove}", table=target)
        if limits.get("minimum") == 0:
            yield say("dictionary.reference.me")
    elif column.vocabulary is Country:
        yield say("dictionary.limit.country")
    elif column.choices:
        yield from (_coded(code) for code in column.choices)
    elif column.kind == "lines":
        yield say("dictionary.limit.entries", n=LIST_LIMIT, limit=LINE_LIMIT)
    elif column.limit:
        yield say("dictionary.limit.characters", n=column.limit)
    elif column.kind == "date":
        yield say("dictionary.limit.date")
    elif "exclusiveMinimum" in limits:
        low, high = int(limits["exclusiveMinimum"]), int(limits["maximum"])
        yield say("dictionary.limit.above", low=low, high=high)
    elif "maximum" in limits:
        low, high = int(limits["minimum"]), int(limits["maximum"])
        yield say("dictionary.limit.range", low=low, high=high)


def _coded(code: Any) -> str:
    """A code, and its word where it has one."""
    return f"`{code.value}` {word(code)}" if isinstance(code, StrEnum) else f"`{code}`"


def _limits(table: str, name: str) -> dict[str, Any]:
    """The bounds that pydantic knows of a column."""
    told = TABLES[table].model_json_schema()["properties"][name]
    return told | told.get("anyOf", [{}])[0]


if __name__ == "__main__":
    README.write_text(make_dictionary(), encoding="utf-8", newline="\n")
