"""Laying the parts of one name beside those of another."""

import numpy as np

from shabakati.people.pairing import ALONE, together, ways

NONE = np.array([False])


def says(rows, given=NONE):
    return float(together(np.array([rows], dtype=float), given)[0])


def test_parts_are_laid_where_they_say_most():
    assert says([[9, -4], [-4, 9]]) == 18
    assert 15 < says([[-4, 9], [9, -4]]) < 18


def test_given_names_in_another_order_are_another_persons():
    assert says([[-4, 9], [9, -4]], np.array([True])) < 6


def test_one_part_that_is_not_alike_outweighs_one_that_is():
    assert says([[14, -4], [-4, -4]]) < says([[5, -4], [-4, 5]])


def test_a_middle_name_may_be_missing_a_first_name_may_not():
    middle = says([[9, -4, -4], [-4, -4, 9]])
    first = says([[-4, 9, -4], [-4, -4, 9]])
    last = says([[9, -4, -4], [-4, 9, -4]])
    assert middle > last > first


def test_a_part_alone_says_little_of_several():
    assert says([[14, -4]]) == ALONE


def test_every_part_of_the_shorter_name_has_its_own():
    for way in ways(2, 4):
        assert len(set(way.places)) == 2
    assert len(ways(2, 4)) == 12
