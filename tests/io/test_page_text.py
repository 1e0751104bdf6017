"""Chains read back from web pages: equal, bounded, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from strategies import chains

import valuegraph as vg
from valuegraph.io.page_text import carried

START = '<!DOCTYPE html><html><body><script type="application/json" class="valuegraph-chain">'


@pytest.mark.parametrize("name", vg.example_names())
def test_a_page_gives_back_its_chain(name: str, tmp_path: Path) -> None:
    """From a file, its text, its bytes, a fragment, and a fragment inside a host's page."""
    chain, file = vg.example(name), tmp_path / "a.html"
    page = vg.draw(chain, file, view="matrix").html
    piece = vg.html(chain, fragment=True, view="matrix")
    hosted = (
        f"<!doctype html><html><body><script>var a = 1 < 2</script>{piece}{piece}</body></html>"
    )
    for source in (file, str(file), page, page.encode(), piece, hosted):
        assert vg.read(source) == chain


@given(chains())
@settings(max_examples=25)
def test_any_chain_comes_back(chain: vg.ValueChain) -> None:
    """Whatever its texts, a page of any chain is made and gives an equal chain."""
    assert vg.read(vg.draw(chain, view="matrix").html) == chain


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><title>Rien</title>",
        "<html><script>x</script>",
        '<!DOCTYPE html><p class="valuegraph-chain">{"valuegraph": 1}</p>',
        "<!DOCTYPE html><script",
    ],
)
def test_a_page_without_a_chain_says_so(page: str) -> None:
    """It is not read as YAML, and one thing is told."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(page)
    assert caught.value.problems.codes() == ("VG186",)


def test_a_page_with_two_chains_is_not_guessed() -> None:
    """The error says how many there are."""
    pieces = [vg.html(vg.ValueChain(name), fragment=True, view="matrix") for name in "AB"]
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read("<!DOCTYPE html>" + "".join(pieces))
    assert caught.value.problems.codes() == ("VG187",)
    assert "2" in caught.value.problems[0].message("en")


def test_a_carried_text_that_is_no_chain_is_refused_as_any_file() -> None:
    """Its mistakes are those of its JSON; the markup around it plays no part."""
    with pytest.raises(vg.FileFormatError) as caught:
        vg.read(START + '{"valuegraph": 1, "nmae": "x"}</script></body></html>')
    assert "VG201" in caught.value.problems.codes()


def test_a_page_that_never_ends_takes_no_time() -> None:
    """A hundred thousand openings are looked at once each."""
    text = "<!DOCTYPE html>" + "<script class=a>" * 100_000
    assert carried(text)[0] is None
    assert carried("<!DOCTYPE html>" + "<script " * 200_000)[0] is None
