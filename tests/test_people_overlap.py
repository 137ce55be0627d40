"""Where many rare names are in two sources, one more is likelier to be the same person."""

from shabakati.people.overlap import learnt


def test_sources_that_share_many_people_make_a_pair_likelier():
    sources = ["linkedin"] * 300 + ["phone"] * 300
    few = [(i, 300 + i) for i in range(3)]
    many = [(i, 300 + i) for i in range(250)]
    rare = [True] * 600
    doubtful = learnt(few, [6.0, 6.0, 0.0], sources, rare)[-1]
    likely = learnt(many, [6.0] * 249 + [0.0], sources, rare)[-1]
    assert likely > doubtful


def test_nothing_is_learnt_from_nothing():
    assert learnt([], [], [], []).tolist() == []
