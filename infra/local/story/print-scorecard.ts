import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { REPOSITORY } from '../places.ts';
import type { Report } from '../servers/index.ts';
import { type Graph, graphClient, type GraphOptions, operation } from './graph-client.ts';
import type { CountyScorecard, NationalScorecard } from './scorecard.ts';
import { countyTable, nationTable } from './scorecard-tables.ts';
import { YIDU } from './yidu.ts';

export interface PrintOptions extends GraphOptions {
  readonly report: Report;
}

const NATION = '000000';
const SETTLES_WITHIN = 15_000;
const PAUSE = 300;

/** Step 10: the scorecard of 420581 and of the nation, each by the one query that docs/queries holds. */
export async function printScorecard({ report, ...options }: PrintOptions): Promise<void> {
  const graph = graphClient(options);
  const county = await settled<CountyScorecard>(graph, 'yidu-bureau', 'county-scorecard', YIDU);
  const nation = await settled<NationalScorecard>(graph, 'project-office', 'national-scorecard', NATION);
  report(`\n${countyTable(county)}\n\n${nationTable(nation)}\n`);
}

/** Figures follow the events: they are read until two readings agree, `asOf` of every service included. */
async function settled<Scorecard>(
  graph: Graph,
  persona: string,
  query: string,
  code: string,
): Promise<Scorecard> {
  const text = readFileSync(join(REPOSITORY, 'docs', 'queries', `${query}.graphql`), 'utf8');
  const read = () => graph.ask(persona, operation<Scorecard>(text), { code });
  const deadline = Date.now() + SETTLES_WITHIN;
  let last = await read();
  for (;;) {
    await pause(PAUSE);
    const next = await read();
    if (JSON.stringify(next) === JSON.stringify(last) || Date.now() > deadline) return next;
    last = next;
  }
}
