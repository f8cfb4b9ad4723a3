import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../servers/index.ts';
import { graphClient, type GraphOptions } from './graph-client.ts';
import { readCounty, readNation } from './scorecard-queries.ts';
import { countyTable, nationTable } from './scorecard-tables.ts';

export interface PrintOptions extends GraphOptions {
  readonly report: Report;
}

const SETTLES_WITHIN = 15_000;
const PAUSE = 250;
const READINGS_ALIKE = 3;

/** Step 12, the end: the scorecard of 420581 and of the nation. */
export async function printScorecard({ report, ...options }: PrintOptions): Promise<void> {
  const graph = graphClient(options);
  const [county, nation] = await settled(() => Promise.all([readCounty(graph), readNation(graph)]));
  report(`\n${countyTable(county)}\n\n${nationTable(nation)}\n`);
}

/** Figures follow the events by some milliseconds: they are read until they stand still. */
async function settled<Reading>(read: () => Promise<Reading>): Promise<Reading> {
  const deadline = Date.now() + SETTLES_WITHIN;
  let last = await read();
  for (let alike = 1; alike < READINGS_ALIKE && Date.now() < deadline;) {
    await pause(PAUSE);
    const next = await read();
    alike = figuresOf(next) === figuresOf(last) ? alike + 1 : 1;
    last = next;
  }
  return last;
}

/** `asOf` goes on while nothing happens. */
function figuresOf(reading: unknown): string {
  return JSON.stringify(reading, (key, value: unknown) => (key === 'asOf' ? undefined : value));
}
