"""TLS by files: what is wrong with them is said before anybody comes."""

import ssl

import pytest

import certificates
from shabakati_serving.room.certificate import fits, speak_tls
from shabakati_serving.room.mistake import Mistake


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("certificates")


@pytest.fixture(scope="module")
def good(folder):
    return certificates.make(folder / "good")


def refused(certificate, key):
    with pytest.raises(Mistake) as caught:
        speak_tls(certificate, key)
    assert str(certificate) in caught.value.words() or str(key) in caught.value.words()
    return caught.value.kind


def test_a_certificate_and_its_key_speak_tls(good):
    context = speak_tls(*good)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_the_certificate_fits_its_own_names_only(good):
    context = speak_tls(*good)
    assert fits(context, good.certificate, "localhost")
    assert fits(context, good.certificate, "127.0.0.1")
    assert not fits(context, good.certificate, "rooms.example.org")
    assert not fits(context, good.certificate, "192.168.1.5")


def test_a_certificate_that_has_expired_is_refused(folder):
    old = certificates.make(folder / "old", start="20200101000000Z", end="20210101000000Z")
    assert refused(*old) == "certificate_expired"


def test_a_certificate_of_the_future_is_refused(folder):
    early = certificates.make(folder / "early", start="29980101000000Z")
    assert refused(*early) == "certificate_early"


def test_the_key_of_another_certificate_is_refused(folder, good):
    other = certificates.make(folder / "other")
    assert refused(good.certificate, other.key) == "key_foreign"


def test_a_key_with_a_password_is_refused_and_nobody_is_asked_for_it(folder, good):
    locked = certificates.lock(good.key, folder / "locked.pem")
    assert refused(good.certificate, locked) == "key_locked"


def test_files_that_are_missing_or_closed_are_named(folder, good):
    assert refused(folder / "none.pem", good.key) == "file_missing"
    assert refused(good.certificate, folder / "none.pem") == "file_missing"
    assert refused(folder, good.key) == "file_closed"  # a folder: nobody may read it as a file


def test_files_of_another_kind_are_refused(folder, good):
    for name, content in (("empty", b""), ("text", b"hello"), ("bytes", bytes(range(256)))):
        other = folder / name
        other.write_bytes(content)
        assert refused(other, good.key) == "certificate_unlike"
        assert refused(good.certificate, other) == "certificate_unlike"
    assert refused(good.key, good.certificate) == "certificate_unlike"  # the one for the other
