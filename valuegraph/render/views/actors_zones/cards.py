"""The tiles of the view ``actors``: the head of an actor, its rows, and what they join."""

from __future__ import annotations

from dataclasses import replace

from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Part
from valuegraph.render.icons import icon_for
from valuegraph.render.views.actors_zones.flows import Flow
from valuegraph.render.views.blocks.badges import circuit_looks
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.tile import Tile, Tone, part_tile, tone_of
from valuegraph.render.words import say


def actor_card(actor: Actor, total: str, setting: Setting) -> Tile:
    """Return the head of an actor's block: its name, and what it gives and receives in all."""
    language = setting.language
    theme = setting.theme
    roles = "\n".join(actor.texts("roles", language))
    description = actor.text("description", language)
    return Tile(
        actor.id, "actor", actor.label(language),
        Tone(theme.frame, theme.ink, theme.frame_label),
        note=total, icon=icon_for("part", "actor"), status=actor.status,
        description="\n".join(text for text in (description, roles) if text),
    )  # fmt: skip


def flow_card(flow: Flow, chain: ValueChain, setting: Setting, *, both: bool) -> Tile:
    """Return one row: its circuit's badge, what passes, how much and what comes back.

    ``both`` says that the actor gives and receives: each row then tells which.
    """
    language, theme = setting.language, setting.theme
    look = circuit_looks(chain, setting.options).get(flow.circuit)
    way = say("they bring one" if flow.gives else "they receive one", language) if both else ""
    what = say("told of", language, what=way, text=flow.what) if way else flow.what
    back = say("in return", language, what=flow.back) if flow.back.strip() else ""
    note = " · ".join(text for text in (flow.amount, back) if text)
    tone = (
        Tone(look.colours.tint, theme.ink, look.colours.full) if look else
        replace(tone_of("other", theme), accent=theme.frame_label)
    )  # fmt: skip
    return Tile(flow.ref, "flow", what, tone, note=note, badge=look,
                icon="" if look else flow.icon, status=flow.status, bold=False,
                parts=flow.links)  # fmt: skip


def hub_card(hub: Part | str, chain: ValueChain, setting: Setting) -> Tile:
    """Return the card of what stands in the middle; ``chain`` is the whole chain."""
    if isinstance(hub, Part):
        return part_tile(hub, setting)
    words = say("whole chain", setting.language)
    return Tile(WHOLE_CHAIN, "chain", words, tone_of("chain", setting.theme), icon="layers")
