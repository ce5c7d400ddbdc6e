"""What the tests of the readers share: how lines are shown, and what must hold for those of any file."""

from actiontracker.records import Cell, LineKind, Source

H, L, F, T = LineKind.HEADING, LineKind.LIST_ITEM, LineKind.FURNITURE, LineKind.TEXT


def shown(source: Source) -> list[tuple[LineKind, str]]:
    """The lines that hold something, with their kind."""
    lines = [(line.kind, line.span.of(source.text)) for line in source.lines]
    return [(kind, words) for kind, words in lines if words]


def cells(source: Source) -> list[tuple[str, Cell | None]]:
    """The lines that hold something or stand in a cell, with their cell."""
    lines = [(line.span.of(source.text), line.cell) for line in source.lines]
    return [(words, cell) for words, cell in lines if words or cell]


def assert_sound(source: Source) -> None:
    """What every later stage relies on: lines in order within the text, none over a line end, all apart."""
    end = 0
    for line in source.lines:
        assert end <= line.span.start <= line.span.end <= len(source.text)
        assert not {"\n", "\r", "\f"} & set(line.span.of(source.text))
        assert line.number >= 1
        assert (line.page is None) == (source.pages is None)
        end = line.span.end


def assert_rendered(source: Source) -> None:
    """What holds besides for a text of our own making: nothing but gaps between lines, and numbers that count them."""
    assert_sound(source)
    end = 0
    for line in source.lines:
        assert line.number == source.text.count("\n", 0, line.span.start) + 1
        assert not source.text[end : line.span.start].strip("\n |")
        end = line.span.end
    assert end == len(source.text)
