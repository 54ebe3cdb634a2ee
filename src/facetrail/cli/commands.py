"""The commands and their options; each imports what it needs when it runs."""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from facetrail.cli.terminal import Terminal

FORMATS = ("html", "md", "json", "svg")
SEVERITIES = ("critical", "high", "medium", "low")

Command = Callable[..., int | None]


class PipeClosed(Exception):
    """Nobody reads the output any more."""


class _Commands(click.Group):
    """Commands in the order of their use; a closed pipe is told from other failures."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error


class _ModelWord(click.ParamType[str]):
    """A word that means models; a shell completes it with the names in models/ and with files."""

    name = "model"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from facetrail.application.find import known

        names = [CompletionItem(model.name) for model in known()]
        return [
            *(item for item in names if item.value.startswith(incomplete)),
            CompletionItem(incomplete, type="file"),
        ]


class _PatternWord(click.ParamType[str]):
    """The name of a pattern; the application says what is wrong with one that is none."""

    name = "pattern"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from facetrail.application.new import patterns

        return [
            CompletionItem(name, help=summary)
            for name, summary in patterns().items()
            if name.startswith(incomplete)
        ]


class _ListsPatterns(click.Command):
    """A command whose help ends with the patterns, which are looked up only for it."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from facetrail.application.new import patterns

        with formatter.section("Patterns"):
            formatter.write_dl(list(patterns().items()))


def _set(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def note(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        setattr(ctx.ensure_object(Terminal), name, value)

    return note


_debug = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_set("debug"),
    help="Show the traceback of a failure.",
)


def _common(command: Command) -> Command:
    """The options of every command that reads models."""
    for option in (
        _debug,
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=_set("quiet"),
            help="Only results and problems: no progress, no notes, no prints of the model.",
        ),
        click.option(
            "--time-limit",
            "seconds",
            type=click.FloatRange(min=0, min_open=True),
            default=30,
            show_default=True,
            metavar="SECONDS",
            help="How long a model may take to run.",
        ),
    ):
        command = option(command)
    return command


_security = click.option(
    "--security",
    is_flag=True,
    help="Add the security threats that pytm itself finds, apart from ours and in no score.",
)


def _refuse_security(forms: str) -> NoReturn:
    """Say that pytm's threats have no place in what was asked for."""
    raise click.UsageError(
        f"--security needs --format {forms}: the other forms hold privacy threats only"
    )


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 threats at or above a gate that was asked for, 2 could not run.",
)
@click.version_option(package_name="facetrail", message="%(prog)s %(version)s")
@click.pass_context
def facetrail(ctx: click.Context) -> None:
    """Follow the face: where a system's biometric and identity data go, and the privacy threats.

    MODEL is a Python file, a folder, or a name in models/ such as
    sim_registration/kept. Reading a model runs it: treat one from somebody
    else like any program.

    Completion for bash, and likewise for zsh and fish:

    \b
      eval "$(_FACETRAIL_COMPLETE=bash_source facetrail)"
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@facetrail.command()
@click.argument("words", metavar="[MODEL]...", nargs=-1, type=_ModelWord())
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    metavar="FOLDER",
    help="Where to write.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="Write only this; may be repeated.  [default: all]",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="Exit with 1 if a threat is this severe or worse.",
)
@_security
@_common
@click.pass_obj
def render(
    terminal: Terminal,
    words: Sequence[str],
    output: str,
    formats: Sequence[str],
    fail_on: str | None,
    security: bool,
    seconds: float,
) -> int:
    """Write the picture and the threats of every MODEL.  [default: all in models/]

    Each model gets a folder of its own with report.html, report.md, report.json, map.svg and the
    pictures beside it; README.md in FOLDER shows all of them. A model that fails leaves its
    earlier files as they were, and the others are written all the same.
    """
    from facetrail.cli.rendering import render_models

    formats = formats or FORMATS
    if security and {"html", "md"}.isdisjoint(formats):
        _refuse_security("html or md")
    return render_models(terminal, words, output, formats, seconds, fail_on, security=security)


@facetrail.command()
@click.argument("word", metavar="MODEL", type=_ModelWord())
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json", "csv", "md")),
    default="table",
    show_default=True,
    help="A table for people, or the same for other programs; json is the whole report.",
)
@_security
@_common
@click.pass_obj
def threats(terminal: Terminal, word: str, form: str, security: bool, seconds: float) -> None:
    """List the privacy threats of one MODEL, worst first.

    Those that rest on a step which nobody has established come apart.
    """
    from facetrail.cli.listing import list_threats

    if security and form not in ("table", "md"):
        _refuse_security("table or md")
    list_threats(terminal, word, form, seconds, security=security)


@facetrail.command()
@click.argument("word", metavar="MODEL", type=_ModelWord())
@_common
@click.pass_obj
def questions(terminal: Terminal, word: str, seconds: float) -> None:
    """List the open questions of one MODEL, most worth asking first.

    A question is something the model does not say and that decides threats. One that is open at
    several places is one line; what matters only under some answer is asked once that is given.
    """
    from facetrail.cli.listing import list_questions

    list_questions(terminal, word, seconds)


@facetrail.command()
@click.argument("word", metavar="MODEL", type=_ModelWord())
@click.argument("datum", metavar="DATA")
@_common
@click.pass_obj
def trail(terminal: Terminal, word: str, datum: str, seconds: float) -> None:
    """Show where one datum of a MODEL goes, and what is made from it.

    Every place in the order of the paths: who runs it, what can be got from the data there,
    under which protections, for how long, and how well that is known. DATA is a name in the
    model, in any case; its beginning will do.
    """
    from facetrail.cli.listing import show_trail

    show_trail(terminal, word, datum, seconds)


@facetrail.command()
@click.argument("words", metavar="MODEL MODEL...", nargs=-1, required=True, type=_ModelWord())
@click.option("-o", "--output", metavar="FILE", help="Write a page with the maps, FILE.html.")
@_common
@click.pass_obj
def compare(terminal: Terminal, words: Sequence[str], output: str | None, seconds: float) -> None:
    """Put variants of a system side by side: what tells them apart.

    Counts, the threats of each and where they stand, what each party knows, and what every further
    MODEL costs and brings against the first.
    """
    from facetrail.cli.comparing import compare_models

    compare_models(terminal, words, output, seconds)


@facetrail.command()
@click.argument("words", metavar="MODEL MODEL...", nargs=-1, required=True, type=_ModelWord())
@click.option(
    "--same",
    multiple=True,
    metavar="NAME[=NAME]...",
    help="Names that mean one thing in several of the models; may be repeated.",
)
@click.option(
    "--name", metavar="NAME", help="What to call the whole.  [default: the models' names]"
)
@click.option("-o", "--output", metavar="FOLDER", help="Write the pictures and the report, too.")
@_common
@click.pass_obj
def compose(
    terminal: Terminal,
    words: Sequence[str],
    same: Sequence[str],
    name: str | None,
    output: str | None,
    seconds: float,
) -> None:
    """Take several MODELs as one, and list what only the whole can do.

    A party, population, element or datum is one thing in several models only where --same says
    so: --same Police, or --same "Police=Public security" where it has different names. Names that
    are so alike that they may mean one thing are listed at the end. A file that declares a
    Composition keeps such a choice.
    """
    from facetrail.cli.composing import compose_models

    compose_models(terminal, words, same, name, output, seconds)


@facetrail.command()
@click.argument("word", metavar="[ID]", required=False)
@_debug
def rules(word: str | None) -> None:
    """List the rules by theme, or explain the one with this ID.

    The page of a rule says why it matters, what to do, when to accept it, what it adds to the
    score, and where to look. The beginning of an ID will do.
    """
    from facetrail.cli.rules import show_rules

    show_rules(word)


@facetrail.command(cls=_ListsPatterns)
@click.argument("name", metavar="NAME")
@click.option(
    "--from",
    "pattern",
    type=_PatternWord(),
    metavar="PATTERN",
    help="Start from a design of the list below.  [default: a counter that compares faces]",
)
@_debug
@click.pass_obj
def new(terminal: Terminal, name: str, pattern: str | None) -> None:
    """Write a first model to edit, models/NAME.py.

    It is the smallest that works, a counter that compares faces, or a design as such systems are
    built. Each can be rendered as it is, and asks what the designer has to decide. NAME may lie in
    folders: shop/counter. A file that is there already is never overwritten.
    """
    from facetrail.application.new import write_model

    path = write_model(name, pattern)
    terminal.result(f"Wrote {path}", f"next: facetrail render {path}")
