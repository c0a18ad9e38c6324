"""Compute the digest of a published version anew: ``python verify_version.py FILE.json``.

The file is what the version's page gives as JSON. Needs nothing but Python. The exit
code is 0 when the version says what it said on the day of its publication; compare the
digest that is printed with the one in the journal, or with one that you noted then.
"""

import hashlib
import json
import sys
from pathlib import Path


def main(path: str) -> int:
    """Write the contents in their one canonical way, hash them and compare."""
    version = json.loads(Path(path).read_text("utf-8"), parse_float=str)
    text = json.dumps(version["items"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found = hashlib.new(version["algorithm"], text.encode()).hexdigest()
    same = found == version["digest"]
    print(f"{version['name']}: {len(version['items'])} commitments, {'as' if same else 'NOT as'} published; {found}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
