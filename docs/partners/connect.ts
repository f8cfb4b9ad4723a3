// Pulls the feed for whoever cannot be called: node connect.ts <state file> [url], with FEED_URL and FEED_TOKEN.
// Each event is posted to the url, or written as a line; the position is kept only after it was taken.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const [stateFile = 'feed.position', target] = process.argv.slice(2);
const FEED = process.env['FEED_URL'] ?? 'http://127.0.0.1:4000/feed';
const TOKEN = process.env['FEED_TOKEN'] ?? '';
/** FEED_ONCE=true, as for a job: up to the present, and no further. */
const ONCE = process.env['FEED_ONCE'] === 'true';
const QUIET_MS = 5_000;

const headers = { authorization: `Bearer ${TOKEN}`, accept: 'application/x-ndjson' };

function kept(): string {
  return existsSync(stateFile) ? readFileSync(stateFile, 'utf8').trim() : '';
}

/** Whole or not at all: a crash leaves the position of before, and what follows comes again. */
function keep(position: string): void {
  writeFileSync(`${stateFile}.new`, position);
  renameSync(`${stateFile}.new`, stateFile);
}

async function take(line: string): Promise<void> {
  if (target === undefined) return void process.stdout.write(`${line}\n`);
  const type = 'application/cloudevents+json';
  const answer = await fetch(target, { method: 'POST', headers: { 'content-type': type }, body: line });
  if (!answer.ok) throw new Error(`${target} answered ${answer.status}`);
}

/** One page; answers whether there is more already. */
async function pull(): Promise<boolean> {
  const query = new URLSearchParams({ limit: '500', after: kept() });
  const answer = await fetch(`${FEED}?${query}`, { headers });
  if (answer.status === 409) {
    // The feed was put back to an earlier state: from the beginning again, and what was taken has the same ids.
    keep('');
    return true;
  }
  if (!answer.ok) throw new Error(`the feed answered ${answer.status}: ${await answer.text()}`);
  for (const line of (await answer.text()).split('\n').filter((each) => each !== '')) {
    await take(line);
    keep(JSON.parse(line).position);
  }
  keep(answer.headers.get('x-qianshou-position') ?? kept());
  return answer.headers.has('link');
}

for (;;) {
  try {
    if (await pull()) continue;
    if (ONCE) break;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (ONCE) process.exit(1);
  }
  await pause(QUIET_MS);
}
