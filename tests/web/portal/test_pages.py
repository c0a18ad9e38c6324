"""Pages for reading: what they show, how many questions they ask."""

from __future__ import annotations

import pytest
from bringing import TEXT, bring_and_read
from django.urls import reverse

from luoshi.documents.models import Finding, Source


def many(n: int) -> str:
    return "".join(f"县水利局在第{i}片区年底前建成泵站{i}座。\n" for i in range(1, n + 1))


@pytest.mark.parametrize("name", ["portal:source", "portal:leaf", "portal:findings"])
def test_the_number_of_queries_does_not_grow_with_what_was_found(world, sign_in, name, django_assert_max_num_queries):
    browser = sign_in("delivery")
    for n in (1, 50):
        source = bring_and_read(world.office, many(n), f"{n}.txt")
        keys = {"number": 0} if name == "portal:leaf" else {"page": 0} if name == "portal:findings" else {}
        with django_assert_max_num_queries(15):
            assert browser.get(reverse(name, args=[source.pk, *keys.values()])).status_code == 200


def test_lists_ask_a_fixed_number_of_queries(world, sign_in, django_assert_max_num_queries):
    browser = sign_in("delivery")
    for n in range(12):
        bring_and_read(world.office, f"县水利局年底前建成泵站{n + 2}座。", f"{n}.txt")
        if n in {0, 11}:
            for address in (reverse("portal:start"), reverse("desk:documents"), "/search/?q=泵站"):
                with django_assert_max_num_queries(15 if "search" in address else 12):
                    browser.get(address)


def test_marks_lead_to_findings_and_findings_to_their_places(world, sign_in):
    source = bring_and_read(world.office)
    browser = sign_in("delivery")
    leaf = browser.get(reverse("portal:leaf", args=[source.pk, 0])).content.decode()
    finding = Finding.objects.first()
    assert f'href="#f{finding.pk}"' in leaf
    shown = browser.get(reverse("portal:findings", args=[source.pk, 0])).content.decode()
    assert f'id="f{finding.pk}" data-spans="{finding.spans}"' in shown


def test_what_a_document_says_is_never_taken_for_html(world, sign_in):
    source = bring_and_read(world.office, "县水利局年底前建成<script>alert(1)</script>泵站3座。", "<b>.txt")
    browser = sign_in("delivery")
    for address in (
        reverse("portal:source", args=[source.pk]),
        reverse("portal:leaf", args=[source.pk, 0]),
        reverse("portal:findings", args=[source.pk, 0]),
        reverse("desk:documents"),
    ):
        page = browser.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<b>.txt" not in page


def test_the_original_is_given_back_to_be_saved_never_to_be_run(world, sign_in):
    source = bring_and_read(world.office, "<html><script>alert(1)</script>县水利局年底前建成泵站3座。", "页.html")
    response = sign_in("delivery").get(reverse("portal:original", args=[source.pk]))
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_a_file_without_findings_says_so(world, sign_in):
    source = bring_and_read(world.office, "春天来了，花都开了。")
    assert "没有找到任务事项" in sign_in("delivery").get(reverse("portal:source", args=[source.pk])).content.decode()


def test_nothing_chosen_is_said(world, sign_in):
    page = sign_in("delivery").post(reverse("portal:receive"), headers={"X-Requested-With": "XMLHttpRequest"})
    assert "没有选择文件" in page.content.decode()


def test_a_plain_form_without_scripts_works(world, client):
    from bringing import SYSTEM
    from django.core.files.uploadedfile import SimpleUploadedFile

    from luoshi.documents.actions import read_source

    answer = client.post(reverse("portal:receive"), {"file": SimpleUploadedFile("a.txt", TEXT.encode())})
    source = Source.objects.get()
    assert answer.url == reverse("portal:source", args=[source.pk])
    assert "正在读取" in client.get(answer.url).content.decode()
    read_source(actor=SYSTEM, source_id=source.pk)
    assert "县水利局" in client.get(reverse("portal:findings", args=[source.pk, 0])).content.decode()


def test_every_answer_forbids_other_hosts(client, db):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
