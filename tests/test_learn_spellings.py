"""Learning how names are spelt: the same pairs give the same weights."""

import importlib.util
import sys
from pathlib import Path

import numpy as np

HOME = Path(__file__).parents[1]
TOOL = HOME / "tools" / "learn_spellings.py"
sys.path.insert(0, str(TOOL.parent))
spec = importlib.util.spec_from_file_location("learn_spellings", TOOL)
tool = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tool)

HELD_OUT = HOME / "benchmarks" / "names_held_out.tsv"


def some_pairs():
    rows = [(latin, arabic) for latin, arabic, _ in tool.read(HELD_OUT)[:300]]
    spelt = [(tool.spelling(tool._plain(a)), tool.spelling(tool._plain(b))) for b, a in rows]
    return [pair for pair in spelt if min(map(len, pair)) > 2]


def learnt():
    pairs = some_pairs()
    quick = tool.learn_quick(pairs, (True, False), rounds=20)
    near = np.zeros((0, 2), dtype=np.int64)
    return tool.learn(pairs, (True, False), quick, near, least=3, epochs=1)


def test_the_same_pairs_give_the_same_weights():
    one, other = learnt(), learnt()
    assert one.units == other.units
    assert one.vector.tolist() == other.vector.tolist()


def test_letters_that_stand_for_each_other_are_found_without_being_told():
    learner = tool.aligned(some_pairs())
    weights = dict(zip(learner.units, learner.vector.tolist(), strict=False))
    for arabic, latin in zip("بمرل", "bmrl", strict=True):
        assert weights[arabic, latin] > 1
        assert weights.get((arabic, "k"), -8) < 0


def test_what_is_measured_by_is_never_learnt_from():
    held = tool.read(HELD_OUT)
    assert len(held) > 4_000
    assert {tool.part_of(latin, arabic) for latin, arabic, _ in held} == {0}


def test_close_pairs_are_of_two_names():
    rows = [("hassan", "حسن", 9), ("hussein", "حسين", 9), ("hasan", "حسن", 9), ("rare", "حسي", 1)]
    assert tool.close_pairs(rows) == {("حسين", "hassan"), ("حسين", "hasan"), ("حسن", "hussein")}
