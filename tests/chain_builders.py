"""Small chains that several tests of the model start from."""

from __future__ import annotations

from valuegraph.model.chain import ValueChain


def golden() -> ValueChain:
    """Return the golden example of the design, whose numbers are known by hand."""
    chain = ValueChain("Exemple")
    for actor in ("maraichers", "habitants", "agglo", "clirse"):
        chain.add_actor(actor.capitalize(), id=actor)
    chain.add_resource(id="alim", by=["maraichers"])
    chain.add_resource(id="hum", by=["habitants"])
    chain.add_resource(id="log", by=["habitants", "agglo"])
    chain.add_activity(id="coll", uses=["alim"], receives={"gift": "Surplus", "market": "Achats"})
    chain.add_activity(
        id="tran", after="coll", uses=["hum"], receives={"gift": "Bénévolat", "market": "Emploi"}
    )
    chain.add_activity(
        id="dist",
        after="tran",
        uses=["log"],
        gives={"gift": "Cessions", "local_exchange": "Tic-Tacs"},
    )
    chain.add_support(id="rd", by="clirse")
    chain.add_support(id="plateforme", supports=["dist"])
    chain.add_impact(id="cohesion", of=["tran", "dist"], renews=["hum"])
    chain.add_impact(id="transition", of=["coll", "dist"], renews=["alim"])
    return chain


def looped() -> ValueChain:
    """Return the cyclic example of the design: R→A, S→B, A⇄B, B→I; C⇄D; A and C→I2."""
    chain = ValueChain()
    for resource in "RS":
        chain.add_resource(id=resource)
    chain.add_activity(id="A", uses=["R"])
    chain.add_activity(id="B", uses=["S"], after=["A"])
    chain.link("B", "precedes", "A")
    chain.add_impact(id="I", of=["B"])
    chain.add_activity(id="C")
    chain.add_activity(id="D", after=["C"])
    chain.link("D", "precedes", "C")
    chain.add_impact(id="I2", of=["A", "C"])
    return chain
