"""TLS by files: whether certificate and key fit each other, the day and the room's name."""

from __future__ import annotations

import ssl
from pathlib import Path

from shabakati_serving.room.mistake import Mistake

_EXPIRED, _NOT_YET = 10, 9  # OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED, …_CERT_NOT_YET_VALID
_FOREIGN = "KEY_VALUES_MISMATCH"


def speak_tls(certificate: Path, key: Path) -> ssl.SSLContext:
    """What the server speaks TLS with; a `Mistake` says what is wrong with the files."""
    for path in (certificate, key):
        _read(path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(certificate, key, password=_no_password)
    except _Locked:
        raise Mistake("key_locked", file=str(key)) from None
    except ssl.SSLError as error:
        kind = "key_foreign" if error.reason == _FOREIGN else "certificate_unlike"
        raise Mistake(kind, file=str(certificate), second=str(key)) from None
    _check_day(context, certificate, key)
    return context


def fits(context: ssl.SSLContext, certificate: Path, host: str) -> bool:
    """Whether the certificate is for this host; browsers warn where it is not."""
    try:
        _greet(context, certificate, host)
    except ssl.SSLCertVerificationError:
        return False
    return True


class _Locked(Exception):
    """The key asks for a password."""


def _no_password() -> bytes:
    raise _Locked


def _read(path: Path) -> None:
    try:
        path.read_bytes()
    except FileNotFoundError:
        raise Mistake("file_missing", file=str(path)) from None
    except OSError:
        raise Mistake("file_closed", file=str(path)) from None


def _check_day(context: ssl.SSLContext, certificate: Path, key: Path) -> None:
    try:
        _greet(context, certificate)
    except ssl.SSLCertVerificationError as error:
        if error.verify_code == _EXPIRED:
            raise Mistake("certificate_expired", file=str(certificate)) from None
        if error.verify_code == _NOT_YET:
            raise Mistake("certificate_early", file=str(certificate)) from None
        raise Mistake("certificate_unlike", file=str(certificate), second=str(key)) from error


def _greet(server: ssl.SSLContext, certificate: Path, host: str = "") -> None:
    """One handshake in memory, by a client that trusts this certificate and looks at its days.

    With a host, it looks at the name too. Raises `SSLCertVerificationError`.
    """
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = bool(host)
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    client.load_verify_locations(certificate)
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    sides = [
        client.wrap_bio(back, there, server_hostname=host or None),
        server.wrap_bio(there, back, server_side=True),
    ]
    for _ in range(4):
        for side in list(sides):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
            sides.remove(side)
