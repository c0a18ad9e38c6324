"""How fast the register's pages are made: ``python bench/pages.py [--quick]``.

100,000 commitments of 2,000 documents, 50 rows a page, on SQLite and on PostgreSQL (where one can be
started, see tests/support/postgres.py). Milliseconds of server time from the request to the whole page,
session, permissions and template included; the median of some rounds for somebody who sees everything
and for somebody who sees 20 rows; of both persons and both databases the slower counts.

register_ms   the first page              filtered_ms   the slowest of several filters
sorted_ms     the slowest of the orders   search_ms     the slowest of rare words, frequent words, initials
grouped_ms    the slowest grouping        page_500_ms   the five hundredth page
queries       of the page that asks most  gaps_ms       what cannot be assessed, by document and body

Peers in the same run, on the same rows: search_vs_like is what ``quote LIKE '%…%'`` takes to find and count
the same words, page_500_vs_plain what the plain list takes (``visible_to`` in the model's order, a count, the
rows by offset), both over our whole page.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

QUICK = "--quick" in sys.argv
ROWS = 10_000 if QUICK else 100_000
DEEP = 50 if QUICK else 500
ROUNDS = 3 if QUICK else 5
ROOT = Path(__file__).resolve().parent.parent
RARE, FREQUENT = "非遗工坊", "城市书房"
PAGES = {
    "register": [""],
    "filtered": [
        "due=overdue", "gate=ok", "gate=gap&due=month", "place=990103", "role=keeper&body={body}", "state=proposed",
    ],
    "sorted": ["sort=due", "sort=-due", "sort=owner", "sort=-updated", "sort=state", "sort=place"],
    "grouped": ["group=document", "group=owner", "group=place", "group=month", "group=state"],
    "search": [
        f"q={RARE}", f"q={FREQUENT}", f"q=改造 {FREQUENT}", "q=cssf", f"q={FREQUENT}&due=overdue", "q=没有这样的词",
    ],
    "page_500": [f"page={DEEP}", f"sort=due&page={DEEP}", f"group=document&page={DEEP}"],
}  # fmt: skip


def median_ms(work: Callable[[], object]) -> float:
    """The median time of some rounds, after one that does not count."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def measure() -> dict[str, float]:
    """Fill the database that the settings name, and ask for the pages."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment

    from registers import fill

    call_command("migrate", verbosity=0)
    setup_test_environment()
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    with transaction.atomic():
        persons = fill(ROWS)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "PRAGMA optimize")
    figures: dict[str, float] = {"queries": 0}
    for name, person in persons.items():
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        body = person.posts.get().body_id
        for kind, queries in {**PAGES, "gaps": ["gaps"]}.items():
            for query in queries:
                address = "/desk/register/gaps/" if kind == "gaps" else f"/desk/register/?{query.format(body=body)}"
                if name == "officer" and "page=" in query:
                    continue

                def ask(client: Client = client, address: str = address) -> None:
                    assert client.get(address).status_code == 200, address

                taken = median_ms(ask)
                with CaptureQueriesContext(connection) as caught:
                    ask()
                print(
                    f"  {connection.vendor:10} {name:8} {query:34} {taken:7.1f} ms {len(caught):3} queries",
                    file=sys.stderr,
                )
                figures[f"{kind}_ms"] = max(figures.get(f"{kind}_ms", 0), taken)
                figures["queries"] = max(figures["queries"], len(caught))
                if name == "leader":
                    figures[f"{kind} {query}"] = taken
    figures |= _peers(persons["leader"], figures)
    return {name: value for name, value in figures.items() if " " not in name}


def _peers(person: Any, figures: dict[str, float]) -> dict[str, float]:
    from luoshi.bodies.queries import scope_of
    from luoshi.register.enums import STANDING
    from luoshi.register.models import Commitment

    rows = Commitment.objects.visible_to(scope_of(person)).filter(state__in=STANDING)
    related = rows.select_related("owner", "checker", "keeper", "document", "place")

    def plain() -> None:
        assert len(related[DEEP * 50 - 50 : DEEP * 50]) + rows.count() > 0

    def like() -> None:
        found = related.filter(quote__contains=RARE)
        assert found.count() + len(found[:50]) > 0

    like_ms, plain_ms = median_ms(like), median_ms(plain)
    return {
        "like_ms": like_ms,
        "search_vs_like": like_ms / figures[f"search q={RARE}"],
        "plain_ms": plain_ms,
        "page_500_vs_plain": plain_ms / figures[f"page_500 page={DEEP}"],
    }


def run(database: str = "") -> dict[str, float]:
    """The figures of one database, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="luoshi-bench-") as folder:
        environment = {
            **os.environ,
            "LUOSHI_DATA_DIR": folder,
            "LUOSHI_SECRET_KEY": "only for benchmarks",
            "DJANGO_SETTINGS_MODULE": "luoshi.settings",
            "LUOSHI_HOSTS": "testserver",
            "DATABASE_URL": database,
        }
        if not database:
            del environment["DATABASE_URL"]
        command = [sys.executable, __file__, "--measure", *(["--quick"] if QUICK else [])]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def everywhere() -> dict[str, dict[str, float]]:
    """The figures by database."""
    found = {"sqlite": run()}
    sys.path.insert(0, str(ROOT / "tests" / "support"))
    from postgres import server

    try:
        with server() as address:
            found["postgresql"] = run(address)
    except SystemExit as reason:
        print(f"PostgreSQL left out: {reason}")
    return found


def main() -> None:
    found = everywhere()
    figures: dict[str, float] = {"rows": ROWS, "databases": len(found)}
    for name in next(iter(found.values())):
        worst = min if "_vs_" in name else max
        figures[name] = worst(of[name] for of in found.values())
        figures |= {f"{name}_{database}": of[name] for database, of in found.items()}
    if QUICK:
        print("--quick: a tenth of the rows, and the 50th page instead of the 500th")
    for name, value in figures.items():
        print(f"{name:32} {value:,.1f}")
    print(json.dumps({"bench": "pages", "figures": {name: round(value, 2) for name, value in figures.items()}}))


if __name__ == "__main__":
    if "--measure" in sys.argv:
        print(json.dumps(measure()))
    else:
        main()
