"""A receiver of webhooks in Python: python3 receiver.py 8080, with the secret in WEBHOOK_SECRET. Nothing to install."""
import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

SECRET = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
MOST_SECONDS = 300

# Keep both in your database, in the transaction of what you do with the event.
seen: set[str] = set()
latest: dict[str, int] = {}


def is_genuine(headers, body: bytes) -> bool:
    """Whether one of the signatures is ours: while a secret is changed over there are two."""
    timestamp = headers.get("webhook-timestamp", "0")
    if abs(time.time() - int(timestamp)) > MOST_SECONDS:
        return False
    content = f"{headers.get('webhook-id', '')}.{timestamp}.".encode() + body
    expected = base64.b64encode(hmac.new(SECRET, content, hashlib.sha256).digest()).decode()
    given = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(one, f"v1,{expected}") for one in given)


def take(event: dict) -> None:
    if event["id"] in seen:
        return
    seen.add(event["id"])
    sequence = int(event.get("sequence", 0))
    if sequence <= latest.get(event["subject"], -1):
        return
    latest[event["subject"]] = sequence
    print(event["type"], event["subject"], flush=True)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not is_genuine(self.headers, body):
            return self.answer(401)
        event = json.loads(body)
        if event["type"] == "qianshou.partners.challenge.v1":
            return self.answer(200, json.dumps(event["data"]).encode())
        # Answer fast: put the event into a queue of your own and work on it later.
        take(event)
        self.answer(204)

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8080), Receiver)
print("ready", flush=True)
server.serve_forever()
