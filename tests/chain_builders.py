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
