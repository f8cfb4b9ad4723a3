import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../places.ts';
import { type Graph, operation } from './graph-client.ts';
import type { CountyScorecard, NationalScorecard } from './scorecard.ts';
import { YIDU } from './yidu.ts';

const NATION = '000000';

/** The two scorecards, each by the one query that docs/queries holds, asked by whom its comment names. */
export function readCounty(graph: Graph): Promise<CountyScorecard> {
  return graph.ask('yidu-bureau', fromDocs<CountyScorecard>('county-scorecard'), { code: YIDU });
}

export function readNation(graph: Graph): Promise<NationalScorecard> {
  return graph.ask('project-office', fromDocs<NationalScorecard>('national-scorecard'), { code: NATION });
}

function fromDocs<Answer>(query: string) {
  return operation<Answer>(readFileSync(join(REPOSITORY, 'docs', 'queries', `${query}.graphql`), 'utf8'));
}
