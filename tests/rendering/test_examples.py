"""An example is rendered from the source that the documentation shows."""

from __future__ import annotations

from pathlib import Path

from designsys.catalogue import load
from designsys.rendering.examples import example_environment, render_example


def test_the_html_is_that_of_the_source(components: Path) -> None:
    example = load([components])["sample"].example("default")
    environment = example_environment([components])
    shown = environment.from_string(example.source("en")).render().strip()
    assert render_example(example, "en", environment).strip() == shown
    assert "<b>Sample</b>" in shown
    assert "<b>試し</b>" in render_example(example, "ja", environment)
