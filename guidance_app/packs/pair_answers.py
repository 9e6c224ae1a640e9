"""The answers that can be given to one question in two packs at once, those that do alike together.

An answer fits a pack or does not: an option may be there in one of the two only. Answers that show
the same in both packs are counted, not listed, so that options nothing reads cost nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from guidance_app.core.ids import OptionId
from guidance_app.core.pack import Kind

from .flow_facts import NO_OPTION
from .flow_graph import Crossing
from .flow_search import MOST_STATES, TooWide

MANY = 2
"""From here on it no longer matters how many options were chosen together."""


@dataclass(frozen=True, slots=True)
class Took:
    """What one pack makes of an answer: the facts it shows, and the option where it is but one."""

    shows: int
    option: OptionId


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """An answer as options, what each pack makes of it (None: it does not fit), and how many do so.

    Where several answers do alike, `options` are the fewest.
    """

    options: tuple[OptionId, ...]
    old: Took | None
    new: Took | None
    alike: int = 1


@dataclass(frozen=True, slots=True)
class Meant:
    """A question as one pack has it, and those facts that anything there or later still reads."""

    crossing: Crossing
    reads: int

    @property
    def kind(self) -> Kind:
        """How the pack lets it be answered."""
        return self.crossing.question.kind


def pair_answers(old: Meant | None, new: Meant | None) -> Iterator[PairAnswer]:
    """Yield the answers that fit at least one of the two; None is a pack that does not ask."""
    asked = [meant for meant in (old, new) if meant is not None]
    worded = [meant for meant in asked if meant.kind not in (Kind.ONE, Kind.SEVERAL)]
    if worded:
        took = [_worded(meant) for meant in (old, new)]
        yield PairAnswer((NO_OPTION,), took[0], took[1])
    chosen = [meant for meant in asked if meant not in worded]
    if not chosen:
        return
    if all(meant.kind is Kind.ONE for meant in chosen):
        yield from _single(old, new)
    else:
        yield from _chosen(old, new)


def _worded(meant: Meant | None) -> Took | None:
    way = meant.crossing.ways.get(NO_OPTION) if meant is not None else None
    return None if meant is None or way is None else Took(way.shows & meant.reads, NO_OPTION)


def _single(old: Meant | None, new: Meant | None) -> Iterator[PairAnswer]:
    """Yield the answers where each is one option."""
    for option in _options(old, new):
        took = [_one(meant, option) for meant in (old, new)]
        yield PairAnswer((option,), took[0], took[1])


def _options(*meant: Meant | None) -> tuple[OptionId, ...]:
    """Return the options of both, each once."""
    both = (option for one in meant if one is not None for option in one.crossing.ways)
    return tuple(dict.fromkeys(option for option in both if option != NO_OPTION))


def _one(meant: Meant | None, option: OptionId) -> Took | None:
    way = meant.crossing.ways.get(option) if meant is not None else None
    return None if meant is None or way is None else Took(way.shows & meant.reads, option)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What has been chosen together so far, as one pack sees it; `there`: it knows all of it."""

    shows: int = 0
    option: OptionId = NO_OPTION
    there: bool = True
    alone: bool = False

    def also(self, meant: Meant | None, option: OptionId, many: bool) -> "_Chosen":
        """Return this with `option` chosen too."""
        if meant is None:
            return self
        way, known = meant.crossing.ways.get(option), meant.crossing.question.option(option)
        if way is None or known is None or not self.there:
            return _Chosen(there=False)
        single = NO_OPTION if many or meant.kind is Kind.SEVERAL else option
        alone = self.alone or known.exclusive
        return _Chosen(self.shows | way.shows & meant.reads, single, True, alone)

    def took(self, meant: Meant | None, many: bool) -> Took | None:
        """Return what the pack makes of it, or None where it does not fit."""
        if meant is None or not self.there or meant.kind not in (Kind.ONE, Kind.SEVERAL):
            return None
        if many and (meant.kind is Kind.ONE or self.alone):
            return None
        return Took(self.shows, self.option)


_Key = tuple[int, _Chosen, _Chosen]


@dataclass(slots=True)
class _Pool:
    """Sets of options that do alike: the fewest of them, and how many sets there are."""

    found: dict[_Key, tuple[tuple[OptionId, ...], int]] = field(default_factory=dict)

    def put(self, key: _Key, options: tuple[OptionId, ...], alike: int) -> None:
        """Count `options` among those that do alike."""
        best, known = self.found.get(key, (options, 0))
        self.found[key] = (best if len(best) <= len(options) else options, known + alike)


def _chosen(old: Meant | None, new: Meant | None) -> Iterator[PairAnswer]:
    """Yield the answers where several options may be chosen in at least one of the two."""
    pool = _Pool({(0, _Chosen(), _Chosen()): ((), 1)})
    for option in _options(old, new):
        for (size, was, now), (options, alike) in tuple(pool.found.items()):
            many = size > 0
            key = (
                min(size + 1, MANY),
                was.also(old, option, many),
                now.also(new, option, many),
            )
            pool.put(key, (*options, option), alike)
        if len(pool.found) > MOST_STATES:
            raise TooWide
    for (size, was, now), (options, alike) in pool.found.items():
        took = [was.took(old, size >= MANY), now.took(new, size >= MANY)]
        if size and any(taken is not None for taken in took):
            yield PairAnswer(options, took[0], took[1], alike)
