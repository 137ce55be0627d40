"""Two languages, one set of keys: none missing, none unused, the same placeholders."""

import ast
import datetime as dt
import re
import string
from pathlib import Path

import pytest

import shabakati
from shabakati import vocabulary
from shabakati.language import LANGUAGES, direction, say, say_date, say_list, use, word
from shabakati.language.catalog import read_catalog
from shabakati.schema import TABLES, columns

PACKAGE = Path(shabakati.__file__).parent
ROOTS = [PACKAGE, PACKAGE.parents[1] / "serving"]
CODES = [code for kind in vars(vocabulary).values() if isinstance(kind, type) for code in kind]
ISOLATES = "\u2068\u2069"


def entries(language):
    """Every key with its texts: one, or its plural forms."""
    found = {}
    for message in read_catalog(language):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            found[key] = message.string if isinstance(message.string, tuple) else (message.string,)
    return found


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def nodes():
    for path in (path for root in ROOTS for path in root.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def used_keys():
    """Literal text of the code, and patterns of f-strings: what may be a key."""
    literals, patterns = set(), []
    for node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            literals.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_]+"
                for part in node.values
            ]
            # An error adds its own "errors." to a literal key: that pattern would excuse them all.
            if "\\." in parts[0] and not parts[0].startswith("errors"):
                patterns.append(re.compile("".join(parts)))
    return literals, patterns


def is_used(key, literals, patterns):
    bare = {key, key.removeprefix("errors.value."), key.removeprefix("errors.")}
    return bool(bare & literals) or any(pattern.fullmatch(key) for pattern in patterns)


def test_both_languages_have_the_same_keys():
    assert entries("ar").keys() == entries("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_without_words(language):
    empty = [key for key, texts in entries(language).items() if not all(texts)]
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice_in_the_files(language):
    keys = [
        line
        for path in (PACKAGE / "language" / language).glob("*.po")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith('msgid "') and line != 'msgid ""'
    ]
    assert sorted(keys) == sorted(set(keys))


def test_both_languages_have_the_same_placeholders():
    english = entries("en")
    for key, texts in entries("ar").items():
        # A plural form may say its number in a word: "two people", "شخصان".
        arabic = set().union(*map(placeholders, texts)) | {"n"}
        other = set().union(*map(placeholders, english[key])) | {"n"}
        assert arabic == other, key


def test_counts_have_arabics_six_forms_and_englishs_two():
    for key, texts in entries("en").items():
        if len(texts) > 1:
            assert (len(texts), len(entries("ar")[key])) == (2, 6), key


def test_no_key_is_unused():
    literals, patterns = used_keys()
    assert [key for key in entries("en") if not is_used(key, literals, patterns)] == []


def test_no_key_that_is_said_is_missing():
    said = {
        node.args[0].value
        for node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "say"
        and isinstance(node.args[0], ast.Constant)
    }
    assert said
    assert said - entries("en").keys() == set()


def test_every_error_that_is_raised_has_its_words():
    raised = {
        f"errors.{node.args[0].value}"
        for node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"ShabakatiError", "NotThere", "BookFileError", "SourceError"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert raised
    assert raised - entries("en").keys() == set()


def test_every_code_has_its_word_in_both_languages():
    for language in LANGUAGES:
        use(language)
        assert all(word(code) for code in CODES)


def test_every_table_and_column_has_its_title():
    for language in LANGUAGES:
        use(language)
        for table in TABLES:
            assert say(f"schema.{table}")
            assert all(say(f"schema.{table}.{column.name}") for column in columns(table))


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        say("no.such.key")


def test_a_name_of_the_other_script_stays_whole_inside_a_sentence():
    told = say("errors.book.newer", name="my_network.sqlite")
    assert "\u2068my_network.sqlite\u2069" in told
    use("en")
    assert not set(say("errors.book.newer", name="my_network.sqlite")) & set(ISOLATES)


def test_values_are_text_and_never_a_format():
    assert "{0.__class__}" in say("errors.book.newer", name="{0.__class__}")


def test_direction_follows_the_language():
    assert direction() == "rtl"
    use("en")
    assert direction() == "ltr"


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="ar"):
        use("fr")


def test_dates_and_lists_are_written_in_the_readers_way():
    day = dt.date(2026, 11, 23)
    assert say_date(day) == "23 نوفمبر 2026"
    assert say_list(["أ", "ب"]) == "أ وب"
    use("en")
    assert say_date(day) == "23 November 2026"
    assert say_list(["a", "b", "c"], "or") == "a, b, or c"
