"""A printed name taken apart."""

import pytest

from luoshi_core.body_names import cleaned, kind_of, split_name

PLACES = ["珩川市", "岫云县", "漪南县", "棠寨镇"]


@pytest.mark.parametrize(
    ("name", "place", "level", "office", "unit"),
    [
        ("岫云县文化和旅游局", "岫云县", "", "文化和旅游局", ""),
        ("珩川市岫云县教育局", "珩川市岫云县", "", "教育局", ""),
        ("岫云文旅局", "岫云", "", "文旅局", ""),
        ("市文旅局公共服务科", "", "市", "文旅局", "公共服务科"),
        ("县公安局交警大队", "", "县", "公安局", "交警大队"),
        ("中共珩川市委宣传部", "珩川市", "", "委宣传部", ""),
        ("国家税务总局岫云县税务局", "岫云县", "", "税务局", ""),
        ("珩川市委督查室", "珩川市", "", "委督查室", ""),
        ("县政府办公室", "", "县", "政府办公室", ""),
        ("棠寨镇", "棠寨镇", "", "", ""),
        ("市场监管局", "", "", "市场监管局", ""),
    ],
)
def test_place_level_office_and_unit(name, place, level, office, unit):
    parts = split_name(name, PLACES)
    assert (parts.place, parts.level, parts.office, parts.unit) == (place, level, office, unit)


def test_the_outer_body_of_a_unit():
    assert split_name("市文旅局公共服务科", PLACES).outer == "市文旅局"
    assert split_name("市文旅局", PLACES).outer == ""


@pytest.mark.parametrize("printed", ["市文旅局（牵头）", " 市 文旅局，", "市文旅局牵头", "市文旅局："])
def test_what_a_list_puts_behind_a_name_is_taken_off(printed):
    assert cleaned(printed) == "市文旅局"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("岫云县文化和旅游局", "department"),
        ("珩川市委督查室", "delivery"),
        ("棠寨镇人民政府", "township"),
        ("云锦街道办事处", "township"),
        ("珩川市人民政府", "government"),
        ("中共岫云县委员会", "government"),
        ("珩川市图书馆", "institution"),
        ("县人民法院", "department"),
        ("县人民检察院", "department"),
        ("珩川市演艺集团", "supplier"),
        ("柳溪社区", "community"),
        ("认真", None),
    ],
)
def test_the_kind_that_a_name_tells_of(name, kind):
    assert kind_of(name) == kind
