"""Certificates of the tests' own, made by the `openssl` command."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

_CONFIG = """
[ca]
default_ca = own
[own]
database = {folder}/index
new_certs_dir = {folder}
serial = {folder}/serial
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = {names}
"""


class Pair(NamedTuple):
    """The files of a certificate and its key."""

    certificate: Path
    key: Path


def make(
    folder: Path,
    names: str = "DNS:localhost,IP:127.0.0.1",
    start: str = "20200101000000Z",
    end: str = "29991231000000Z",
) -> Pair:
    """A certificate that signed itself, for these names, valid from one moment to another."""
    if not shutil.which("openssl"):
        pytest.skip("needs the command openssl")
    folder.mkdir(parents=True)
    config, request = folder / "config", folder / "request.pem"
    pair = Pair(folder / "certificate.pem", folder / "key.pem")
    config.write_text(_CONFIG.format(folder=folder, names=names))
    (folder / "index").touch()
    (folder / "serial").write_text("1000\n")
    _openssl(
        "req",
        "-new",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=test",
        "-keyout",
        pair.key,
        "-out",
        request,
    )
    days = ["-startdate", start, "-enddate", end]
    sign = ["-selfsign", "-keyfile", pair.key, "-in", request, "-out", pair.certificate]
    _openssl("ca", "-batch", "-notext", "-config", config, *days, *sign)
    return pair


def lock(key: Path, locked: Path) -> Path:
    """The key again, with a password."""
    _openssl("pkey", "-in", key, "-aes256", "-passout", "pass:secret", "-out", locked)
    return locked


def _openssl(*words: object) -> None:
    done = subprocess.run(["openssl", *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
