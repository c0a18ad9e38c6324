"""Verify an exported journal with nothing but Python: ``python verify_journal.py journal.txt [LAST_HASH]``.

Each line holds a hash, a tab and a record in canonical JSON. A record's hash is the
digest of its text; it names the hash of the record before it. The exit code is 0
when the chain is whole, 1 when it is not.
"""

import hashlib
import json
import sys


def main(path: str, last_hash: str | None = None) -> int:
    """Walk the chain and print what is wrong."""
    faults, expected, previous = 0, 1, "0" * 64
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            stored, _, text = line.rstrip("\n").partition("\t")
            record = json.loads(text)
            seq = record["seq"]
            wrong = []
            if seq != expected:
                wrong.append(f"entries {expected} to {seq - 1} are missing")
            if hashlib.new(record["digest"], text.encode()).hexdigest() != stored:
                wrong.append(f"entry {seq} was changed")
            if record["previous"] != previous and seq == expected:
                wrong.append(f"entry {seq - 1} was changed or replaced before entry {seq} was written")
            for words in wrong:
                print(words)
            faults += len(wrong)
            expected, previous = seq + 1, stored
    if last_hash and last_hash != previous:
        print(f"the last hash is {previous}, not {last_hash}: entries at the end are missing or changed")
        faults += 1
    print(f"{expected - 1} entries, {'all whole' if not faults else f'{faults} faults'}; last hash {previous}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
