"""Numbers that no column holds are nonsense like any other; no page breaks on them."""

from __future__ import annotations

from django.urls import reverse
from reviewing import everything, reviewed, rows_of

HUGE = "9" * 30


def test_no_page_of_the_register_breaks_on_a_number_too_long(world, sign_in):
    document, client = reviewed(world.office), sign_in("delivery")
    row = rows_of(document)[0]
    before = everything()
    lists = f"?document={HUGE}&body={HUGE}&page={HUGE}&place={HUGE}&after={HUGE}"
    for name in ("desk:register", "desk:ledgers", "desk:documents", "desk:bodies", "desk:gaps"):
        assert client.get(reverse(name) + lists).status_code == 200
    many = {"row": [f"{HUGE}:1", f"{row.pk}:{HUGE}", "1"]}
    for verb in ("accept", "merge"):
        address = reverse("desk:review-many", args=[document.pk, verb])
        assert client.post(address, many).status_code in {302, 409}
    selection = {"start": HUGE, "end": HUGE, "revision": HUGE}
    assert client.post(reverse("desk:review-add", args=[document.pk]), selection).status_code == 409
    assert client.post(reverse("desk:review-requote", args=[row.pk]), selection).status_code == 409
    cut = {"revision": "1", "cut": [HUGE]}
    assert client.post(reverse("desk:review-split", args=[row.pk]), cut).status_code == 409
    assert everything() == before


def test_a_field_is_named_once_when_its_value_cannot_be(world, sign_in):
    row = rows_of(reviewed(world.office))[0]
    data = {"revision": 1, "cadence": "once", "kind": "action", "targets-measure": "书房", "targets-value": "很多"}
    data |= {"targets-op": ">=", "targets-unit": "座"}
    page = sign_in("delivery").post(reverse("desk:review-edit", args=[row.pk]), data).content.decode()
    assert "<p>目标值“很多”不是数。</p>" in page
