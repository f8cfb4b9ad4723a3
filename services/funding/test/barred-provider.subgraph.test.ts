import type { EventData } from '@qianshou/events';
import { addDays, type Id, type RegionCode } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgencyId, aStationId } from './builders.ts';
import {
  approved,
  bureau,
  contractInput,
  type FundingGraph,
  fundingGraph,
  run,
  standing,
  today,
  year,
} from './under-test.ts';

let graph: FundingGraph;
let budgetPlanId: string;

beforeAll(async () => {
  graph = await fundingGraph();
  budgetPlanId = await approved(graph);
});
afterAll(() => graph.stop());

type Evaluated = EventData<'qianshou.station.evaluated.v1'>;

let evaluations = 0;

/** The same serial twice is the same evaluation delivered twice. */
function evaluated(changes: Partial<Evaluated> = {}, serial = (evaluations += 1)): Promise<void> {
  const evaluationId = `sev_01900000-0000-7000-8000-${String(serial).padStart(12, '0')}` as Id<'sev'>;
  const { tier: _tier, ...place } = standing(aStationId());
  const grading = { year: year - 1, kind: 'ANNUAL', score: 52.5, grade: 'UNQUALIFIED' } as const;
  const data = { ...place, ...grading, evaluationId, evaluatedOn: today, barsOperatorIn: year, ...changes };
  return graph.hear('qianshou.station.evaluated.v1', data, { id: evaluationId, aggregateId: evaluationId });
}
let contracts = 0;

/** Each with a number and two days of its own: one contract a station and time. */
function sign(changes: Record<string, unknown> = {}) {
  contracts += 1;
  const startsOn = addDays(today, contracts * 2);
  const own = { contractNo: `演示-${contracts}`, startsOn, endsOn: addDays(startsOn, 1) };
  return run(
    graph,
    bureau,
    'signContract',
    contractInput(budgetPlanId, { amountFen: '100', ...own, ...changes }),
  );
}

describe('FUN-14 an operator whose station was graded unqualified', () => {
  it.each<[string, Partial<Evaluated>]>([
    ['a better grade', { grade: 'BARELY_QUALIFIED', barsOperatorIn: null }],
    ['a station that the government runs itself', { operatorAgencyId: null }],
    ['another agency', { operatorAgencyId: anAgencyId(2) }],
    ['another county', { countyCode: '640522' as RegionCode }],
    ['this year, which bars the next', { year, barsOperatorIn: year + 1 }],
  ])('signs on, if the evaluation is of %s', async (_what, changes) => {
    await evaluated(changes);

    expect((await sign()).code).toBeUndefined();
  });

  it('is refused contracts of the county and year, however often it is told', async () => {
    await evaluated({}, 99);
    await evaluated({}, 99);

    expect(await sign()).toMatchObject({
      code: 'CONTRACT_PROVIDER_BARRED',
      details: { rule: 'FUN-14', year, gradedYear: year - 1, stationIds: [aStationId()] },
    });
  });

  it('is refused for its other stations of the county as well', async () => {
    expect((await sign({ stationIds: [aStationId(2)] })).code).toBe('CONTRACT_PROVIDER_BARRED');
  });
});
