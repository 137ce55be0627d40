"""Looks for words wherever a server could have left them: files, logs, temporary folders."""

import gzip
import io
import json
import os
import stat
import tempfile
import urllib.parse
import zipfile
from contextlib import suppress
from pathlib import Path

from served import ROOT

LARGEST = 64 << 20  # bytes of a file that is looked through
_THE_BROWSERS = ("playwright", "org.chromium", ".org.chromium", "chromium", "com.google")


def places():
    """Folders that a process of this user can write in, and those where systems keep logs."""
    home = Path.home()
    return {
        *map(Path, ("/tmp", "/var/tmp", "/dev/shm", "/run", "/var/log")),
        *(Path("/var/lib/systemd/coredump"), Path(tempfile.gettempdir()), ROOT),
        *(home / name for name in (".cache", ".local", ".config", ".ipython", ".jupyter")),
    }


def changed_since(moment, folders):
    """Files of these folders that were written since; what the browser keeps is its own."""
    for folder in folders:
        for parent, names, files in os.walk(folder):
            names[:] = [
                name
                for name in names
                if not name.startswith(_THE_BROWSERS)
                and name not in (".git", "node_modules", ".hypothesis", ".mypy_cache")
            ]
            for name in files:
                path = Path(parent, name)
                with suppress(OSError):
                    known = path.lstat()
                    late = max(known.st_mtime, known.st_ctime) >= moment
                    if late and stat.S_ISREG(known.st_mode) and known.st_size <= LARGEST:
                        yield path


def spellings(word):
    """The bytes by which a word could stand in a file."""
    told = json.dumps(word)[1:-1]
    quoted = urllib.parse.quote(word)
    return {
        *(word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")),
        *(text.encode() for text in (told, told.upper().replace("\\U", "\\u"), quoted)),
    }


def holds(data, words):
    """Which of the words are in these bytes, packed ones unpacked."""
    whole = [data, *_unpacked(data)]
    return {word for word in words for way in spellings(word) if any(way in one for one in whole)}


def _unpacked(data):
    with suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            yield name.encode()
            yield file.read(name)
    if data[:2] == b"\x1f\x8b":
        with suppress(Exception):
            yield gzip.decompress(data)


def found(words, moment, folders):
    """Where any of the words stands in a file written since."""
    told = {}
    for path in changed_since(moment, folders):
        with suppress(OSError):
            if held := holds(path.read_bytes(), words):
                told[str(path)] = held
    return told
