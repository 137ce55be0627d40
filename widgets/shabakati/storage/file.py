"""The file: made whole or not at all, refused when it is not ours, migrated with a backup."""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shabakati.errors import BookFileError
from shabakati.schema import TABLES, columns
from shabakati.storage.rows import empty, quote, sql_type
from shabakati.storage.soundness import check_book

VERSION = 3  # of the tables; grows when a table, a column or a choice is added
APPLICATION_ID = 0x5368626B  # "Shbk": tells our files from other SQLite files
BUSY_SECONDS = 20  # how long a writer waits for another one

_HEADER = 100  # bytes of an SQLite header (https://www.sqlite.org/fileformat.html)
_MAGIC = b"SQLite format 3\x00"
# What SQLite says of a damaged file may itself hold letters that are none.
_FAILURES = (OSError, sqlite3.Error, UnicodeError)


def connect(path: Path | None) -> sqlite3.Connection:
    """Open the book's file, made if absent, or a book in memory.

    Raises
    ------
    BookFileError : the file is newer, foreign, damaged or read-only; it is left as it was.
    """
    if path is None:
        db = _in_memory()
        _create(db)
        return db
    try:
        # SQLite keeps its log beside the file and not beside a link to it.
        path = Path(os.path.realpath(path))
        if not path.exists():
            _create_file(path)
        _check_file_header(path)
        _check_writable(path)
        _check_pages(path)
        _migrate(path)
        db = _opened(path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
    except _FAILURES as error:
        raise translated(error, path.name) from error
    return db


def load(data: bytes, name: str) -> sqlite3.Connection:
    """A book in memory from the bytes of a file; raises `BookFileError` as `connect` does."""
    check_header(data[:_HEADER], len(data), name)
    db = _in_memory()
    try:
        db.deserialize(_without_log(data))
        _check(db, name)
        with _writing(db):
            _complete(db)
    except _FAILURES as error:
        db.close()
        raise translated(error, name) from error
    except BookFileError:
        db.close()
        raise
    return db


def _in_memory() -> sqlite3.Connection:
    """An empty database that writes no file, not even to sort."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA temp_store = MEMORY")
    return db


def dump(db: sqlite3.Connection) -> bytes:
    """The whole book as the bytes of a file."""
    return _without_log(db.serialize())


def write_whole(data: bytes, path: Path) -> None:
    """Write a file of mode 0600 that appears under its name only when it is complete.

    Raises
    ------
    BookFileError : no room, no such folder, or a book is open there, whose log would be taken for
        a part of the new file.
    """
    if path.with_name(f"{path.name}-wal").exists():
        raise BookFileError("book.busy", name=path.name)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        raise translated(error, path.name) from error
    finally:
        part.unlink(missing_ok=True)


def check_header(head: bytes, size: int | None, name: str) -> None:
    """Refuse what is not a book, or shorter than it says, before SQLite has touched it.

    `size` is in bytes; None where a write-ahead log may hold the rest.
    """
    if not head.startswith(_MAGIC[: len(head)]) or (head and len(head) < len(_MAGIC)):
        raise BookFileError("book.foreign", name=name)
    if len(head) < _HEADER:
        raise BookFileError("book.damaged", name=name)
    (version,) = struct.unpack(">I", head[60:64])
    (application,) = struct.unpack(">I", head[68:72])
    if application != APPLICATION_ID:
        raise BookFileError("book.foreign", name=name)
    if version > VERSION:
        raise BookFileError("book.newer", name=name)
    (page_size, pages) = struct.unpack(">H10xI", head[16:32])
    # SQLite itself reads a page that was cut off as zeros.
    if size is not None and size < (page_size if page_size > 1 else 65_536) * pages:
        raise BookFileError("book.damaged", name=name)


def translated(error: Exception, name: str) -> BookFileError:
    """What SQLite or the system says, as one of our errors."""
    if isinstance(error, sqlite3.Error):
        # The lower byte is the kind; what stands in the message may come from the file.
        kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        return BookFileError(f"book.{_SQLITE_KINDS.get(kind, 'damaged')}", name=name)
    if isinstance(error, UnicodeError):
        return BookFileError("book.damaged", name=name)
    if isinstance(error, PermissionError):
        return BookFileError("book.read_only", name=name)
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    return BookFileError("book.full" if full else "book.no_folder", name=name)


_SQLITE_KINDS = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "no_folder",
}


def _without_log(data: bytes) -> bytes:
    # Bytes 18 and 19 say "write-ahead log", which a book in memory cannot have.
    return data[:18] + b"\x01\x01" + data[20:]


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)


def _check_file_header(path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    with path.open("rb") as book:
        check_header(book.read(_HEADER), None if has_log else path.stat().st_size, path.name)


def _check_writable(path: Path) -> None:
    # The mode is asked too: an administrator may write where the owner asked for no writing.
    if not path.stat().st_mode & 0o200 or not os.access(path, os.W_OK):
        raise BookFileError("book.read_only", name=path.name)


def _check_pages(path: Path) -> None:
    """Read every page through a connection that cannot write."""
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        _check(db, path.name)
    finally:
        db.close()


def _check(db: sqlite3.Connection, name: str) -> None:
    db.execute("PRAGMA trusted_schema = OFF")
    if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise BookFileError("book.damaged", name=name)
    version = _version(db)
    if version > VERSION:
        raise BookFileError("book.newer", name=name)
    check_book(db, name, complete=version == VERSION)


def _create_file(path: Path) -> None:
    """Make a new book beside its place and move it there, never over another one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        db = sqlite3.connect(part, isolation_level=None)
        _create(db)
        db.close()
        try:
            os.link(part, path)  # unlike a rename, fails where another process was quicker
        except FileExistsError:
            return
        except OSError:  # a file system without links
            if not path.exists():
                os.rename(part, path)
    finally:
        part.unlink(missing_ok=True)


def _create(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with _writing(db):
        _complete(db)


def _migrate(path: Path) -> None:
    """Bring an older file forward, after a copy of it was laid beside it."""
    db, reader = _opened(path), _opened(path)
    try:
        if _version(db) < VERSION:
            # Whoever waited here finds the work done, and the copy as it was before it.
            with _writing(db):
                if (version := _version(db)) < VERSION:
                    backup = path.with_name(f"{path.name}.v{version}.bak")
                    write_whole(dump(reader), backup)
                    _complete(db)
            # The header on disk tells the version even before the log is folded in.
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        reader.close()
        db.close()


def _version(db: sqlite3.Connection) -> int:
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    return found


@contextmanager
def _writing(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _complete(db: sqlite3.Connection) -> None:
    """Tables and columns that the schema has and the file has not."""
    for table in TABLES:
        db.execute(f"CREATE TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY AUTOINCREMENT)")
        present = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        for column in columns(table):
            if column.name not in present:
                name, kind, start = quote(column.name), sql_type(column), empty(column)
                default = "NULL" if start is None else f"'{start}'"
                db.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind} DEFAULT {default}")
    for statement in _MACHINERY:
        db.execute(statement)
    db.execute("INSERT OR IGNORE INTO profile (id) VALUES (1)")
    db.execute(f"PRAGMA user_version = {VERSION}")


_MACHINERY = (
    "CREATE TABLE IF NOT EXISTS versions (name TEXT PRIMARY KEY, n INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS steps (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " label TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, step INTEGER NOT NULL,"
    " name TEXT NOT NULL, row INTEGER NOT NULL, other TEXT)",
    "CREATE INDEX IF NOT EXISTS entries_step ON entries (step)",
    "CREATE INDEX IF NOT EXISTS ties_a ON ties (a)",
    "CREATE INDEX IF NOT EXISTS ties_b ON ties (b)",
    "CREATE INDEX IF NOT EXISTS exchanges_person ON exchanges (person)",
    "CREATE INDEX IF NOT EXISTS sources_person ON sources (person)",
)
