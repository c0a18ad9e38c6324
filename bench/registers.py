"""A register of any size, made from parts: a city, its counties, their bodies, documents and commitments."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from texts import SUBJECTS, THINGS, TIMES, UNITS, VERBS

COUNTIES = 10
#: bodies of the city and of each county
BODIES = 30
PER_DOCUMENT = 50
GROUPS = ("老年读者", "儿童", "农村居民", "残疾人", "")
TODAY = dt.date(2026, 9, 15)


def fill(commitments: int) -> dict[str, Any]:
    """Make it in the database; returns the persons "leader" (sees all) and "officer" (sees 20 rows)."""
    from luoshi.bodies.models import Body
    from luoshi.documents.models import Document, Source
    from luoshi.register.bridge import refresh
    from luoshi.register.fulltext import COMMITMENT_TERMS, commitment_entries
    from luoshi.register.models import Commitment

    chance = random.Random(42)
    bodies, persons = _office()
    city, small = bodies["city"], bodies["small"]
    rows: list[Commitment] = []
    for at in range(commitments // PER_DOCUMENT):
        county = bodies["counties"][at % COUNTIES]
        keeper = city[0] if at % 3 else county[0]
        source = Source.objects.create(name=f"方案{at}.docx", body=keeper, sha256=f"{at:064d}", size=1, state="read")
        document = Document.objects.create(
            source=source, position=0, title=f"关于印发{chance.choice(THINGS)}建设{at}号行动方案的通知",
            number=f"珩政发〔2026〕{at}号",
        )  # fmt: skip
        owners = city + county
        for number in range(PER_DOCUMENT):
            row = _commitment(chance, document, keeper, chance.choice(owners), number)
            if at % 100 == 0 and number == 7:
                row.owner = small
            row.owner_name = row.owner.name
            refresh(row)
            rows.append(row)
        if len(rows) >= 5000:
            Commitment.objects.bulk_create(rows, batch_size=1000)
            rows = []
    Commitment.objects.bulk_create(rows, batch_size=1000)
    COMMITMENT_TERMS.write(commitment_entries(Commitment.objects.all()))
    assert Body.objects.count() == (COUNTIES + 1) * BODIES + 1
    return persons


def _commitment(chance: random.Random, document: Any, keeper: Any, owner: Any, number: int) -> Any:
    from luoshi.register.models import Commitment

    thing, unit, many = chance.choice(THINGS), chance.choice(UNITS), chance.randint(2, 900)
    group = chance.choice(GROUPS)
    quote = (
        f"{chance.choice(SUBJECTS)}牵头，{chance.choice(TIMES)}{chance.choice(VERBS)}{thing}{many}{unit}，"
        f"同步{chance.choice(VERBS)}{chance.choice(THINGS)}{chance.randint(2, 90)}{chance.choice(UNITS)}，"
        f"方便{group or '群众'}就近使用，并在{chance.choice(THINGS)}公示进度。"
    )
    if chance.random() < 0.002:
        quote += "配套建设非遗工坊。"
    return Commitment(
        document=document, serial=number + 1, keeper=keeper, owner=owner, quote=quote, start=number * 120,
        end=number * 120 + len(quote), spans=[[number * 120, number * 120 + len(quote)]], path=["一", str(number)],
        state=chance.choices(("registered", "accepted", "proposed", "rejected"), (80, 10, 6, 4))[0],
        due=TODAY + dt.timedelta(chance.randint(-300, 500)) if chance.random() < 0.8 else None,
        targets=[{"measure": thing, "op": ">=", "value": many, "unit": unit}], beneficiary=group,
        evidence=["record"] if chance.random() < 0.3 else [], checker_name="市统计局" if chance.random() < 0.3 else "",
        found={"owner": {"how": "own words"}},
    )  # fmt: skip


def _office() -> tuple[dict[str, Any], dict[str, Any]]:
    from luoshi.bodies.enums import BodyKind, Level, PostKind, Scheme
    from luoshi.bodies.models import Body, Person, Place, Post

    def place(code: str, parent: Any) -> Any:
        level = Level(len(code))
        return Place.objects.create(
            scheme=Scheme.DEMO, code=code, name=f"地区{code}", level=level, parent=parent, vintage="2026"
        )

    def bodies(where: Any) -> list[Any]:
        names = (f"{where.name}单位{number}" for number in range(BODIES))
        return [Body.objects.create(name=name, place=where, kind=BodyKind.DEPARTMENT) for name in names]

    def person(name: str, body: Any, kind: PostKind) -> Any:
        made = Person.objects.create(username=name, name=name)
        Post.objects.create(person=made, body=body, kind=kind)
        return made

    city = place("9901", None)
    of_city = bodies(city)
    counties = [bodies(place(f"9901{number:02d}", city)) for number in range(1, COUNTIES + 1)]
    small = Body.objects.create(name="小单位", place=counties[0][0].place, kind=BodyKind.INSTITUTION)
    persons = {
        "leader": person("leader", of_city[0], PostKind.LEADER),
        "officer": person("officer", small, PostKind.OFFICER),
    }
    return {"city": of_city, "counties": counties, "small": small}, persons
