"""For every rule of check, a change of a sound chain that it finds, and one it does not mind."""

from check_cases import chain_cases, evaluation_cases, link_cases, naming_cases, part_cases
from check_cases.case import Case, sound

CASES: tuple[Case, ...] = (
    *chain_cases.CASES,
    *part_cases.CASES,
    *link_cases.CASES,
    *naming_cases.CASES,
    *evaluation_cases.CASES,
)

__all__ = ["CASES", "Case", "sound"]
