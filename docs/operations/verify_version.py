"""Compute the digest of a published version anew: ``python verify_version.py SERVER NUMBER TOKEN [sm3]``.

NUMBER is the one in the address of the version's page. Needs nothing but Python. The
exit code is 0 when the version says what it said on the day of its publication.
"""

import hashlib
import json
import sys
import urllib.request


def ask(server: str, path: str, token: str) -> dict:
    """What the API answers, with fractions left as they are written."""
    request = urllib.request.Request(f"{server}/api/v1{path}", headers={"Authorization": f"Bearer {token}"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return json.load(answer, parse_float=str)


def main(server: str, number: str, token: str, algorithm: str = "sha256") -> int:
    """Put the contents in order, hash them and compare."""
    version = ask(server, f"/versions/{number}", token)
    contents, more = [], ""
    while more is not None:
        page = ask(server, f"/versions/{number}/items?limit=200{more}", token)
        contents += [item["content"] for item in page["items"]]
        more = None if page["next"] is None else f"&after={page['next']}"
    text = json.dumps(contents, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found = hashlib.new(algorithm, text.encode()).hexdigest()
    same = found == version["digest"] and len(contents) == version["count"]
    print(f"{version['name']}: {len(contents)} commitments, {'as published' if same else 'NOT as published'}; {found}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
