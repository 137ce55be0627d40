"""Any sequence of operations does to the book what it does to a plain model."""

import copy
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from shabakati import Workbook
from shabakati.vocabulary import Relation

names = st.text(st.characters(codec="utf-8", categories=("L", "N", "S")), min_size=1, max_size=8)
relations = st.sampled_from([None, *(relation.value for relation in Relation)])


class BookAgainstModel(RuleBasedStateMachine):
    """The model: people as a dictionary, ties as a set, and every earlier state on two stacks."""

    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "book.sqlite"
        self.book = Workbook.open(self.path)
        self.people, self.ties = {}, set()
        self.done, self.undone = [], []
        self.told = []
        self.book.observe(self.told.append, names=["people"])

    def step(self):
        self.done.append((copy.deepcopy(self.people), set(self.ties)))
        self.undone.clear()

    @rule(name=names, relation=relations)
    def add(self, name, relation):
        self.step()
        id_ = self.book.add("people", name=name, relation=relation)
        assert id_ not in self.people
        self.people[id_] = [name, relation]

    @rule(added=st.lists(st.tuples(names, relations), min_size=1, max_size=5))
    def add_many(self, added):
        self.step()
        rows = [{"name": name, "relation": relation} for name, relation in added]
        with self.book.together("import"):
            ids = self.book.add_all("people", rows)
        self.people.update(zip(ids, map(list, added), strict=True))

    @precondition(lambda self: self.people)
    @rule(data=st.data(), relation=relations)
    def change_some(self, data, relation):
        ids = data.draw(st.lists(st.sampled_from(sorted(self.people)), min_size=1, unique=True))
        self.step()
        self.book.change("people", ids, relation=relation)
        for id_ in ids:
            self.people[id_][1] = relation

    @precondition(lambda self: len(self.people) > 1)
    @rule(data=st.data())
    def tie(self, data):
        two = data.draw(
            st.lists(st.sampled_from(sorted(self.people)), min_size=2, max_size=2, unique=True)
        )
        pair = tuple(sorted(two))
        if pair not in self.ties:
            self.step()
            self.book.add("ties", a=two[0], b=two[1])
            self.ties.add(pair)

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def remove(self, data):
        id_ = data.draw(st.sampled_from(sorted(self.people)))
        self.step()
        self.book.remove("people", id_)
        del self.people[id_]
        self.ties = {pair for pair in self.ties if id_ not in pair}

    @rule()
    def undo(self):
        assert self.book.undo() == bool(self.done)
        if self.done:
            self.undone.append((self.people, self.ties))
            self.people, self.ties = self.done.pop()

    @rule()
    def redo(self):
        assert self.book.redo() == bool(self.undone)
        if self.undone:
            self.done.append((self.people, self.ties))
            self.people, self.ties = self.undone.pop()

    @rule()
    def reopen(self):
        self.book.close()
        self.book = Workbook.open(self.path)
        self.book.observe(self.told.append, names=["people"])

    @rule()
    def carry_in_bytes(self):
        again = Workbook.from_bytes(self.book.to_bytes())
        assert again.people.equals(self.book.people)
        assert again.can_undo == self.book.can_undo
        assert again.can_redo == self.book.can_redo

    @invariant()
    def the_book_is_the_model(self):
        frame = self.book.people
        relation = frame["relation"].astype(object).where(frame["relation"].notna(), None)
        shown = dict(zip(frame.index, zip(frame["name"], relation, strict=True), strict=True))
        assert shown == {id_: tuple(cells) for id_, cells in self.people.items()}
        ties = self.book.ties
        assert set(zip(ties["a"], ties["b"], strict=True)) == self.ties
        assert self.book.can_undo == bool(self.done)
        assert self.book.can_redo == bool(self.undone)

    @invariant()
    def observers_saw_the_last_frame(self):
        if self.told and self.told[-1].owner is self.book:
            assert self.told[-1].new.equals(self.book.people)

    def teardown(self):
        self.book.close()
        self.folder.cleanup()


TestBookAgainstModel = BookAgainstModel.TestCase
TestBookAgainstModel.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
