"""A coverage-guided fuzzer (atheris) against each reader: any bytes are read, or refused in words.

Run `python benchmarks/fuzz.py [--seconds 600] [--format vcard]`. Each format is a process of its
own, which ends at the first input that raises anything but our own errors, gives an intake that
the schema does not take, needs more than ten seconds, or more than 1 GB. What it found is kept in
`benchmarks/out/fuzz` and said with the numbers.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from seeds import SEEDS, WORDS

HERE = Path(__file__).parent
SECONDS = 600  # of each format
SLOWEST = 10  # seconds of one input
MOST_MEMORY = 1024  # MB
FRAMES_EVERY = 10  # intakes
LONGEST = 1 << 16  # bytes of one input


def fuzz(arguments: list[str]) -> None:
    """Fuzz in this process, which ends with it."""
    import atheris

    sys.path.insert(0, str(HERE.parent / "tests"))
    with atheris.instrument_imports(include=["shabakati.intake"]):
        import shabakati.intake  # noqa: F401
    from sound import read_any

    with_frames_now_and_then()
    atheris.Setup([sys.argv[0], *arguments], lambda data: read_any(data) and None)
    atheris.Fuzz()


def with_frames_now_and_then() -> None:
    """Make the frames of one intake in ten: they take most of the time, and are the same code.

    The rows that they would hold are checked every time.
    """
    from shabakati.intake.intake import COLUMNS, Intake, make_intake
    from sound import check_row

    empty = make_intake({}, [], [])
    turn = count()

    def lighter(rows, left_out, counts, *others, **named) -> Intake:
        left_out, counts = list(left_out), list(counts)
        if next(turn) % FRAMES_EVERY == 0:
            return make_intake(rows, left_out, counts, *others, **named)
        for table in COLUMNS:
            for row in rows.get(table, ()):
                bare = {name: row[name] for name in row if name in COLUMNS[table]}
                check_row(table, bare, len(rows["people"]))
        assert sum(each[3] for each in counts) == len(left_out)
        return empty

    for name, module in list(sys.modules.items()):
        if name.startswith("shabakati.intake.") and hasattr(module, "make_intake"):
            module.make_intake = lighter


def run(names: list[str], seconds: int) -> tuple[bool, str]:
    """Fuzz formats in one process of its own: whether all went well, and what to say of it."""
    name = "-".join(names)
    seeds = [seed for each in names for seed in SEEDS[each]]
    words = [word for each in names for word in WORDS[each]]
    out = HERE / "out" / "fuzz"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds):
            (corpus / str(number)).write_bytes(seed)
        dictionary = Path(folder) / "words"
        dictionary.write_text("".join(f"{_quoted(word)}\n" for word in words), "utf-8")
        done = subprocess.run(
            [
                *(sys.executable, __file__, "--here", str(corpus), f"-dict={dictionary}"),
                *(f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-max_len={LONGEST}"),
                *(f"-rss_limit_mb={MOST_MEMORY}", f"-artifact_prefix={out / name}-"),
                *("-print_final_stats=1", "-len_control=20"),
            ],
            capture_output=True,
            check=False,
        )
    told = done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
    if done.returncode != 0:
        return False, f"{name:12} FAILED\n{told[-4_000:]}"
    runs = re.findall(r"stat::number_of_executed_units:\s*(\d+)", told) or ["0"]
    memory = re.findall(r"stat::peak_rss_mb:\s*(\d+)", told) or ["0"]
    first, *_, last = re.findall(r"cov: (\d+)", told) or ["0", "0"]
    return int(runs[-1]) > 0, (
        f"{name:12} {int(runs[-1]):9,} inputs, coverage {first} to {last}, "
        f"{memory[-1]} MB at most, nothing found"
    )


def _quoted(word: str) -> str:
    """A line of libFuzzer's dictionary: ASCII, everything else as bytes in hexadecimal."""
    signs = (chr(b) if b < 128 else f"\\x{b:02x}" for b in word.replace('"', '\\"').encode())
    return '"' + "".join(signs) + '"'


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=SECONDS, help="of each format")
    options.add_argument("--format", choices=list(SEEDS), action="append", dest="formats")
    chosen = options.parse_args()
    went_well = True
    for name in chosen.formats or SEEDS:
        well, told = run([name], chosen.seconds)
        went_well = went_well and well
        print(told, flush=True)
    return 0 if went_well else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        fuzz(sys.argv[2:])
    else:
        sys.exit(main())
