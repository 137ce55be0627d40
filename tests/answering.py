"""Somebody who knows who knows whom, and answers what the page asks with the fewest presses."""

from itertools import combinations

from shabakati.insight.asking import open_pairs, others_of, pairs_of, ties_of, to_ask
from shabakati.people.milieus import milieus

RINGS = ("closest", "close", "regular")


def inner(book, count):
    """The nearest people, ring by ring."""
    people = book.people
    ring = people["closeness"].astype("object")
    return [id_ for code in RINGS for id_ in people.index[ring == code]][:count]


def true_ties(book, people):
    return ties_of(book.ties) & pairs_of(people)


def replayed(book, people, truth):
    """The presses, and the ties that they told; every press is one of the page's."""
    mine = str(book.profile.loc[1, "organisation"])
    found = milieus(book.people.loc[people], book.events, mine)
    ties, apart, presses, put_off = set(), [], 0, set()
    while cards := [
        card
        for card in to_ask(found, open_pairs(people, ties, apart))
        if card.milieu.key not in put_off
    ]:
        told, cost = answer(cards[0], open_pairs(people, ties, apart), truth)
        presses += cost
        if told == "later":
            put_off.add(cards[0].milieu.key)
        elif told:
            ties |= pairs_of(told)
        else:
            apart.append(cards[0].milieu.members)
    while open_pairs(people, ties, apart) & truth:
        unsaid = open_pairs(people, ties, apart) & truth
        known = {who: {p for p in unsaid if who in p} for who in others_of(unsaid)}
        told = max(known.values(), key=len)
        presses += 1 + len(told)  # open the person, press each whom they know
        ties |= told
    return presses + bool(open_pairs(people, ties, apart)), ties  # "nobody else knows another"


def answer(card, left, truth):
    """Who is said to know one another; nobody; or "later", for what is told person by person."""
    mine = {pair for pair in left if set(pair) <= card.milieu.members}
    if not mine & truth:
        return (), 1
    if mine <= truth:
        return card.people, 1 + card.again  # choose all where nobody is chosen to begin with
    best, cost = max(
        ((some, choosing(some, card)) for some in cliques(card.people, truth)),
        key=lambda told: len(pairs_of(told[0]) & mine) - told[1],
        default=((), 0),
    )
    return (best, cost) if len(pairs_of(best) & mine) > cost else ("later", 1)


def choosing(some, card):
    """The presses that choose some of a card's people, and the one that tells."""
    others = len(card.people) - len(some)
    return 1 + (min(len(some), others + 1) if card.again else min(others, len(some) + 1))


def cliques(people, truth):
    """All sets of three or more of these people who all know one another."""
    for person in people:
        near = [p for p in people if p > person and (person, p) in truth]
        for size in range(2, len(near) + 1):
            for some in combinations(near, size):
                if pairs_of(some) <= truth:
                    yield (person, *some)
