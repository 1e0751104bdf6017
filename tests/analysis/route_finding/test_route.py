"""What answers about routes say of themselves, and what cannot be asked of them."""

from __future__ import annotations

import pytest
from chain_builders import golden

from valuegraph.analysis.routes import routes
from valuegraph.errors import ChainError, OptionError, UnknownPartError


def test_what_cannot_be_asked_is_refused() -> None:
    """Unknown parts, equal ends, foreign cursors, wrong numbers and unknown strengths."""
    chain = golden()
    with pytest.raises(UnknownPartError):
        routes(chain, start="alimm")
    with pytest.raises(ChainError, match="VG556"):
        routes(chain, start="coll", end="coll")
    with pytest.raises(ChainError, match="VG551"):
        routes(chain, start="maraichers")
    with pytest.raises(ChainError, match="VG560"):
        routes(chain, top=3)
    for cursor in ("", "x", "7bf702fbbff2.0", routes(chain, limit=2, end="cohesion").cursor):
        with pytest.raises(OptionError, match="VG561"):
            routes(chain, cursor=cursor)
    good = routes(chain, limit=2).cursor
    assert good is not None
    for broken in (good + ".ffff", good + ".-1", good.replace(".", ".f", 1), good[:12] + ".zz"):
        with pytest.raises(OptionError, match="VG561"):
            routes(chain, cursor=broken)
    with pytest.raises(OptionError, match="VG562"):
        routes(chain, limit=-1)
    with pytest.raises(OptionError, match="VG562"):
        routes(chain, max_links=-1)
    with pytest.raises(OptionError, match="VG561"):
        routes(chain, top=2, cursor=good)


def test_no_route_is_said() -> None:
    """An impact that nothing leads to is named in the limits, and there is no route to it."""
    chain = golden()
    chain.add_impact(id="alone")
    found = routes(chain, end="alone")
    assert (found.total, len(found)) == (0, 0)
    assert "VG521" in found.limits.codes()
    assert found.to_text("en").startswith("There is no route.")


def test_a_route_that_hinders_and_refuted_links() -> None:
    """Links that hinder are named; refuted ones are left out, and asked for they are back."""
    chain = golden()
    chain.change("hum-feeds-tran", status="refuted")
    chain.change("tran-precedes-dist", sign="-")
    found = routes(chain)
    assert found.total == 16
    assert {"VG504", "VG523"} <= set(found.limits.codes())
    everything = ("observed", "planned", "hypothesis", "disputed", "refuted")
    assert routes(chain, status=everything).total == 26


def test_the_answer_is_told_in_both_languages() -> None:
    """The text says how many routes there are, and the table has a row for each."""
    found = routes(golden())
    assert "26 chemins" in found.to_text("fr")
    assert "26 routes" in found.to_text("en")
    assert "9" in found.to_text("en")
    assert list(found.to_frame()["length"]) == [route.length for route in found]
    assert len(found.to_dict()["rows"]) == 26
