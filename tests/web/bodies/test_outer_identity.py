"""Single sign-on: an outer identity lets in whoever joined it, and nobody else."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from luoshi.bodies.models import Person
from luoshi.journal.models import Entry
from luoshi.settings.single_sign_on import single_sign_on
from luoshi.settings.table import read_table
from support.oidc import FAULTS, Provider

PASSWORD = "a password for tests"


class _NoFollow(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with Provider() as provider:
        yield provider


@pytest.fixture
def provider(running, settings, world) -> Provider:
    cache.clear()  # how often a person confirmed the password is counted there
    running.__dict__.update(fault="", subject="4711", name="闻人砚", name_in_token=True, names_its_key=True)
    settings.LUOSHI = {**settings.LUOSHI, **table(running)}
    settings.SOCIALACCOUNT_PROVIDERS = single_sign_on(settings.LUOSHI)
    settings.SINGLE_SIGN_ON = True
    settings.ROOT_URLCONF = "support.oidc_urls"
    return running


def table(provider: Provider) -> dict[str, str]:
    read = read_table(provider.environment)
    return {name: read[name] for name in ("OIDC_SERVER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME")}


def by_password(name: str) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def walk(client: Client, process: str = "login", **fields: str):
    """To the provider and back; the page at which it ends."""
    left = client.post(reverse("openid_connect_login", args=["oidc"]), {"process": process, **fields})
    if left.status_code == 302:
        return client.get(left.url)
    return client.get(way_back(left.context["redirect_to"]), follow=True)


def way_back(url: str) -> str:
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.build_opener(_NoFollow).open(url)
    back = urlsplit(answer.value.headers["Location"])
    return f"{back.path}?{back.query}"


def join(name: str = "officer") -> None:
    walk(by_password(name), "connect")
    assert SocialAccount.objects.filter(user__username=name).exists()


def is_in(client: Client) -> bool:
    return client.get("/desk/documents/").status_code == 200


def verbs() -> list[str]:
    return list(Entry.objects.order_by("seq").values_list("verb", flat=True))


def test_without_settings_there_is_no_such_address(world, client, sign_in):
    with pytest.raises(NoReverseMatch):
        reverse("openid_connect_login", args=["oidc"])
    assert client.get("/accounts/oidc/").status_code == 404
    assert "外部身份" not in sign_in("officer").get(reverse("desk:account")).content.decode()


@pytest.mark.parametrize("missing", ["OIDC_SERVER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
def test_it_is_off_until_all_three_settings_are_there(missing):
    full = {**read_table({}), "OIDC_SERVER": "https://id/", "OIDC_CLIENT_ID": "a", "OIDC_CLIENT_SECRET": "b"}
    assert single_sign_on(full)["openid_connect"]["APPS"][0]["settings"]["server_url"] == "https://id"
    assert single_sign_on({**full, missing: ""}) == {}


def test_whoever_joined_an_identity_signs_in_with_it_and_the_journal_tells(provider):
    join()
    client = Client()
    walk(client)
    assert is_in(client)
    assert verbs() == ["bodies.sign_in", "bodies.join_identity", "bodies.sign_in"]
    joined, entered = (json.loads(e.record) for e in Entry.objects.order_by("seq")[1:])
    assert joined["after"] == {"identity": "4711", "through": "统一身份认证"}
    assert entered["after"] == {"through": "统一身份认证"}
    assert entered["subject_name"] == "某officer"


def test_of_what_the_provider_says_only_the_name_is_kept(provider):
    join()
    assert set(SocialAccount.objects.get().extra_data["userinfo"]) == {"identity", "sub", "shown"}


@pytest.mark.parametrize(("in_token", "key_named"), [(False, True), (True, False)])
def test_providers_that_say_less_in_the_token_will_do(provider, in_token, key_named):
    provider.name_in_token, provider.names_its_key = in_token, key_named
    join()
    assert SocialAccount.objects.get().extra_data["userinfo"]["shown"] == "闻人砚"


def test_a_stranger_is_refused_and_no_account_comes_to_be(provider):
    before = Person.objects.count()
    client = Client()
    page = walk(client)
    assert page.status_code == 403
    assert "这个身份还没有绑定账号" in page.content.decode()
    assert not is_in(client)
    assert (Person.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert verbs() == ["bodies.sign_in_failed"]
    assert "4711" not in Entry.objects.get().record


@pytest.mark.parametrize("fault", ["signature", "unsigned", "shared key", "no token", *FAULTS])
def test_a_token_that_does_not_hold_is_refused(provider, fault):
    join()
    provider.fault = fault
    client = Client()
    assert walk(client).status_code == 401
    assert not is_in(client)
    assert verbs()[-1] == "bodies.sign_in_failed"


def test_a_name_that_belongs_to_somebody_else_is_refused(provider):
    provider.fault, provider.name_in_token = "userinfo", False
    assert walk(Client()).status_code == 401


def test_a_faulty_token_joins_nothing(provider):
    provider.fault = "signature"
    walk(by_password("officer"), "connect")
    assert not SocialAccount.objects.exists()


def test_a_provider_that_does_not_answer_is_said_to_be_so(provider):
    provider.fault = "down"
    assert walk(Client()).status_code == 401


def test_an_answer_that_nobody_asked_for_leaves_no_trace(provider, client):
    page = client.get(reverse("openid_connect_callback", args=["oidc"]), {"code": "x", "state": "y"}, follow=True)
    assert page.status_code == 401
    assert verbs() == []


def test_an_answer_serves_once(provider):
    join()
    client = Client()
    left = client.post(reverse("openid_connect_login", args=["oidc"]))
    back = way_back(left.context["redirect_to"])
    assert client.get(back).status_code == 302
    client.post(reverse("account_logout"))
    assert client.get(back, follow=True).status_code == 401
    assert not is_in(client)


def test_the_answer_to_one_browser_does_not_serve_another(provider):
    join()
    left = Client().post(reverse("openid_connect_login", args=["oidc"]))
    other = Client()
    assert other.get(way_back(left.context["redirect_to"]), follow=True).status_code == 401
    assert not is_in(other)


def test_the_same_subject_of_another_provider_is_another_person(provider, settings):
    join()
    with Provider() as other:
        settings.LUOSHI = {**settings.LUOSHI, **table(other)}
        settings.SOCIALACCOUNT_PROVIDERS = single_sign_on(settings.LUOSHI)
        assert walk(Client()).status_code == 403


def test_an_identity_is_joined_to_one_account_only(provider):
    join()
    page = walk(by_password("north"), "connect")
    assert "已绑定在别的账号上" in page.content.decode()
    assert SocialAccount.objects.get().user.username == "officer"
    assert verbs().count("bodies.join_identity") == 1


def test_joining_asks_for_the_password_once_more(provider, sign_in):
    client = sign_in("officer")
    assert client.get("/accounts/oidc/").url.startswith(reverse("account_reauthenticate"))
    page = walk(client, "connect")
    assert page.redirect_chain[-1][0] == reverse("account_reauthenticate")
    assert not SocialAccount.objects.exists()
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert SocialAccount.objects.get().user.username == "officer"


def test_nobody_joins_before_signing_in(provider, client):
    left = client.post(reverse("openid_connect_login", args=["oidc"]), {"process": "connect"})
    assert left.url == reverse("account_login")


def test_a_first_password_that_somebody_else_knows_opens_no_second_door(provider):
    Person.objects.filter(username="officer").update(must_change_password=True)
    client = by_password("officer")
    assert client.get("/accounts/oidc/").url == reverse("account_change_password")
    left = client.post(reverse("openid_connect_login", args=["oidc"]), {"process": "connect"})
    assert left.url == reverse("account_change_password")


def test_what_is_no_longer_joined_lets_nobody_in(provider):
    client = by_password("officer")
    walk(client, "connect")
    client.post("/accounts/oidc/", {"account": SocialAccount.objects.get().pk})
    assert not SocialAccount.objects.exists()
    assert json.loads(Entry.objects.get(verb="bodies.drop_identity").record)["before"]["identity"] == "4711"
    assert walk(Client()).status_code == 403


def test_the_identity_of_another_person_is_not_mine_to_part_from(provider):
    join()
    by_password("north").post("/accounts/oidc/", {"account": SocialAccount.objects.get().pk})
    assert SocialAccount.objects.exists()


def test_a_closed_account_stays_closed(provider):
    join()
    Person.objects.filter(username="officer").update(is_active=False)
    client = Client()
    page = walk(client)
    assert "账号已停用" in page.content.decode()
    assert not is_in(client)
    assert verbs()[-1] == "bodies.sign_in_failed"


def test_a_locked_account_stays_locked(provider):
    join()
    for _ in range(5):
        Client().post(reverse("account_login"), {"login": "officer", "password": "wrong"})
    client = Client()
    assert walk(client).status_code == 429
    assert not is_in(client)
    assert Client().post(reverse("account_login"), {"login": "officer", "password": PASSWORD}).status_code == 429


def test_strangers_lock_nobody_out(provider):
    join()
    provider.subject = "0815"
    for _ in range(10):
        walk(Client())
    provider.subject = "4711"
    client = Client()
    walk(client)
    assert is_in(client)


def test_the_second_factor_is_asked_for_all_the_same(provider):
    join()
    TOTP.activate(Person.objects.get(username="officer"), generate_totp_secret())
    client = Client()
    assert walk(client).redirect_chain[-1][0] == reverse("mfa_authenticate")
    assert not is_in(client)


def test_an_administrator_without_the_second_factor_of_duty_gets_no_further(provider, settings):
    join("auditor")
    settings.LUOSHI = {**settings.LUOSHI, "REQUIRE_SECOND_FACTOR": True}
    client = Client()
    walk(client)
    assert client.get("/desk/journal/").url == reverse("mfa_activate_totp")


def test_who_was_on_the_way_somewhere_gets_there_and_never_to_another_host(provider):
    join()
    assert walk(Client(), next="/desk/account/").redirect_chain[-1][0] == "/desk/account/"
    assert walk(Client(), next="http://localhost:1/").redirect_chain[-1][0] == "/"
