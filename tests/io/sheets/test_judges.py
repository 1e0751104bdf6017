"""Tables judged by programs that nobody here wrote."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import valuegraph as vg

Program = Callable[[str], str]


OPENED = [name for name in vg.example_names()
          if name not in ("conserverie_evaluee", "centre_social_amisc")]  # fmt: skip
"""The examples opened by LibreOffice, which is slow: one with an evaluation is enough."""


@pytest.mark.parametrize("saved", ["xlsx", "ods"])
def test_libreoffice_opens_and_saves_what_we_read_again(
    saved: str, program: Program, tmp_path: Path
) -> None:
    """Opened and saved by LibreOffice, in both formats, each workbook gives an equal chain.

    It opens them all at once: to start it takes longer than to open one.
    """
    ours = {tmp_path / f"{name}-{code}.{code}": vg.example(name)
            for name in OPENED for code in ("xlsx", "ods")}  # fmt: skip
    for path, chain in ours.items():
        vg.write(chain, path, keys="fr")
    folder = tmp_path / "saved"
    command = [program("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/lo",
               "--convert-to", saved, "--outdir", folder, *ours]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert len(list(folder.iterdir())) == len(ours)
    for path, chain in ours.items():
        assert vg.read(folder / f"{path.stem}.{saved}") == chain, path.name


@pytest.mark.parametrize("example", vg.example_names())
def test_frictionless_finds_the_folder_valid(example: str, tmp_path: Path) -> None:
    """Types, primary keys and foreign keys hold; a link to nowhere is found by it."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    vg.write(vg.example(example), f"{tmp_path}/")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    links = tmp_path / "links.csv"
    first, second, *rest = links.read_text("utf-8").splitlines()
    cells = second.split(",")
    cells[1] = "nowhere"
    links.write_text("\n".join([first, ",".join(cells), *rest]), "utf-8")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert {kind for (kind,) in report.flatten(["type"])} == {"foreign-key"}


@pytest.mark.parametrize("code", ["xlsx", "ods"])
def test_pandas_reads_the_sheets_we_write(code: str, tmp_path: Path) -> None:
    """Every sheet has as many rows as the chain has parts of its kind, by another reader."""
    import pandas as pd

    chain = vg.example("conserverie")
    vg.write(chain, tmp_path / f"a.{code}", keys="en")
    engine = {"xlsx": "openpyxl", "ods": "odf"}[code]
    frames = pd.read_excel(tmp_path / f"a.{code}", sheet_name=None, engine=engine)
    assert len(frames["Actors"]) == len(chain.actors)
    assert len(frames["Modalities"]) == len(chain.modalities)
    assert list(frames["Activities"]["id"]) == [part.id for part in chain.activities]


def test_the_workbook_has_no_date_and_no_name_of_a_person_or_machine() -> None:
    """Its properties say nothing of when, where or by whom."""
    content = vg.write(vg.example("conserverie"), format="xlsx")
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert b"dcterms:created" not in core
    assert b"openpyxl" not in core
