import type { Registry } from 'prom-client';
import { scrapedGauge } from '../loops/scraped-gauge.ts';
import type { Connection } from '../mongo/connection.ts';

/** Beyond this the gateway's signatures are refused, and ages mean little. */
const MOST_SECONDS = 30;

/** How far this host's clock is ahead of the database server's. */
export async function clockOffsetSeconds(connection: Connection): Promise<number> {
  const askedAt = Date.now();
  const hello = await connection.db?.command({ hello: 1 });
  const localTime: unknown = hello?.['localTime'];
  if (!(localTime instanceof Date)) throw new Error('the database server told no time');
  return ((askedAt + Date.now()) / 2 - localTime.getTime()) / 1_000;
}

export function showClock(connection: Connection, metrics: Registry): void {
  scrapedGauge({
    metrics,
    name: 'clock_offset_seconds',
    help: "How far this host's clock is ahead of the database server's",
    read: async () => [{ value: await clockOffsetSeconds(connection) }],
  });
}

export async function clockProblem(connection: Connection): Promise<string | null> {
  const offset = await clockOffsetSeconds(connection).catch(() => 0);
  if (Math.abs(offset) <= MOST_SECONDS) return null;
  const way = offset > 0 ? 'ahead of' : 'behind';
  return `clock: this host is ${Math.round(Math.abs(offset))} s ${way} the database server; set both by NTP`;
}
