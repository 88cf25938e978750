"""One style sheet and one script: what is in them, and in which order."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from designsys.catalogue import Catalogue, load
from designsys.errors import DesignsysError
from designsys.styles import bundle


def _order(css: str) -> list[str]:
    return re.findall(r"\.ds-(page|note|frame|entry|badge)\b", css)


def test_follows_the_order_of_the_catalogue(catalogue: Catalogue) -> None:
    made = bundle(catalogue)
    assert made.components == ("page", "entry", "frame", "note", "badge")
    assert _order(made.css) == list(made.components)


def test_tokens_and_base_come_first_whatever_is_used(catalogue: Catalogue) -> None:
    css = bundle(catalogue, {"badge"}).css
    assert css.startswith(":root{--ds-")
    assert css.index(".ds-visually-hidden") < css.index(".ds-badge")


def test_a_subset_has_the_same_rules_in_the_same_order(catalogue: Catalogue) -> None:
    made = bundle(catalogue, {"badge", "note"})
    assert made.components == ("note", "badge")
    assert _order(made.css) == ["note", "badge"]
    assert "entry" not in made.js


def test_a_component_added_to_a_folder_is_in_it(
    catalogue: Catalogue, add_component: Callable[..., Path]
) -> None:
    add_component("stamp", css=".ds-stamp { margin: 0; }")
    assert ".ds-stamp{" in bundle(load()).css


def test_a_layer_holds_everything(catalogue: Catalogue) -> None:
    plain, layered = bundle(catalogue), bundle(catalogue, layer="vendor.ds")
    assert layered.css == f"@layer vendor.ds{{\n{plain.css}}}\n"
    assert layered.js == plain.js


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is absent")
def test_modules_of_one_name_do_not_meet(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "designsys.mjs"
    file.write_text(bundle(catalogue).js, encoding="utf-8")
    subprocess.run(["node", "--check", str(file)], check=True, capture_output=True)


def test_each_module_is_a_block_of_its_own(catalogue: Catalogue) -> None:
    assert bundle(catalogue).js.endswith("\n{const key='entry';\n}\n{const key='note';\n}\n")


def test_what_scripts_share_comes_first_and_only_where_there_is_a_script(catalogue: Catalogue) -> None:
    assert bundle(catalogue, {"note"}).js.startswith("const isComposing=")
    assert bundle(catalogue, {"badge"}).js == ""


def test_css_that_does_not_parse_names_the_file(
    catalogue: Catalogue, add_component: Callable[..., Path]
) -> None:
    add_component("stamp", css=".ds-stamp { margin: 0; } }")
    with pytest.raises(DesignsysError, match=r"stamp\.css"):
        bundle(load())


def test_a_file_that_is_not_utf8_is_named(catalogue: Catalogue, add_component: Callable[..., Path]) -> None:
    (add_component("stamp") / "stamp.css").write_bytes("/* 窓口 */".encode("cp932"))
    with pytest.raises(DesignsysError, match=r"stamp\.css"):
        bundle(load())
