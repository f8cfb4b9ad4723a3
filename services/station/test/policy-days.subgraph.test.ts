import { addDays, addYears, type CalendarDate } from '@qianshou/kernel';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bureau,
  countFigures,
  eventsOf,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
  turnableClock,
} from './under-test.ts';

const finance = { ...inRegion('FINANCE_AUDITOR', '420581'), subject: 'yidu-finance' };
const clock = turnableClock();
let graph: StationGraph;

beforeAll(async () => {
  graph = await stationGraph(clock);
});
afterAll(() => graph.stop());

const ADOPT =
  'mutation ($input: AdoptCountyPolicyInput!) { adoptCountyPolicy(input: $input) { policy { id standing allowedActions } } }';
const adopt = async (changes: Record<string, unknown>) => {
  const input = { countyCode: '420581', validFrom: '2022-01-01', source: '演示', ...changes };
  const { data, errors } = await graph.execute(ADOPT, { input }, bureau);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return data.adoptCountyPolicy.policy as { id: string; standing: string; allowedActions: string[] };
};
const SELECTED =
  '{ policy { validTo withdrawnOn supersededOn standing capApprovedOn demonstrationStations changes { kind reason fields } } }';
const change = async (field: string, actor = bureau) => {
  const { data, code } = await mutate(graph, `${field} ${SELECTED}`, actor);
  return code === undefined ? data[field.slice(0, field.indexOf('('))].policy : { code };
};
const county = async () => {
  const { data } = await graph.execute(
    '{ region(code: "420581") { policy { id } stationFigures { unitsInScope demonstrationStationsPlanned coverage { denominator } } } }',
  );
  return data.region;
};
const complain = async (stationId: string) => {
  const { data } = await graph.execute(
    `mutation { fileComplaint(input: { stationId: "${stationId}", kind: ATTITUDE, statement: "上门时间多次变更" }) { complaint { dueOn } } }`,
    {},
    bureau,
  );
  return data.fileComplaint.complaint.dueOn as CalendarDate;
};
const runJobs = async () => {
  for (const job of graph.jobs ?? []) if (job.name === 'follow-policies') await job.run();
};

describe('STA-1, STA-5 a policy of a later day', () => {
  let stationId: string;
  let ruling: string;
  let coming: string;
  const begins = addDays(today, 30);

  beforeAll(async () => {
    stationId = await operating(graph);
    ruling = (await adopt({ demonstrationStations: 5, stationRules: { complaintDays: 10 } })).id;
    const next = {
      demonstrationStations: 7,
      countsQuasiTownships: false,
      stationRules: { complaintDays: 3 },
    };
    coming = (await adopt({ ...next, validFrom: begins })).id;
  });

  it('changes nothing of today: quota, denominator, complaint days', async () => {
    await countFigures(graph);

    expect(await county()).toEqual({
      policy: { id: ruling },
      stationFigures: { unitsInScope: 11, demonstrationStationsPlanned: 5, coverage: { denominator: 11 } },
    });
    expect(await complain(stationId)).toBe(addDays(today, 10));
  });

  it('changes all of it on its first day, by the job, and is told once', async () => {
    clock.turnOn(30);
    await runJobs();
    await runJobs();
    await countFigures(graph);

    expect(await county()).toEqual({
      policy: { id: coming },
      stationFigures: { unitsInScope: 10, demonstrationStationsPlanned: 7, coverage: { denominator: 10 } },
    });
    expect(await complain(stationId)).toBe(addDays(begins, 3));
    const told = await eventsOf(graph, 'policy-in-force-changed');
    expect(told.map(({ policyId }) => policyId)).toEqual([ruling, coming]);
    expect(told.at(-1)).toMatchObject({ on: begins, replaces: { policyId: ruling } });
    expect((await eventsOf(graph, 'coverage-changed')).at(-1)).toMatchObject({ unitsInScope: 10 });
    clock.turnOn(-30);
  });
});

describe('what was entered wrongly', () => {
  it('is withdrawn before it begins; its day is free again and the one before it rules on', async () => {
    const validFrom = addYears(today, 1);
    const slip = await adopt({ validFrom });

    expect(slip).toMatchObject({ standing: 'NOT_BEGUN' });
    expect(slip.allowedActions).toContain('WITHDRAW_POLICY');
    expect(
      await change(`withdrawCountyPolicy(input: { policyId: "${slip.id}", reason: "年份有误" })`),
    ).toMatchObject({
      standing: 'WITHDRAWN',
      withdrawnOn: today,
      changes: [{ kind: 'WITHDRAWN', reason: '年份有误' }],
    });
    expect((await adopt({ validFrom })).standing).toBe('NOT_BEGUN');
  });

  it('is corrected with the reason, and today follows at once', async () => {
    const { data } = await graph.execute('{ region(code: "420581") { policy { id } } }');
    const { id } = data.region.policy;

    const correction = `correctCountyPolicy(input: { policyId: "${id}", demonstrationStations: 6, reason: "录入有误" })`;

    expect(await change(correction)).toMatchObject({
      demonstrationStations: 6,
      changes: [{ kind: 'CORRECTED', reason: '录入有误', fields: ['demonstrationStations'] }],
    });
    expect((await eventsOf(graph, 'policy-in-force-changed')).at(-1)).toMatchObject({
      policyId: id,
      demonstrationStations: 6,
      replaces: { policyId: id },
    });
    expect(await change(`withdrawCountyPolicy(input: { policyId: "${id}", reason: "已生效" })`)).toEqual({
      code: 'POLICY_BEGUN',
    });
  });

  it('FUN-1, FUN-10 the cap is proposed by the bureau and approved by another person, of finance', async () => {
    const { id } = await adopt({ validFrom: '2023-01-01', capPercent: 3 });
    const approval = `approvePolicyCap(input: { policyId: "${id}" })`;
    const bothHats = { subject: bureau.subject, grants: [...bureau.grants, ...finance.grants] };

    expect(await change(approval, bureau)).toEqual({ code: 'FORBIDDEN' });
    expect(await change(approval, bothHats)).toEqual({ code: 'POLICY_CAP_NEEDS_SECOND_PERSON' });
    expect(await change(approval, finance)).toMatchObject({ capApprovedOn: today });
    expect((await eventsOf(graph, 'policy-revised')).at(-1)).toMatchObject({
      change: 'CAP_APPROVED',
      by: 'yidu-finance',
      capApprovedOn: today,
    });
  });

  it('is ended from a day on, and from that day the county follows the national rules', async () => {
    const { data } = await graph.execute('{ region(code: "420581") { policy { id } } }');
    const validTo = addDays(today, 1);

    await change(
      `endCountyPolicy(input: { policyId: "${data.region.policy.id}", validTo: "${validTo}", reason: "文件废止" })`,
    );
    clock.turnOn(1);
    await runJobs();

    expect((await county()).policy).toBeNull();
    expect((await eventsOf(graph, 'policy-in-force-changed')).at(-1)).toMatchObject({
      policyId: null,
      on: validTo,
    });
    clock.turnOn(-1);
  });
});

describe('a prefecture without counties', () => {
  it.each([
    ['441900', '441900003'],
    ['442000', '442000001'],
    ['460400', '460400100'],
    ['620200', '620201100'],
  ])('%s has its policy and its guidance centre', async (prefecture) => {
    const actor = inRegion('COUNTY_CIVIL_AFFAIRS', prefecture);
    const policy = {
      countyCode: prefecture,
      validFrom: '2022-01-01',
      source: '演示',
      demonstrationStations: 5,
    };
    const centre = {
      countyCode: prefecture,
      name: '演示中心',
      operatorAgencyId: 'agy_01900000-0000-7000-8000-000000000001',
    };

    const adopted = await graph.execute(ADOPT, { input: policy }, actor);
    const planned = await graph.execute(
      'mutation ($input: PlanGuidanceCentreInput!) { planGuidanceCentre(input: $input) { centre { id } } }',
      { input: centre },
      actor,
    );

    expect([adopted.errors, planned.errors]).toEqual([[], []]);
    const { data } = await graph.execute(
      `{ region(code: "${prefecture}") { policy { demonstrationStations } guidanceCentre { name } } }`,
    );
    expect(data.region).toEqual({
      policy: { demonstrationStations: 5 },
      guidanceCentre: { name: '演示中心' },
    });
  });
});
