import type { EventData } from '@qianshou/events';
import { addDays, type Id } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStationId } from './builders.ts';
import {
  approved,
  bureau,
  contractInput,
  type FundingGraph,
  fundingGraph,
  run,
  signed,
  standing,
  today,
  year,
} from './under-test.ts';

let graph: FundingGraph;
let contractId: string;
let planId: string;

beforeAll(async () => {
  graph = await fundingGraph();
  planId = await approved(graph);
  contractId = await signed(graph, planId, { stationIds: [aStationId(1)] });
});
afterAll(() => graph.stop());

type Evaluated = EventData<'qianshou.station.evaluated.v1'>;

const evaluationId = (serial: number) =>
  `sev_01900000-0000-7000-8000-${String(serial).padStart(12, '0')}` as Id<'sev'>;
const { tier: _tier, ...place } = standing(aStationId(1));
const heard = new Map<number, number>();
const options = (serial: number) => {
  const sequence = (heard.get(serial) ?? 0) + 1;
  heard.set(serial, sequence);
  return { id: `told-${serial}-${sequence}`, aggregateId: evaluationId(serial), sequence };
};

const graded = (serial: number, changes: Partial<Evaluated> = {}): Evaluated => ({
  ...place,
  evaluationId: evaluationId(serial),
  year,
  kind: 'MID_TERM',
  score: 82.5,
  grade: 'GOOD',
  evaluatedOn: today,
  barsOperatorIn: null,
  ...changes,
});
const evaluated = (serial: number, changes: Partial<Evaluated> = {}) =>
  graph.hear('qianshou.station.evaluated.v1', graded(serial, changes), options(serial));
const corrected = (serial: number, changes: Partial<Evaluated> = {}) =>
  graph.hear(
    'qianshou.station.evaluation-corrected.v1',
    { ...graded(serial, changes), barredIn: null },
    options(serial),
  );
const struck = (serial: number) =>
  graph.hear(
    'qianshou.station.evaluation-struck.v1',
    { ...place, evaluationId: evaluationId(serial), year, kind: 'MID_TERM', barredIn: null },
    options(serial),
  );

const ask = (installmentNo: number) => run(graph, bureau, 'requestPayment', { contractId, installmentNo });
async function metOn(id = contractId): Promise<(string | null)[]> {
  const query = 'query ($id: ID!) { contract(id: $id) { installments { metOn } } }';
  const { data } = await graph.execute(query, { id }, bureau);
  return data.contract.installments.map((each: { metOn: string | null }) => each.metOn);
}

describe('FUN-12 installments that wait for evaluations', () => {
  it('are refused before, paid after the station passed, each by its own kind', async () => {
    expect((await ask(2)).code).toBe('PAYMENT_CONDITION_NOT_MET');

    await evaluated(1, { grade: 'UNQUALIFIED', score: 40 });
    expect(await metOn()).toEqual([today, null, null]);

    await corrected(1);
    expect(await metOn()).toEqual([today, today, null]);
    expect((await ask(3)).code).toBe('PAYMENT_CONDITION_NOT_MET');
  });

  it('wait again when the evaluation is struck out, and are met by the next', async () => {
    await struck(1);
    expect((await ask(2)).code).toBe('PAYMENT_CONDITION_NOT_MET');

    await evaluated(2, { grade: 'BARELY_QUALIFIED', score: 65 });
    expect((await ask(2)).code).toBeUndefined();
  });

  it('are met at the signing by what was heard before', async () => {
    const budgetPlanId = await approved(graph, {
      year: year + 1,
      assistanceFund: { year, amountFen: '5000000000', source: '演示决算' },
    });
    const terms = { contractNo: '演示-9', stationIds: [aStationId(1)], replacesContractId: contractId };
    const { data } = await run(graph, bureau, 'signContract', contractInput(budgetPlanId, terms));

    expect(data.signContract.contract.installments[1].metOn).toBe(today);
  });

  it('of a contract that is replaced follow its new last day: what came after it is of its successor', async () => {
    const late = {
      startsOn: addDays(today, -10),
      endsOn: addDays(today, 90),
      lateSigningReason: '演示:补签',
    };
    const stationIds = [aStationId(2)];
    const replaced = await signed(graph, planId, { contractNo: '演示-20', stationIds, ...late });
    await evaluated(3, { stationId: aStationId(2) });
    expect(await metOn(replaced)).toEqual([today, today, null]);

    const terms = { contractNo: '演示-21', stationIds, replacesContractId: replaced };
    const successor = await signed(graph, planId, terms);

    expect(await metOn(replaced)).toEqual([today, null, null]);
    expect(await metOn(successor)).toEqual([today, today, null]);
  });
});
