"""Which known body may a name mean?"""

import pytest

from luoshi_core.body_names import likeness, ranked, renamed, split_name, standard_office

PLACES = ["珩川市", "岫云县", "漪南县", "棠寨镇", "云锦街道"]


def like(one: str, other: str) -> float:
    return likeness(split_name(one, PLACES), split_name(other, PLACES))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县文旅局", "岫云县文化和旅游局"),
        ("市发改委", "珩川市发展和改革委员会"),
        ("县市监局", "岫云县市场监督管理局"),
        ("县卫健委", "岫云县卫生健康局"),
        ("岫云县政府办", "岫云县人民政府办公室"),
        ("棠寨镇", "棠寨镇人民政府"),
        ("云锦街道", "云锦街道办事处"),
        ("岫云文旅局", "岫云县文旅局"),
    ],
)
def test_an_abbreviation_is_the_same_body(one, other):
    assert like(one, other) == 1.0


def test_a_name_that_picks_letters_in_order_is_probably_the_same():
    assert 0.8 < like("县人社保障局", "岫云县人力资源和社会保障局") < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岫云县文旅局", "漪南县文旅局"),
        ("市文旅局公共服务科", "珩川市文旅局"),
        ("县财政局", "岫云县教育局"),
        ("县水利局", "岫云县林业局"),
        ("县文化馆", "岫云县文化局"),
    ],
)
def test_other_places_rooms_and_offices_are_others(one, other):
    assert like(one, other) < 0.6


def test_the_likest_comes_first_and_each_body_once():
    known = [(1, "岫云县文化馆"), (2, "岫云县文化和旅游局"), (2, "县文旅局"), (3, "岫云县财政局")]
    found = ranked(split_name("文旅局", PLACES), [(key, split_name(name, PLACES)) for key, name in known])
    assert [(one.key, one.score) for one in found] == [(2, 1.0)]


def test_what_is_in_no_table_stays_as_it_is():
    assert standard_office("图书馆") == "图书馆"


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("太谷县文旅局", "太谷区文旅局"),
        ("中共太谷县委员会", "中共太谷区委员会"),
        ("县教育局", "区教育局"),
        ("县城供水公司", "县城供水公司"),
        ("文旅局", "文旅局"),
        ("太谷饼文化馆", "太谷饼文化馆"),
    ],
)
def test_a_body_follows_the_name_of_its_place(name, after):
    assert renamed(name, [("太谷县", "太谷区")]) == after


def test_a_place_of_the_same_level_leaves_level_names_alone():
    assert renamed("区教育局", [("江干区", "上城区")]) == "区教育局"
