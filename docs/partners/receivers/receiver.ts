// A receiver of webhooks in TypeScript: node receiver.ts 8080, with the secret in WEBHOOK_SECRET. Nothing to install.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';

const SECRET = Buffer.from((process.env['WEBHOOK_SECRET'] ?? '').replace('whsec_', ''), 'base64');
const MOST_SECONDS = 300;

/** Whether one of the signatures is ours: while a secret is changed over there are two. */
function isGenuine(headers: IncomingHttpHeaders, body: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > MOST_SECONDS) return false;
  const expected = createHmac('sha256', SECRET).update(`${id}.${timestamp}.${body}`).digest();
  return String(signatures)
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice(3), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

const seen = new Set<string>();
const latest = new Map<string, number>();

/** Keep both in your database, in the transaction of what you do with the event. */
function take(event: { id: string; subject: string; sequence?: string; type: string }): void {
  if (seen.has(event.id)) return;
  seen.add(event.id);
  const sequence = Number(event.sequence ?? 0);
  if (sequence <= (latest.get(event.subject) ?? -1)) return;
  latest.set(event.subject, sequence);
  console.log(`${event.type} ${event.subject}`);
}

createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const body = Buffer.concat(pieces).toString();
    if (!isGenuine(request.headers, body)) return void response.writeHead(401).end();
    const event = JSON.parse(body);
    if (event.type === 'qianshou.partners.challenge.v1') return void response.end(JSON.stringify(event.data));
    // Answer fast: put the event into a queue of your own and work on it later.
    take(event);
    response.writeHead(204).end();
  });
}).listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => console.log('ready'));
