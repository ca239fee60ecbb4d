"""What the interface gives, as its description says it."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from django.http import QueryDict
from django.utils.functional import Promise
from ninja import Field, Schema
from pydantic import BeforeValidator, create_model

from careers.catalogue import FIGURES
from careers.selectors.cells import Cell

Number = int | float
# What is translated becomes text in the language of the request.
Text = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, Promise) else value)]


def _split(given: Any) -> Any:
    """`a,b` and a repeated parameter say the same."""
    if isinstance(given, list) and all(isinstance(each, str) for each in given):
        return [part for each in given for part in each.split(",")]
    return given


def one_of(names: Iterable[str]) -> Any:
    return Literal[tuple(names)]


def several_of(names: Iterable[str]) -> Any:
    """A parameter with any of them, or none."""
    return Annotated[list[one_of(names)] | None, BeforeValidator(_split)]


FigureKeys = several_of(FIGURES)


class Figure(Schema):
    """One figure, with all that may be asked about it."""

    figure: Text = Field(description="Its key; `/figures` says what it means.", examples=["annual_mean"])
    label: Text = Field(examples=["Yearly salary"])
    value: Any = Field(
        description="A number, a text, [low, high] of a range, [[name, percent], …] of shares; null.",
        examples=[101420],
    )
    text: Text = Field(description="As the pages show it.", examples=["$101,420"])
    unit: Text = Field(examples=["US dollars a year, mean"])
    kind: Text = Field(description="What kind of figure it is: a mean is no median.", examples=["mean"])
    area: Text = Field(description="The place that it is of.", examples=["United States"])
    wider_group: Text = Field(description="The wider group of occupations that it is of; else empty.")
    stands_in_for: Text = Field(description="The place asked for, where `area` is a wider one; else empty.")
    at_least: bool = Field(description="Top-coded: the true amount is `value` or more.")
    relative_standard_error_percent: Number | None = Field(examples=[0.5])
    standard_error: Number | None = Field(description="In the unit of the figure.")
    missing_reason: Text = Field(
        description="Why there is no value: suppressed, not_collected, not_applicable, …; else empty."
    )
    missing_reason_text: Text
    note: Text
    source: Text = Field(examples=["BLS OEWS"])
    release: Text = Field(examples=["May 2025"])
    licence: Text
    attribution: Text
    corrected: bool = Field(description="The editors corrected the publisher's value.")
    published_instead: Text
    correction_reason: Text
    correction_source: Text
    corrected_on: Text


class Link(Schema):
    name: Text
    url: Text


class Problem(Schema):
    """Why there is no answer, and the remedy."""

    error: Text = Field(examples=["There is no career of that name."])
    fields: dict[str, list[Text]] = Field(
        default_factory=dict,
        description="What is wrong with which parameter.",
        examples=[{"limit": ["Input should be less than or equal to 100"]}],
    )
    near: list[Link] = Field(default_factory=list, description="What may have been meant.")


PROBLEMS = {400: Problem, 404: Problem, 429: Problem}


def optional(model: type[Schema]) -> type[Schema]:
    """The same where `fields` may leave any out: a field that is there is as described."""
    fields = {
        name: (
            info.annotation,
            Field(default_factory=dict, description=info.description, examples=info.examples),
        )
        for name, info in model.model_fields.items()
    }
    return create_model(model.__name__, __base__=Schema, __doc__=model.__doc__, **fields)


def page_of(model: type[Schema]) -> type[Schema]:
    """A page of a list of them."""
    return create_model(
        f"{model.__name__}List",
        __base__=Schema,
        __doc__="A page of a list.",
        count=(int, Field(description="How many there are in all; of postings 10,001 stands for more.")),
        next=(str | None, Field(description="The address of the next page; null at the end.")),
        results=(list[optional(model)], ...),
    )


def selection_of(model: type[Schema]) -> type[Schema]:
    """The parameter that says which fields of it are wanted."""
    about = "Those wanted, by comma or repeated; all without it."
    wanted = (several_of(model.model_fields), Field(None, description=about))
    return create_model(f"FieldsOf{model.__name__}", __base__=Schema, fields=wanted)


def query_of(asked: Schema, *but: str) -> QueryDict:
    """What is asked as the query string of its page."""
    query = QueryDict(mutable=True)
    for name, value in asked.model_dump(exclude_none=True, exclude=set(but)).items():
        query.setlist(name, [str(each) for each in (value if isinstance(value, list) else [value])])
    return query


def figures(cells: Iterable[Cell], keys: Iterable[str] | None = None) -> list[dict]:
    """The cells as JSON, those of `keys` alone where given, in the order of the cells."""
    wanted = set(keys) if keys else None
    return [cell.as_dict() for cell in cells if wanted is None or cell.key in wanted]


def chosen(row: dict, fields: Iterable[str] | None) -> dict:
    """A row with the fields that are asked for, all where none is."""
    wanted = set(fields) if fields else None
    return {name: value for name, value in row.items() if wanted is None or name in wanted}
