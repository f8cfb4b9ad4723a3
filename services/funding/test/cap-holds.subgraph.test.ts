import { addDays } from '@qianshou/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPolicy, YIDU } from './builders.ts';
import {
  approved,
  bureau,
  drafted,
  draftInput,
  finance,
  type FundingGraph,
  fundingGraph,
  hearOfPolicy,
  run,
  startOver,
  submitted,
  told,
  today,
} from './under-test.ts';

let graph: FundingGraph;
let now = new Date();

beforeAll(async () => {
  graph = await fundingGraph({ now: () => now });
});
beforeEach(async () => {
  now = new Date();
  await startOver(graph);
  await graph.connection.collection('policy_replicas').deleteMany({});
  await revised({});
});
afterAll(() => graph.stop());

type Changes = Parameters<typeof aPolicy>[0];

/** Station tells how the policy stands now; each time is another event. */
const revised = (changes: Changes) => hearOfPolicy(graph, changes);
const approve = (budgetPlanId: string) => run(graph, finance, 'approveBudget', { budgetPlanId });
const plan = async (id: string) => {
  const { data } = await graph.execute(
    'query ($id: ID!) { budgetPlan(id: $id) { capHolds capBrokenSince cap { fen } capMeasure { revision percent } warnings { rule since } allowedActions } }',
    { id },
    bureau,
  );
  return data.budgetPlan;
};

describe('FUN-1 the cap on the day of approval', () => {
  it('is that of the policy in force then, not of the draft', async () => {
    const budgetPlanId = await submitted(graph);
    await revised({ capPercent: 2 });

    expect(await approve(budgetPlanId)).toMatchObject({
      code: 'BUDGET_SHARE_ABOVE_CAP',
      details: { rule: 'FUN-1', capPercent: 2 },
    });
  });

  it('is none under a policy that has ended or has not begun', async () => {
    const budgetPlanId = await submitted(graph);
    await revised({ validTo: today });

    expect((await approve(budgetPlanId)).code).toBe('BUDGET_CAP_UNKNOWN');
    await revised({ validFrom: addDays(today, 1) });
    expect((await approve(budgetPlanId)).code).toBe('BUDGET_CAP_UNKNOWN');
  });

  it('counts once a second person of finance approved it: a proposal warns and blocks the approval', async () => {
    await revised({ capApprovedOn: null });
    const budgetPlanId = await submitted(graph);

    expect((await plan(budgetPlanId)).warnings).toEqual([{ rule: 'FUN-1', since: null }]);
    expect((await approve(budgetPlanId)).code).toBe('BUDGET_CAP_NOT_APPROVED');
    await revised({});
    expect((await approve(budgetPlanId)).data.approveBudget.budgetPlan).toMatchObject({ capHolds: true });
  });
});

describe('FUN-1 an approved budget', () => {
  it('is measured again when the policy changes, and tells since when the cap does not hold', async () => {
    const id = await approved(graph);
    await revised({ capPercent: 2 });

    expect(await plan(id)).toMatchObject({
      capHolds: false,
      capBrokenSince: today,
      cap: { fen: '100000000' },
      warnings: [{ rule: 'FUN-1', since: today }],
    });
    expect((await told(graph, 'budget-cap-measured'))?.data).toMatchObject({
      budgetPlanId: id,
      capFen: '100000000',
      capHolds: false,
      since: today,
    });
    await revised({ capPercent: 4 });
    expect(await plan(id)).toMatchObject({ capHolds: true, capBrokenSince: null, warnings: [] });
  });

  it('is measured again on the day on which another policy begins to rule', async () => {
    const id = await approved(graph);
    const begins = addDays(today, 1);
    await revised({ supersededOn: begins });
    const next = {
      id: aPolicy().id.replace(/1$/, '2') as ReturnType<typeof aPolicy>['id'],
      validFrom: begins,
    };
    await revised({ ...next, capPercent: 1 });
    expect(await plan(id)).toMatchObject({ capHolds: true });

    now = new Date(now.getTime() + 86_400_000);
    await graph.hear('qianshou.station.policy-in-force-changed.v1', {
      countyCode: YIDU,
      policyId: next.id,
      on: begins,
      demonstrationStations: 5,
      demonstrationRooms: 10,
      unitsOutOfScope: 0,
      replaces: {
        policyId: aPolicy().id,
        demonstrationStations: 5,
        demonstrationRooms: 10,
        unitsOutOfScope: 0,
      },
    });

    expect(await plan(id)).toMatchObject({ capHolds: false, capBrokenSince: begins });
  });

  it('FUN-3 is measured by another figure of the fund, which makes a new revision', async () => {
    const budgetPlanId = await approved(graph);
    expect((await plan(budgetPlanId)).allowedActions).toEqual(['RESTATE_ASSISTANCE_FUND', 'ADJUST_BUDGET']);

    const { data } = await run(graph, bureau, 'restateAssistanceFund', {
      budgetPlanId,
      amountFen: '4000000000',
      source: '演示决算(更正)',
    });

    expect(data.restateAssistanceFund.budgetPlan).toMatchObject({
      cap: { fen: '120000000' },
      capMeasure: { revision: 2 },
      capHolds: false,
      capBrokenSince: today,
    });
  });

  it('says nothing of a plan that is only drafted', async () => {
    const id = await drafted(graph);

    expect((await plan(id)).capHolds).toBeNull();
    expect(
      (
        await run(graph, bureau, 'restateAssistanceFund', {
          budgetPlanId: id,
          amountFen: '1',
          source: '演示',
        })
      ).code,
    ).toBe('FUNDING_STATUS_WRONG');
  });
});

describe('cap-breach-rejected', () => {
  const READ = `query ($countyCode: RegionCode!, $year: Int!) { capBreaches(countyCode: $countyCode, year: $year) {
    nodes { budgetPlanId operation asked { fen } cap { fen } by } } }`;
  const breaches = async () =>
    (await graph.execute(READ, { countyCode: YIDU, year: Number(today.slice(0, 4)) }, finance)).data
      .capBreaches.nodes;
  const above = { ...draftInput(), lines: [{ kind: 'ASSISTANCE_FUND_SHARE', amountFen: '150000001' }] };

  it('is kept and told although the command changed nothing, once per request', async () => {
    const input = { ...above, idempotencyKey: 'breach' };
    for (const _time of [1, 2]) {
      expect((await run(graph, bureau, 'draftBudget', input)).code).toBe('BUDGET_SHARE_ABOVE_CAP');
    }

    expect(await breaches()).toEqual([
      {
        budgetPlanId: null,
        operation: 'draftBudget',
        asked: { fen: '150000001' },
        cap: { fen: '150000000' },
        by: bureau.subject,
      },
    ]);
    expect((await told(graph, 'cap-breach-rejected'))?.data).toMatchObject({ askedFen: '150000001' });
    expect(await told(graph, 'budget-drafted')).toBeUndefined();
  });

  it('names the budget at whose approval it was refused, and stays silent where somebody may not', async () => {
    const budgetPlanId = await submitted(graph);
    await revised({ capPercent: 2 });
    await approve(budgetPlanId);
    await run(graph, finance, 'draftBudget', above);

    expect(await breaches()).toMatchObject([
      { budgetPlanId, operation: 'approveBudget', by: finance.subject },
    ]);
  });
});
