"""Verifies an exported audit log of Qianshou with nothing but Python's standard library.

    npm run audit -- export station > station.jsonl
    python3 docs/audit-verifier/verify.py station.jsonl [--head SIZE ROOT]...

Recomputes the RFC 6962 tree over the texts of all entries, holds every signed head and every head that
you kept (size and root in base64, from the graph or from an event) against it, and checks each signature
(Ed25519, RFC 8032). Trust the public keys only if you have them from somewhere else: compare the printed ones.
"""
import base64
import hashlib
import json
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if (x * x - x2) % P or (x == 0 and sign):
        raise ValueError("not a point of the curve")
    return P - x if x & 1 != sign else x


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = recover_x(y, sign)
    return (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def signed(key, text, signature):
    if len(signature) != 64 or int.from_bytes(signature[32:], "little") >= L:
        return False
    challenge = hashlib.sha512(signature[:32] + key + text).digest()
    s, k = int.from_bytes(signature[32:], "little"), int.from_bytes(challenge, "little") % L
    try:
        p, q = times(s, BASE), add(point(signature[:32]), times(k, point(key)))
    except ValueError:
        return False
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def sha(prefix, *parts):
    return hashlib.sha256(prefix + b"".join(parts)).digest()


def root_of(subtrees):
    if not subtrees:
        return hashlib.sha256().digest()
    root = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        root = sha(b"\x01", left, root)
    return root


def fail(message):
    sys.exit(f"NOT WHOLE: {message}")


def main(path, *options):
    kept = [(int(options[at + 1]), options[at + 2]) for at, word in enumerate(options) if word == "--head"]
    lines = (json.loads(line) for line in open(path, encoding="utf-8"))
    first = next(lines)
    service, keys = first["service"], {id: base64.urlsafe_b64decode(x + "=") for id, x in first["keys"].items()}
    expected, heads, subtrees, size = {}, 0, [], 0
    for number, root in kept:
        expected.setdefault(number, []).append((root, "the head that you kept"))
    for line in lines:
        if "head" in line:
            head, heads = line["head"], heads + 1
            text = {"at": head["at"], "root": head["root"], "service": service, "size": head["size"]}
            said = json.dumps(text, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
            if head["number"] != heads or head["keyId"] not in keys:
                fail(f"head {head['number']} is out of order or of an unknown key")
            if not signed(keys[head["keyId"]], said, base64.b64decode(head["signature"])):
                fail(f"head {heads} is not signed by {head['keyId']}")
            expected.setdefault(head["size"], []).append((head["root"], f"head {heads}"))
            continue
        if json.loads(line["body"])["service"] != service:
            fail(f"entry {size} is of another service")
        node, rest = sha(b"\x00", line["body"].encode()), size
        while rest & 1:
            node, rest = sha(b"\x01", subtrees.pop(), node), rest >> 1
        subtrees.append(node)
        size += 1
        for root, whose in expected.pop(size, []):
            if base64.b64encode(root_of(subtrees)).decode() != root:
                fail(f"the first {size} entries are not those of {whose}")
    if expected:
        fail(f"there are {size} entries, and a head of {max(expected)}")
    print(f"whole: {service}, {size} entries, {heads} signed heads, keys {json.dumps(first['keys'])}")


main(*sys.argv[1:])
