"""What mkdocs calls while it builds: pages that nobody writes, and what pages ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generators import drawings, mechanisms
from generators.commands import commands_page
from generators.directives import filled
from generators.files import file_page
from generators.glossary import glossary_page
from generators.mathematics import typeset
from generators.names import names_page
from generators.outside import close_doors
from generators.python_api import python_page
from generators.rest import rest_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_PLACE = "explanation/mechanisms"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the mechanisms where the navigation names their folder."""
    config.nav = _with_mechanisms(config.nav)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and pictures that are made."""
    made = {
        "reference/commands.md": commands_page(),
        "reference/case-file.md": file_page("case"),
        "reference/trial-file.md": file_page("trial"),
        "reference/names.md": names_page(),
        "reference/python.md": python_page(),
        "reference/rest.md": rest_page(),
        "reference/glossary.md": glossary_page(),
        **mechanisms.pages(),
        **drawings.drawings(),
    }
    for place, content in made.items():
        files.append(File.generated(config, place, content=content))
    return files


def on_page_markdown(markdown: str, config: MkDocsConfig, **_: Any) -> str:
    """Fill in what a page asks for."""
    return filled(markdown, Path(config.docs_dir))


def on_page_content(html: str, **_: Any) -> str:
    """Typeset its mathematics."""
    return typeset(html)


def on_post_page(output: str, **_: Any) -> str:
    """Give the dialog of the search a name, for those who hear the page."""
    return output.replace('role="dialog"', 'role="dialog" aria-label="Search"', 1)


def on_post_build(config: MkDocsConfig) -> None:
    """Leave no address of another machine in the scripts."""
    close_doors(Path(config.site_dir))


def _with_mechanisms(part: Any) -> Any:
    if isinstance(part, list):
        return [_with_mechanisms(one) for one in part]
    if isinstance(part, dict):
        return {name: _with_mechanisms(one) for name, one in part.items()}
    return mechanisms.navigation() if part == _PLACE else part
