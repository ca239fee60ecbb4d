"""The pictures of a comparison: every figure drawn as long as it is, none that is missing, none unlike
on one axis in silence.
"""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from comparisons.charts.pictures import pictures

from .charted import compared

steady = settings(deadline=None, derandomize=True, max_examples=80)


def label(text: str) -> str:
    return text.removesuffix("*")


@steady
@given(compared)
def test_every_bar_of_growth_is_as_long_as_its_figure_and_the_others_say_why_they_have_none(found):
    picture = pictures(found).growth
    if picture is None:
        return
    assert [bar.label for bar in picture.bars] == [profile.plural for profile in found]
    pairs = [(bar, profile.cell("growth")) for bar, profile in zip(picture.bars, found, strict=True)]
    drawn = [(bar, figure) for bar, figure in pairs if bar.width is not None]
    assert len(drawn) >= 2
    assert len({(figure.source_name, figure.release, figure.unit) for _, figure in drawn}) == 1
    assert all(bar.text == figure.text for bar, figure in pairs)
    assert all((bar.width is None) == bool(bar.remark) for bar, _ in pairs)
    assert all(0 <= bar.x <= bar.x + bar.width <= 100.01 for bar, _ in drawn)
    longest, most = max(drawn, key=lambda pair: abs(pair[1].value))
    for bar, figure in drawn:
        share = 0 if not most.value else float(abs(figure.value) / abs(most.value))
        assert bar.width == pytest.approx(longest.width * share, abs=0.03)
        assert figure.value >= 0 or bar.x + bar.width == pytest.approx(picture.zero_x, abs=0.02)


@steady
@given(compared)
def test_women_and_men_fill_as_much_of_the_bar_as_they_are(found):
    picture = pictures(found).gender
    cells = [profile.cell("gender") for profile in found]
    if all(figure.missing for figure in cells):
        assert picture is None
        return
    assert [row.label for row in picture.rows] == [profile.plural for profile in found]
    for row, figure in zip(picture.rows, cells, strict=True):
        if figure.missing:
            assert (row.segments, row.remark) == ((), figure.reason)
            continue
        shares = dict(figure.value)
        women, men = row.segments
        assert (women.x, women.width) == (0, float(shares["Women"]))
        assert (men.x, men.width) == (women.width, float(shares["Men"]))
        assert women.width + men.width <= 100.01
        assert row.text == f"{shares['Women']:.1f}% women, {shares['Men']:.1f}% men"


@steady
@given(compared)
def test_every_share_of_a_group_of_people_is_drawn_on_one_scale_from_0_to_100(found):
    picture = pictures(found).race
    known = [profile for profile in found if not profile.cell("race").missing]
    if not known:
        assert picture is None
        return
    drawn = [
        (group.name, label(bar.label), bar.text, bar.width) for group in picture.groups for bar in group.bars
    ]
    assert sorted(drawn) == sorted(
        (people, profile.plural, f"{share:.1f}%", float(share))
        for profile in known
        for people, share in profile.cell("race").value
    )
    order = [profile.plural for profile in found]
    for group in picture.groups:
        places = [order.index(label(bar.label)) for bar in group.bars]
        assert places == sorted(places)
        assert [bar.style for bar in group.bars] == [place + 1 for place in places]
    for profile in found:
        if profile.cell("race").missing:
            assert any(profile.plural in note and "not in the picture" in note for note in picture.notes)


@steady
@given(compared)
def test_skills_are_the_top_five_of_any_career_and_as_long_as_their_importance(found):
    picture = pictures(found).skills
    importance = [
        {one.name: one.importance.value for one in profile.rated["skill"] if not one.importance.missing}
        for profile in found
    ]
    if sum(map(bool, importance)) < 2:
        assert picture is None
        return
    top = {name for known in importance for name in list(known)[:5]}
    assert {group.name for group in picture.groups} <= top
    assert len(picture.groups) == min(len(top), 8)
    rated = [
        (profile.plural, style, known)
        for style, (profile, known) in enumerate(zip(found, importance, strict=True), 1)
        if known
    ]

    def apart(name: str) -> Decimal:
        values = [known[name] for known in importance if name in known]
        return max(values) - min(values)

    shown = [apart(group.name) for group in picture.groups]
    left_out = top - {group.name for group in picture.groups}
    assert shown == sorted(shown, reverse=True)
    assert all(apart(name) <= shown[-1] for name in left_out)
    for group in picture.groups:
        assert [(bar.label, bar.style) for bar in group.bars] == [(name, style) for name, style, _ in rated]
        for bar, (_, _, known) in zip(group.bars, rated, strict=True):
            if group.name in known:
                assert bar.width == pytest.approx(float(known[group.name] - 1) * 25, abs=0.01)
                assert 0 <= bar.width <= 100
            else:
                assert bar.width is None
                assert bar.reason
